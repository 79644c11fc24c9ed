import type { ResourceOf } from '../../kinds/resource'
import type { Network } from '../network'
import { groupBy } from '../../base/group-by'
import type { Usage } from './quotas'

type Gateway = ResourceOf<'transit-gateway'>

/**
 * What is counted against the quotas of transit gateways. (TGW-21)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html
 */
export function* usagesOfTransitGateways({ design }: Network): Generator<Usage> {
  const attachments = design.all('transit-gateway-vpc-attachment')
  const peerings = design.all('transit-gateway-peering-attachment')
  const tables = design.all('transit-gateway-route-table')
  const inRegion = new Map<string, Usage>()
  for (const gateway of design.all('transit-gateway')) {
    const key = `${gateway.ownerId} ${gateway.region}`
    const known = inRegion.get(key)
    inRegion.set(key, {
      at: known?.at ?? gateway,
      what: 'transit gateways',
      within: `account ${gateway.ownerId}, ${gateway.region}`,
      count: (known?.count ?? 0) + 1,
      quota: 5,
      rule: 'TGW-21',
    })
    const of = (what: string, count: number, quota: number): Usage => ({
      at: gateway,
      within: gateway.name,
      rule: 'TGW-21',
      what,
      count,
      quota,
    })
    const own = tables.filter((it) => it.transitGatewayId === gateway.id)
    const links = peerings.filter((it) => endsOf(it).includes(gateway.id))
    const vpcs = attachments.filter((it) => it.transitGatewayId === gateway.id)
    const routes = own.reduce((sum, it) => sum + Object.keys(it.routes).length, 0)
    yield of('route tables', own.length, 20)
    yield of('static routes', routes, 10_000)
    yield of('attachments', vpcs.length + links.length, 5000)
    yield of('peering attachments', links.length, 50)
  }
  yield* inRegion.values()
  const attachedTo = groupBy(attachments, (it) => it.vpcId)
  for (const vpc of design.all('vpc')) {
    const gateways = new Set(attachedTo.get(vpc.id)?.map((it) => it.transitGatewayId))
    yield {
      at: vpc,
      what: 'transit gateways of a VPC',
      within: vpc.name,
      count: gateways.size,
      quota: 5,
      rule: 'TGW-21',
    }
  }
}

const endsOf = (it: ResourceOf<'transit-gateway-peering-attachment'>): readonly Gateway['id'][] => [
  it.requesterTransitGatewayId,
  it.accepterTransitGatewayId,
]
