import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { enabled, sharePart } from '../transit-gateway/plan'
import { attachmentPlan, isAttachmentWritten, reportAttachment } from './plan'

export const cloudformation: Emit<'transit-gateway-vpc-attachment'> = (attachment, context) => {
  const { design, block, output, tags } = context
  const plan = attachmentPlan(attachment, design)
  reportAttachment(attachment, plan, context, 'cloudformation')
  if (!isAttachmentWritten(plan, 'cloudformation')) return { blocks: [], outputs: [] }
  return {
    blocks: [
      block(
        'AWS::EC2::TransitGatewayVpcAttachment',
        {
          TransitGatewayId: ref(plan.gateway.id),
          VpcId: ref(plan.vpc.id),
          SubnetIds: plan.subnets.map(({ id }) => ref(id)),
          Options: nested({
            ApplianceModeSupport: enabled(attachment.applianceModeSupport),
            DnsSupport: enabled(attachment.dnsSupport),
            Ipv6Support: enabled(attachment.ipv6Support),
            SecurityGroupReferencingSupport: enabled(attachment.securityGroupReferencingSupport),
          }),
          Tags: tags(),
        },
        // an account knows the transit gateway of another once it is shared
        { dependsOn: plan.isForeign ? [ref(plan.gateway.id, 'id', sharePart)] : [] },
      ),
    ],
    outputs: [
      output(
        ['attachment id'],
        `ID of the transit gateway attachment ${attachment.name}.`,
        ref(attachment.id),
      ),
    ],
  }
}
