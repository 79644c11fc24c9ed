import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { accepterPart, reportPeering, transitGatewayPeeringPlan } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_peering_attachment_accepter */
export const terraform: Emit<'transit-gateway-peering-attachment'> = (peering, context) => {
  const { design, block, output, tags, account } = context
  const plan = transitGatewayPeeringPlan(peering, design)
  const { requester, accepter, outcome } = plan
  reportPeering(peering, plan, context, 'terraform')
  if (outcome === 'none') return { blocks: [], outputs: [] }
  return {
    blocks: [
      block('aws_ec2_transit_gateway_peering_attachment', {
        transit_gateway_id: ref(requester.id),
        peer_transit_gateway_id: ref(accepter.id),
        peer_account_id: account(accepter.ownerId),
        peer_region: accepter.region,
        tags: tags(),
      }),
      ...(outcome === 'accepted'
        ? [
            block(
              'aws_ec2_transit_gateway_peering_attachment_accepter',
              { transit_gateway_attachment_id: ref(peering.id), tags: tags() },
              { part: accepterPart, place: accepter },
            ),
          ]
        : []),
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
