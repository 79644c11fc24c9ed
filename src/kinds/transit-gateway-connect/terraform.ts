import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { defaultTableOf } from '../transit-gateway/plan'
import { connectPlan, peerPart } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_transit_gateway_connect */
export const terraform: Emit<'transit-gateway-connect'> = (connect, context) => {
  const { design, block, output, tags } = context
  const plan = connectPlan(connect, context, 'terraform')
  if (!plan) return { blocks: [], outputs: [] }
  const { gateway, transport, peers } = plan
  const table = defaultTableOf(gateway, design, 'terraform')
  return {
    blocks: [
      block('aws_ec2_transit_gateway_connect', {
        transit_gateway_id: ref(gateway.id),
        transport_attachment_id: transport.id,
        transit_gateway_default_route_table_association:
          (gateway.defaultRouteTableAssociation && table?.associations.includes(connect.id)) ??
          false,
        transit_gateway_default_route_table_propagation:
          (gateway.defaultRouteTablePropagation && table?.propagations.includes(connect.id)) ??
          false,
        tags: tags(),
      }),
      ...peers.map(({ key, peer, address, onlyIf }) =>
        block(
          'aws_ec2_transit_gateway_connect_peer',
          {
            transit_gateway_attachment_id: ref(connect.id),
            peer_address: address,
            inside_cidr_blocks: [peer.insideCidrBlock],
            bgp_asn: String(peer.peerAsn),
            tags: tags(),
          },
          { part: peerPart(key), words: [key], onlyIf },
        ),
      ),
    ],
    outputs: [
      output(
        ['connect attachment id'],
        `ID of the Connect attachment ${connect.name}.`,
        ref(connect.id),
      ),
    ],
  }
}
