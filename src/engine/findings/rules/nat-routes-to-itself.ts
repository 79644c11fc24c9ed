import type { ResourceOf } from '../../../kinds/resource'
import { destinationsTo } from '../../../model/internet-access'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { anywhere } from '../../../net/ranges'
import { internetRouteRepair } from '../../repairs/internet-route'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** What a NAT gateway sends on comes back to it when its own subnet routes to it. */
export const natRoutesToItself = defineRule<{
  gateway: ResourceOf<'nat-gateway'>
  subnet: ResourceOf<'subnet'>
  table: ResourceOf<'route-table'>
  destination: RouteDestination
}>({
  id: 'L20',
  name: 'nat-routes-to-itself',
  severity: 'error',
  rules: ['WALK-14'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  *check(network) {
    const { design } = network
    for (const gateway of design.all('nat-gateway')) {
      const subnet = gateway.subnetId ? design.get(gateway.subnetId) : undefined
      const table = subnet && design.routeTableOf(subnet.id)
      if (!subnet || !table) continue
      for (const destination of destinationsTo(table, gateway.id))
        yield {
          resources: [gateway.id, table.id, subnet.id],
          evidence: [{ type: 'route', routeTableId: table.id, destination, target: gateway.id }],
          facts: { gateway, subnet, table, destination },
          repairs:
            destination === anywhere ? [internetRouteRepair(network, subnet, gateway.id)] : [],
        }
    }
  },
  say: ({ gateway, subnet, table, destination }) =>
    `${called(subnet)} holds ${called(gateway)}, and its ${called(table)} sends ${destination} to that very gateway: packets go round in a circle. Give the NAT gateway's subnet a table of its own that leads to the internet gateway.`,
})
