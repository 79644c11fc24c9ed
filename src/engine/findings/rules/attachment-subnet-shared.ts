import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { subnetsOfAttachment } from '../../../kinds/transit-gateway/attached'
import { listed } from '../../repairs/words'
import { interfacesBySubnet, isOfWorkload, standingAttachments } from '../attachments'
import { defineRule } from '../define-rule'

/** AWS advises a small subnet of its own for each zone of an attachment. */
export const attachmentSubnetShared = defineRule<{
  attachment: ResourceOf<'transit-gateway-vpc-attachment'>
  subnets: readonly ResourceOf<'subnet'>[]
}>({
  id: 'L35',
  name: 'attachment-subnet-shared',
  severity: 'info',
  rules: ['TGW-12', 'ACL-9'],
  source: 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html',
  *check(network) {
    const faces = interfacesBySubnet(network)
    for (const attachment of standingAttachments(network)) {
      const subnets = subnetsOfAttachment(attachment, network.design).filter((it) =>
        faces.get(it.id)?.some(isOfWorkload),
      )
      if (subnets.length === 0) continue
      yield {
        resources: [attachment.id, ...subnets.map((it) => it.id)],
        evidence: [{ type: 'field', resourceId: attachment.id, field: 'subnetIds' }],
        facts: { attachment, subnets },
      }
    }
  },
  say: ({ attachment, subnets }) =>
    `${listed(subnets.map(called))} ${subnets.length === 1 ? 'serves' : 'serve'} ${called(attachment)} and workloads alike: its route table and network ACL cannot fit both. Give the attachment a /28 of its own in each zone.`,
})
