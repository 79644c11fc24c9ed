import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { contains } from '../../../net/cidr'
import { destinationsTo } from '../../../model/internet-access'
import type { Network } from '../../network'
import { routesToTransitGateway } from '../../repairs/route-to-transit-gateway'
import { groupBy } from '../../../base/group-by'
import { interfacesBySubnet, isOfWorkload, leadsTo, standingAttachments } from '../attachments'
import { defineRule } from '../define-rule'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

interface Facts {
  readonly gateway: ResourceOf<'transit-gateway'>
  readonly vpc: ResourceOf<'vpc'>
  /** The subnet that lacks the route, and the one like it that has it; null: all of the VPC lacks it. */
  readonly pair: readonly [Subnet, Subnet] | null
}

/**
 * Attaching a VPC adds no route to it. Told of a VPC none of whose tables leads to the transit
 * gateway, and of a subnet that lacks the route its siblings have; a subnet that the transit gateway
 * has no way back to is meant to stay apart. (CL-22)
 */
export const attachedWithoutRoute = defineRule<Facts>({
  id: 'L29',
  name: 'attached-without-route',
  severity: 'error',
  rules: ['TGW-5', 'CL-22'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  *check(network) {
    const { design } = network
    const faces = interfacesBySubnet(network)
    const tablesOf = groupBy(network.tables, (table) => table.vpcId)
    for (const it of standingAttachments(network)) {
      const [gateway, vpc] = [design.get(it.transitGatewayId), design.get(it.vpcId)]
      if (!gateway || !vpc) continue
      const subnets = network.subnetsOf(vpc.id)
      const used = subnets.filter((each) => !it.subnetIds.includes(each.id) || faces.has(each.id))
      const tables = tablesOf.get(vpc.id) ?? []
      if (!tables.some((table) => leadsTo(table, gateway.id))) {
        if (used.length === 0) continue
        yield {
          resources: [vpc.id, it.id],
          evidence: [{ type: 'missing', resourceId: tables[0]?.id ?? vpc.id, field: 'routes' }],
          facts: { gateway, vpc, pair: null },
          repairs: [routesToTransitGateway(network, it, used)],
        }
        continue
      }
      for (const subnet of used) {
        const table = network.tableOf(subnet.id)
        if (leadsTo(table, gateway.id) || !faces.get(subnet.id)?.some(isOfWorkload)) continue
        const sibling = subnets.find(
          (other) =>
            other.id !== subnet.id &&
            roleOf(other, network) === roleOf(subnet, network) &&
            leadsTo(network.tableOf(other.id), gateway.id),
        )
        if (!sibling || !isReachedBy(it, subnet, network)) continue
        const model = design.routeTableOf(sibling.id)
        const destinations = model ? destinationsTo(model, gateway.id) : []
        yield {
          resources: [subnet.id, it.id, sibling.id],
          evidence: [{ type: 'missing', resourceId: table?.id ?? vpc.id, field: 'routes' }],
          facts: { gateway, vpc, pair: [subnet, sibling] },
          repairs: [routesToTransitGateway(network, it, [subnet], destinations)],
        }
      }
    }
  },
  say: ({ gateway, vpc, pair }) =>
    pair
      ? `${called(pair[0])} has no route to ${called(gateway)}, though ${called(pair[1])}, which is like it, has: what runs there cannot answer over the transit gateway. Add the same routes to its table.`
      : `${called(vpc)} is attached to ${called(gateway)}, but none of its route tables leads there: attaching a VPC adds no routes. Route the networks that it shall reach to the transit gateway.`,
})

/** What a subnet is for, by its name without its zone or number, and by whether it is public. */
function roleOf({ id, name }: Subnet, { design }: Network): string {
  const role = name.toLowerCase().replace(/[\s_-]+(?:az)?-?\d*[a-z]?$|\d+$/, '')
  return `${design.isPublicSubnet(id) ? 'public' : 'private'} ${role}`
}

/** Does the transit gateway know a way to this subnet at all? */
function isReachedBy(it: Attachment, { cidrBlock }: Subnet, network: Network): boolean {
  return network
    .transitGatewayTablesOf(it.transitGatewayId)
    .some((table) =>
      table.routes.some(
        (route) =>
          route.attachmentId === it.id &&
          cidrBlock !== null &&
          contains(route.destination, cidrBlock),
      ),
    )
}
