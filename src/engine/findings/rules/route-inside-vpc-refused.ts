import { called } from '../../../kinds/called'
import type { ResolvedRoute } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import { destinationOf } from '../../../kinds/route-table/forward'
import { asTarget } from '../../../kinds/targets'
import { contains, type Cidr } from '../../../net/cidr'
import { removeRouteRepair } from '../../repairs/remove-route'
import { defineRule } from '../define-rule'

/** A route inside the VPC's own blocks that AWS does not take. */
export const routeInsideVpcRefused = defineRule<{
  table: ResourceOf<'route-table'>
  destination: Cidr
  block: Cidr
  targetName: string
  isDevice: boolean
}>({
  id: 'L36',
  name: 'route-inside-vpc-refused',
  severity: 'error',
  rules: ['RT-5'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html',
  *check(network) {
    for (const { id, vpcId, refused } of network.tables) {
      const table = id && network.design.get(id)
      if (!table) continue
      for (const route of refused) {
        const block = network.blocksOf(vpcId).find((it) => contains(it, route.destination))
        const target = targetOf(route) && network.design.get(targetOf(route) ?? table.id)
        if (!block || !target || route.origin !== 'static' || route.state === 'blackhole') continue
        const { destination, prefixListId } = route
        yield {
          resources: [table.id, target.id],
          evidence: [
            {
              type: 'route',
              routeTableId: table.id,
              destination: destinationOf(route),
              target: route.target,
            },
          ],
          facts: {
            table,
            destination,
            block,
            targetName: called(target),
            isDevice: asTarget(target.kind)?.insideVpc ?? false,
          },
          repairs: prefixListId
            ? []
            : [removeRouteRepair(network, table, destination, `Remove the route ${destination}`)],
        }
      }
    }
  },
  say: ({ table, destination, block, targetName, isDevice }) =>
    isDevice
      ? `${called(table)} sends ${destination} to ${targetName}, inside the VPC's own block ${block}: AWS takes such a route only for the whole CIDR of a subnet, in its own IP family. Name a subnet's block.`
      : `${called(table)} sends ${destination} to ${targetName}, inside the VPC's own block ${block}: AWS refuses that, and the local route decides. Only devices in the VPC, such as a NAT gateway or a network interface, may be named there.`,
})

const targetOf = ({ target }: ResolvedRoute) => (target === 'local' ? null : target)
