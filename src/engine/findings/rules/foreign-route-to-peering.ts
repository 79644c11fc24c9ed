import { addRoute, dropRoute } from '../../../model/edits/add-route'
import { allBlocksOf } from '../../../model/peering'
import { contains, isCidr4, overlaps, prefixLengthOf, type Cidr } from '../../../net/cidr'
import { anywhere, anywhere6 } from '../../../net/ranges'
import type { Network } from '../../network'
import { repair } from '../../repairs/repair'
import { called } from '../../../kinds/called'
import { counted, listed } from '../../repairs/words'
import { defineRule } from '../define-rule'
import { peeringRoutes, type PeeringRoute } from '../peering-routes'
import { vpcBeyond } from './transitive-peering'

/** A route to a peering connection for addresses that the peer does not have. */
export const foreignRouteToPeering = defineRule<PeeringRoute & { usable: readonly Cidr[] }>({
  id: 'L13',
  name: 'foreign-route-to-peering',
  severity: 'error',
  rules: ['PEER-8', 'PEER-10'],
  source: 'https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html',
  *check(network) {
    for (const route of peeringRoutes(network.design)) {
      const { table, destination, peering, peer } = route
      const blocks = allBlocksOf(peer)
      if (isCovered(destination, blocks) || vpcBeyond(network.design, route)) continue
      const usable = blocks.filter((block) => overlaps(block, destination))
      // everything is a wish for the peer's internet access; any other supernet is merely too wide
      const tooWide = !isEverything(destination) && usable.length > 0
      yield {
        resources: [table.id, peering.id],
        evidence: [{ type: 'route', routeTableId: table.id, destination, target: peering.id }],
        facts: { ...route, usable },
        severity: tooWide ? 'warn' : 'error',
        repairs: [narrow(network, route, usable)],
      }
    }
  },
  say: ({ table, destination, peering, peer, usable }) => {
    const has = `${called(peer)} has ${listed(allBlocksOf(peer))}`
    if (isEverything(destination))
      return `${called(table)} sends everything (${destination}) to ${called(peering)}, but a peer's internet gateway, NAT gateway or VPN cannot be used: only the peer's own addresses are reached (${has}). Name those in the route.`
    if (usable.length > 0)
      return `${called(table)} sends ${destination} to ${called(peering)}, which is wider than the peer: ${has}. The rest is dropped there. Name the peer's blocks in the route.`
    return `${called(table)} sends ${destination} to ${called(peering)}, but the peer has no such addresses: ${has}. Correct the destination, or remove the route.`
  },
})

const isEverything = (block: Cidr) => block === anywhere || block === anywhere6

const size = (block: Cidr) => 2n ** BigInt((isCidr4(block) ? 32 : 128) - prefixLengthOf(block))

/** Does the peer have every address of the destination, in one block or in several side by side? */
function isCovered(destination: Cidr, blocks: readonly Cidr[]): boolean {
  if (blocks.some((block) => contains(block, destination))) return true
  const parts = blocks.filter((block) => contains(destination, block))
  return parts.reduce((sum, block) => sum + size(block), 0n) === size(destination)
}

/** Puts routes to the peer's blocks in the place of the wide one. */
function narrow(
  { document }: Network,
  { table, destination, peering }: PeeringRoute,
  usable: readonly Cidr[],
) {
  if (usable.length === 0) return null
  const added = usable.filter((block) => !table.routes[block])
  return repair({
    id: `narrow-route:${table.id}:${destination}`,
    label: `Narrow the route to ${listed(usable)}`,
    preview: `Removes 1 route${added.length > 0 ? ` and adds ${counted(added.length, 'route')}` : ''}.`,
    document,
    run: (draft) => {
      dropRoute(draft, table.id, destination)
      for (const block of added) addRoute(draft, table.id, block, peering.id)
    },
  })
}
