import { called } from '../../../kinds/called'
import type { Id, ResourceOf } from '../../../kinds/resource'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { counted, listed } from '../../repairs/words'
import { defineRule } from '../define-rule'
import { serviceUses, type ServiceUse } from '../gateway-services'

type Endpoint = ResourceOf<'vpc-endpoint'>

/** Only subnets whose table is associated with a gateway endpoint use it. */
export const endpointMissesTables = defineRule<{
  readonly endpoint: Endpoint
  readonly service: string
  readonly uses: readonly ServiceUse[]
}>({
  id: 'L50',
  name: 'endpoint-misses-tables',
  severity: 'warn',
  rules: ['EP-2'],
  source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html',
  *check(network) {
    const missed = [...serviceUses(network)].filter(
      ({ by, endpoint }) => endpoint && (by === 'nat-gateway' || by === null),
    )
    for (const endpoint of network.design.all('vpc-endpoint')) {
      const uses = missed.filter((it) => it.endpoint?.id === endpoint.id)
      const [first] = uses
      // one that has no routes anywhere is told by its state
      if (!first || ['deleted', 'rejected', 'failed', 'expired'].includes(endpoint.state)) continue
      yield {
        resources: [endpoint.id, ...uses.flatMap(({ table }) => table.id ?? [])],
        evidence: [{ type: 'field', resourceId: endpoint.id, field: 'routeTableIds' }],
        facts: { endpoint, service: first.service.name, uses },
        repairs: [associate(network, endpoint, uses)],
      }
    }
  },
  say: ({ endpoint, service, uses }) =>
    `${called(endpoint)} is not associated with ${listed(uses.map(({ table }) => table.name))}, so hosts there ${uses.some(({ by }) => by === null) ? 'have no way to' : 'go through a NAT gateway to'} ${service}. Associate ${uses.length === 1 ? 'that table' : 'these tables'}.`,
})

function associate({ document }: Network, endpoint: Endpoint, uses: readonly ServiceUse[]) {
  const ids = uses.flatMap(({ table }): readonly Id<'route-table'>[] =>
    table.id ? [table.id] : [],
  )
  return repair({
    id: `associate-endpoint:${endpoint.id}`,
    label: 'Associate the endpoint with these tables',
    preview: `Associates ${endpoint.name} with ${counted(ids.length, 'route table')}.`,
    document,
    run: (draft) => {
      const it = draft.resources[endpoint.id]
      if (it?.kind === 'vpc-endpoint') it.routeTableIds.push(...ids)
    },
  })
}
