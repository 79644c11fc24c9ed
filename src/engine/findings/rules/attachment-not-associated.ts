import { called } from '../../../kinds/called'
import type { TransitGatewayAttachment } from '../../../kinds/network'
import type { Id, ResourceOf } from '../../../kinds/resource'
import { carries } from '../../../kinds/transit-gateway/attached'
import { joinTableRepair } from '../../repairs/join-transit-gateway-table'
import { standingAttachments, standingPeerings } from '../attachments'
import { defineRule } from '../define-rule'

/** Nothing that enters by an attachment without a route table is forwarded. */
export const attachmentNotAssociated = defineRule<{
  attachment: TransitGatewayAttachment
  gateway: ResourceOf<'transit-gateway'>
}>({
  id: 'L31',
  name: 'attachment-not-associated',
  severity: 'error',
  rules: ['TGW-6'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  *check(network) {
    const { design } = network
    const sides = [
      ...standingAttachments(network).map((it) => [it, it.transitGatewayId] as const),
      ...[
        ...design.all('vpn-connection'),
        ...design.all('direct-connect-gateway-association'),
      ].flatMap((it) =>
        carries(it) && it.gatewayId.startsWith('transit-gateway:')
          ? [[it, it.gatewayId as Id<'transit-gateway'>] as const]
          : [],
      ),
      ...design
        .all('transit-gateway-connect')
        .filter(carries)
        .map((it) => [it, it.transitGatewayId] as const),
      ...standingPeerings(network).flatMap((it) => [
        [it, it.requesterTransitGatewayId] as const,
        [it, it.accepterTransitGatewayId] as const,
      ]),
    ]
    for (const [attachment, gatewayId] of sides) {
      const gateway = design.get(gatewayId)
      if (!gateway || network.associatedTableOf(attachment.id, gatewayId)) continue
      yield {
        resources: [attachment.id, gateway.id],
        evidence: [{ type: 'missing', resourceId: gateway.id, field: 'associations' }],
        facts: { attachment, gateway },
        repairs: [joinTableRepair(network, gateway, attachment.id, 'associations')],
      }
    }
  },
  say: ({ attachment, gateway }) =>
    `${called(attachment)} is associated with no route table of ${called(gateway)}: nothing that comes in by it is forwarded. Associate it with one.`,
})
