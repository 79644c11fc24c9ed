import { nested, ref } from '../../iac/value'
import type { Emit } from '../emit'
import { connectPlan, peerPart } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayconnect.html */
export const cloudformation: Emit<'transit-gateway-connect'> = (connect, context) => {
  const { block, tags } = context
  const plan = connectPlan(connect, context, 'cloudformation')
  if (!plan) return { blocks: [], outputs: [] }
  const { transport, peers } = plan
  return {
    blocks: [
      block(
        'AWS::EC2::TransitGatewayConnect',
        {
          TransportTransitGatewayAttachmentId: transport.id,
          Options: nested({ Protocol: 'gre' }),
          Tags: tags(),
        },
        { onlyIf: transport.onlyIf },
      ),
      ...peers.map(({ key, peer, address, onlyIf }) =>
        block(
          'AWS::EC2::TransitGatewayConnectPeer',
          {
            TransitGatewayAttachmentId: ref(connect.id),
            ConnectPeerConfiguration: nested({
              PeerAddress: address,
              InsideCidrBlocks: [peer.insideCidrBlock],
            }),
            Tags: tags(),
          },
          { part: peerPart(key), words: [key], onlyIf },
        ),
      ),
    ],
    outputs: [],
  }
}
