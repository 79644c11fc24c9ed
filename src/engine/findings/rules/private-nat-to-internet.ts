import { called } from '../../../kinds/called'
import type { ResolvedRoute } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import { contains, endsOf, isCidr, type Cidr } from '../../../net/cidr'
import type { Network } from '../../network'
import { winningRoute } from '../../../kinds/route-table/forward'
import { defineRule } from '../define-rule'

/** What a private NAT gateway hands to an internet gateway has no public address, and is dropped. */
export const privateNatToInternet = defineRule<{
  gateway: ResourceOf<'nat-gateway'>
  user: ResourceOf<'route-table'>
  destination: Cidr
  onward: Cidr
}>({
  id: 'L21',
  name: 'private-nat-to-internet',
  severity: 'error',
  rules: ['NET-16'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html',
  *check(network) {
    const { design } = network
    for (const gateway of design.all('nat-gateway')) {
      if (gateway.connectivityType !== 'private' || !gateway.subnetId) continue
      for (const user of design.all('route-table'))
        for (const [destination, { target }] of Object.entries(user.routes)) {
          if (target !== gateway.id || !isCidr(destination)) continue
          const onward = toInternet(network, gateway.subnetId, destination)
          if (!onward) continue
          yield {
            resources: [gateway.id, user.id],
            evidence: [{ type: 'route', routeTableId: user.id, destination, target }],
            facts: { gateway, user, destination, onward: onward.destination },
          }
        }
    }
  },
  say: ({ gateway, user, destination, onward }) =>
    `${called(user)} sends ${destination} to ${called(gateway)}, and its subnet sends ${onward} on to an internet gateway. A private NAT gateway has no public address, so all of that is dropped there. Use a public NAT gateway for the internet.`,
})

/** The route by which the gateway's own subnet sends some of these addresses to the internet. */
function toInternet(
  network: Network,
  subnetId: ResourceOf<'subnet'>['id'],
  destination: Cidr,
): ResolvedRoute | undefined {
  const table = network.tableOf(subnetId)
  return table?.routes.find(
    (route) =>
      route.target?.startsWith('internet-gateway:') &&
      (contains(destination, route.destination) ||
        (contains(route.destination, destination) &&
          winningRoute(table, endsOf(destination)[0]) === route)),
  )
}
