import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { reportPeering, transitGatewayPeeringPlan } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewaypeeringattachment.html */
export const cloudformation: Emit<'transit-gateway-peering-attachment'> = (peering, context) => {
  const { design, block, output, tags, account } = context
  const plan = transitGatewayPeeringPlan(peering, design)
  const { requester, accepter, outcome } = plan
  reportPeering(peering, plan, context, 'cloudformation')
  if (outcome === 'none') return { blocks: [], outputs: [] }
  return {
    blocks: [
      block('AWS::EC2::TransitGatewayPeeringAttachment', {
        TransitGatewayId: ref(requester.id),
        PeerTransitGatewayId: ref(accepter.id),
        PeerAccountId: account(accepter.ownerId),
        PeerRegion: accepter.region,
        Tags: tags(),
      }),
    ],
    outputs: [
      output(
        ['peering attachment id'],
        `ID of the transit gateway peering attachment ${peering.name}.`,
        ref(peering.id),
      ),
    ],
  }
}
