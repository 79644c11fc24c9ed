import { called } from '../../../kinds/called'
import type { Id, ResourceOf } from '../../../kinds/resource'
import type { Network } from '../../network'
import { transitGatewayRoutesBack } from '../../repairs/transit-gateway-routes-back'
import { standingPeerings } from '../attachments'
import { defineRule } from '../define-rule'

type Gateway = ResourceOf<'transit-gateway'>

/** Peered transit gateways learn nothing from each other: both need static routes. */
export const oneSidedTransitGatewayPeering = defineRule<{
  peering: ResourceOf<'transit-gateway-peering-attachment'>
  there: Gateway
  lacking: Gateway
}>({
  id: 'L33',
  name: 'one-sided-transit-gateway-peering',
  severity: 'error',
  rules: ['TGW-14'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html',
  *check(network) {
    for (const peering of standingPeerings(network)) {
      const [one, other] = [
        network.design.get(peering.requesterTransitGatewayId),
        network.design.get(peering.accepterTransitGatewayId),
      ]
      if (!one || !other) continue
      const [first, second] = [one, other].map(({ id }) => routesTo(network, id, peering.id))
      if (first === second) continue
      const [there, lacking] = first ? [one, other] : [other, one]
      yield {
        resources: [peering.id, lacking.id],
        evidence: [{ type: 'missing', resourceId: lacking.id, field: 'routes' }],
        facts: { peering, there, lacking },
        repairs: [transitGatewayRoutesBack(network, peering, there, lacking)],
      }
    }
  },
  say: ({ peering, there, lacking }) =>
    `${called(there)} routes to ${called(peering)}, but no route table of ${called(lacking)} does: answers are lost, for peered transit gateways exchange no routes. Add static routes on ${called(lacking)}.`,
})

function routesTo(
  network: Network,
  id: Id<'transit-gateway'>,
  peeringId: Id<'transit-gateway-peering-attachment'>,
): boolean {
  return network
    .transitGatewayTablesOf(id)
    .some(({ routes }) => routes.some((route) => route.attachmentId === peeringId))
}
