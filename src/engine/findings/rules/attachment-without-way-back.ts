import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { joinTableRepair } from '../../repairs/join-transit-gateway-table'
import { standingAttachments } from '../attachments'
import { defineRule } from '../define-rule'

/** An attachment whose packets are forwarded, while no table knows a way to it. */
export const attachmentWithoutWayBack = defineRule<{
  attachment: ResourceOf<'transit-gateway-vpc-attachment'>
  gateway: ResourceOf<'transit-gateway'>
}>({
  id: 'L32',
  name: 'attachment-without-way-back',
  severity: 'warn',
  rules: ['TGW-13'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html',
  *check(network) {
    const { design } = network
    for (const attachment of standingAttachments(network)) {
      const gateway = design.get(attachment.transitGatewayId)
      if (!gateway || !network.associatedTableOf(attachment.id, gateway.id)) continue
      const isKnown = network
        .transitGatewayTablesOf(gateway.id)
        .some(
          (table) =>
            design.get(table.id)?.propagations.includes(attachment.id) ||
            table.routes.some((route) => route.attachmentId === attachment.id),
        )
      if (isKnown) continue
      yield {
        resources: [attachment.id, gateway.id],
        evidence: [{ type: 'missing', resourceId: gateway.id, field: 'propagations' }],
        facts: { attachment, gateway },
        repairs: [joinTableRepair(network, gateway, attachment.id, 'propagations')],
      }
    }
  },
  say: ({ attachment, gateway }) =>
    `${called(attachment)} is associated with a route table, but no table of ${called(gateway)} has a route to it: what its VPC asks is never answered. Let it propagate, or add a static route to it.`,
})
