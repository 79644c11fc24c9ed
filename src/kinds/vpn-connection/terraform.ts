import { ref } from '../../iac/value'
import type { Emit } from '../emit'
import { connectionPlan, reportConnection, routePart, routeWords } from './plan'

/** @source https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/vpn_connection */
export const terraform: Emit<'vpn-connection'> = (connection, context) => {
  const { design, block, output, tags } = context
  const plan = connectionPlan(connection, design)
  reportConnection(connection, plan, context)
  if (plan.because) return { blocks: [], outputs: [] }
  const { gateway, customer, routes } = plan
  return {
    blocks: [
      block('aws_vpn_connection', {
        type: 'ipsec.1',
        customer_gateway_id: ref(customer.id),
        [gateway.kind === 'vpn-gateway' ? 'vpn_gateway_id' : 'transit_gateway_id']: ref(gateway.id),
        static_routes_only: connection.staticRoutesOnly,
        tags: tags(),
      }),
      ...routes.map((destination) =>
        block(
          'aws_vpn_connection_route',
          { vpn_connection_id: ref(connection.id), destination_cidr_block: destination },
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
