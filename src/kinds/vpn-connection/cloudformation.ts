import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { connectionPlan, reportConnection, routePart, routeWords } from './plan'

/** @source https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-vpnconnection.html */
export const cloudformation: Emit<'vpn-connection'> = (connection, context) => {
  const { design, block, output, tags } = context
  const plan = connectionPlan(connection, design)
  reportConnection(connection, plan, context)
  if (plan.because) return { blocks: [], outputs: [] }
  const { gateway, customer, routes } = plan
  return {
    blocks: [
      block('AWS::EC2::VPNConnection', {
        Type: 'ipsec.1',
        CustomerGatewayId: ref(customer.id),
        [gateway.kind === 'vpn-gateway' ? 'VpnGatewayId' : 'TransitGatewayId']: ref(gateway.id),
        StaticRoutesOnly: connection.staticRoutesOnly,
        Tags: tags(),
      }),
      ...routes.map((destination) =>
        block(
          'AWS::EC2::VPNConnectionRoute',
          { VpnConnectionId: ref(connection.id), DestinationCidrBlock: destination },
          { part: routePart(destination), words: [routeWords(destination)] },
        ),
      ),
    ],
    outputs: [
      output(
        ['vpn connection id'],
        `ID of the VPN connection ${connection.name}.`,
        ref(connection.id),
      ),
    ],
  }
}
