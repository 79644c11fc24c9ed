import { parts, text } from '../../../kinds/describe'
import { partOf, type Words } from '../written'

const attached = (VpnGatewayId: string, VpcId: string | null) =>
  VpcId === null ? [] : [partOf('VPCGatewayAttachment', { VpnGatewayId, VpcId })]

const gateway: Words = (it, id) => [partOf('VPNGateway', it), ...attached(id, text(it, 'VpcId'))]

/** A state tells the static routes with the connection as well. */
const connection: Words = (it, VpnConnectionId) => [
  partOf('VPNConnection', it),
  ...parts(it, 'Routes')
    .filter((each) => text(each, 'Source')?.toLowerCase() === 'static')
    .map((each) =>
      partOf('VPNConnectionRoute', {
        VpnConnectionId,
        DestinationCidrBlock: text(each, 'DestinationCidrBlock'),
      }),
    ),
]

/** Types whose meaning is that of a type of CloudFormation. */
export const vpnWords: Readonly<Record<string, Words>> = {
  aws_customer_gateway: (it) => [partOf('CustomerGateway', it)],
  aws_vpn_gateway: gateway,
  aws_vpn_gateway_attachment: (it) => attached(text(it, 'VpnGatewayId') ?? '', text(it, 'VpcId')),
  aws_vpn_connection: connection,
  aws_vpn_connection_route: (it) => [partOf('VPNConnectionRoute', it)],
  aws_vpn_gateway_route_propagation: ({ VpnGatewayId, RouteTableId }) => [
    partOf('VPNGatewayRoutePropagation', { VpnGatewayId, RouteTableIds: [RouteTableId] }),
  ],
}
