import type { ResourceOf } from '../../../kinds/resource'
import { contains, type Cidr } from '../../../net/cidr'
import type { Network } from '../../network'
import { removeRouteRepair } from '../../repairs/remove-route'
import { moveSecondaryRepair } from '../../repairs/secondary-block'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/**
 * A secondary block could not be added where a route names it or a part of it. A design has no
 * order of edits, so the route is taken to be there first.
 */
export const blockCoversRoute = defineRule<{
  vpc: ResourceOf<'vpc'>
  block: Cidr
  table: ResourceOf<'route-table'>
  destination: Cidr
}>({
  id: 'L04',
  name: 'block-covers-route',
  severity: 'error',
  rules: ['VPC-9'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check(network) {
    const { design } = network
    for (const table of design.all('route-table')) {
      const vpc = design.get(table.vpcId)
      if (!vpc || vpc.secondaryCidrBlocks.length === 0) continue
      // a middlebox route that names a whole subnet can only have come after the block (RT-5)
      const subnetBlocks = design
        .all('subnet')
        .filter((it) => it.vpcId === vpc.id)
        .map((it): string | null => it.cidrBlock)
      for (const block of vpc.secondaryCidrBlocks)
        for (const [destination, { target }] of Object.entries(table.routes) as [
          Cidr,
          ResourceOf<'route-table'>['routes'][Cidr],
        ][]) {
          const middlebox = target?.startsWith('nat-gateway:') && subnetBlocks.includes(destination)
          if (!contains(block, destination) || middlebox) continue
          yield {
            resources: [vpc.id, table.id],
            evidence: [
              { type: 'route', routeTableId: table.id, destination, target },
              { type: 'field', resourceId: vpc.id, field: 'secondaryCidrBlocks' },
            ],
            facts: { vpc, block, table, destination },
            repairs: [
              // routes of the VPC to anything else would move along with the block
              target?.startsWith('vpc-peering-connection:')
                ? moveSecondaryRepair(network, vpc.id, block)
                : removeIdle(network, table, destination),
            ],
          }
        }
    }
  },
  say: ({ vpc, block, table, destination }) =>
    `AWS refuses to add ${block} to ${called(vpc)} while its ${called(table)} has a route to ${destination}: a new block must be smaller than the destination of every route. Remove the route first, or choose another block.`,
})

/** The route is none once the block is there: the local route decides. */
function removeIdle(network: Network, table: ResourceOf<'route-table'>, destination: Cidr) {
  const refused = network.tables.find((it) => it.id === table.id)?.refused ?? []
  if (!refused.some((it) => it.destination === destination)) return null
  return removeRouteRepair(network, table, destination, 'Remove the route')
}
