import { kindOf } from '../../base/id'
import type { Described } from '../../kinds/describe'
import type { Id, Kind, Resource } from '../../kinds/resource'

interface Place {
  readonly ownerId: string
  readonly region: string
}

/** What is known of a thing that is only named: its id, and what names it. */
interface Named {
  readonly awsId: string
  readonly from: Resource
  readonly vpcId: Id<'vpc'> | undefined
  readonly place: Place
}

type Fields = Readonly<Record<string, unknown>> & { readonly undescribed: string }

const fieldsOf: { readonly [K in Kind]?: (named: Named) => Fields | null } = {
  'security-group': ({ vpcId }) =>
    vpcId
      ? { vpcId, description: 'Not described', undescribed: 'aws ec2 describe-security-groups' }
      : null,
  // what a route leads to is attached: the VPC has one, and no packet comes in by another (RT-14)
  'internet-gateway': ({ from, vpcId }) =>
    from.kind === 'route-table' && vpcId
      ? { vpcId, undescribed: 'aws ec2 describe-internet-gateways' }
      : null,
  'vpn-gateway': ({ from, vpcId }) =>
    from.kind === 'route-table' && vpcId
      ? { vpcId, undescribed: 'aws ec2 describe-vpn-gateways' }
      : null,
  'prefix-list': ({ awsId, place }) => ({
    ...place,
    undescribed: `aws ec2 get-managed-prefix-list-entries --prefix-list-id ${awsId}`,
  }),
  'transit-gateway': ({ place }) => ({
    ...place,
    undescribed: 'aws ec2 describe-transit-gateways',
  }),
  'on-premises-network': () => ({ undescribed: 'the routes that its device announces' }),
  'direct-connect-gateway': ({ place: { ownerId } }) => ({
    ownerId,
    undescribed: 'aws directconnect describe-direct-connect-gateways',
  }),
  'target-group': ({ from, vpcId }) =>
    vpcId && from.kind === 'load-balancer'
      ? {
          vpcId,
          targetType: 'ip',
          protocol: { application: 'HTTP', gateway: 'GENEVE', network: 'TCP' }[from.type],
          port: 80,
          undescribed: 'aws elbv2 describe-target-groups',
        }
      : null,
}

/**
 * What stands for a thing that something names and no answer describes. What it does is unknown, so
 * that nothing it decides is guessed; null where it cannot even be placed.
 */
export function stubOf(
  to: Id,
  from: Resource,
  vpcId: Id<'vpc'> | undefined,
  place: Place,
): Described | null {
  const awsId = to.slice(to.indexOf(':') + 1)
  const kind = kindOf(to)
  const fields = fieldsOf[kind]?.({ awsId, from, vpcId, place })
  return fields ? { id: to, kind, name: awsId, awsId, ...fields } : null
}
