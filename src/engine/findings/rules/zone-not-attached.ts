import { isSameZone, zoneOf } from '../../../kinds/availability-zone'
import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { subnetsOfAttachment } from '../../../kinds/transit-gateway/attached'
import { groupBy } from '../../../base/group-by'
import { attachZoneRepair } from '../../repairs/attach-zone'
import { listed } from '../../repairs/words'
import { interfacesBySubnet, leadsTo, standingAttachments } from '../attachments'
import { defineRule } from '../define-rule'

type Attachment = ResourceOf<'transit-gateway-vpc-attachment'>
type Subnet = ResourceOf<'subnet'>

/**
 * A zone with workloads that route to a transit gateway, but without a subnet of the attachment:
 * they can be reached and cannot answer. (CL-23)
 */
export const zoneNotAttached = defineRule<{
  attachment: Attachment
  gateway: ResourceOf<'transit-gateway'>
  zone: string
  subnets: readonly Subnet[]
}>({
  id: 'L30',
  name: 'zone-not-attached',
  severity: 'error',
  rules: ['TGW-3', 'TGW-4', 'CL-23'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html',
  *check(network) {
    const { design } = network
    const faces = interfacesBySubnet(network)
    for (const attachment of standingAttachments(network)) {
      const gateway = design.get(attachment.transitGatewayId)
      if (!gateway) continue
      const attached = subnetsOfAttachment(attachment, design).map((it) => zoneOf(it, network))
      const cutOff = network
        .subnetsOf(attachment.vpcId)
        .filter(
          (it) =>
            faces.has(it.id) &&
            leadsTo(network.tableOf(it.id), gateway.id) &&
            !attached.some((zone) => isSameZone(zone, zoneOf(it, network))),
        )
      for (const [zone, subnets] of groupBy(cutOff, (it) => it.availabilityZone)) {
        yield {
          resources: [attachment.id, ...subnets.map((it) => it.id)],
          evidence: [{ type: 'field', resourceId: attachment.id, field: 'subnetIds' }],
          facts: { attachment, gateway, zone, subnets },
          repairs: [attachZoneRepair(network, attachment, zone)],
        }
      }
    }
  },
  say: ({ attachment, gateway, zone, subnets }) =>
    `${listed(subnets.map(called))} ${subnets.length === 1 ? 'lies' : 'lie'} in ${zone}, where ${called(attachment)} has no subnet: nothing there reaches ${called(gateway)}, and answers to it are lost. Add a subnet in ${zone} to the attachment.`,
})
