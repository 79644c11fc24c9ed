import { resourceSchema } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { tcpFrom } from '../../model/examples/example'
import { s1 } from '../../model/examples/s1'

const peering = {
  id: 'vpc-peering-connection:a-b',
  kind: 'vpc-peering-connection',
  name: 'VPC A to VPC B',
  requesterVpcId: 'vpc:a',
  accepterVpcId: 'vpc:b',
  status: 'active',
}

/** Scenario S1 after its last step: peered, accepted, routed on both sides, service B open to A. */
export function finishedS1(): Document {
  const { resources } = s1.document
  const [tableA, tableB, group] = [
    resources['route-table:a-private'],
    resources['route-table:b-private'],
    resources['security-group:service-b'],
  ]
  if (
    tableA?.kind !== 'route-table' ||
    tableB?.kind !== 'route-table' ||
    group?.kind !== 'security-group'
  )
    throw new Error('Bug: the example S1 lacks what its story is about')
  const changed = [
    peering,
    { ...tableA, routes: { ...tableA.routes, '10.1.0.0/16': { target: peering.id } } },
    { ...tableB, routes: { ...tableB.routes, '10.0.0.0/16': { target: peering.id } } },
    {
      ...group,
      ingress: {
        ...group.ingress,
        'rule-2': tcpFrom(8080, '10.0.0.0/24', 'service A, first zone'),
        'rule-3': tcpFrom(8080, '10.0.1.0/24', 'service A, second zone'),
      },
    },
  ].map((it) => resourceSchema.parse(it))
  return {
    ...s1.document,
    resources: { ...resources, ...Object.fromEntries(changed.map((it) => [it.id, it])) },
  }
}
