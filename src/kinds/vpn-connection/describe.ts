import { announcedBy } from '../on-premises-network/describe'
import { blocksIn, flag, idOf, known, oneOf, part, parts, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpnConnection.html */
export const describe: Describe<'vpn-connection'> = (context) =>
  context.dump.all('VpnConnections').flatMap((entry) => {
    const { it, id } = entry
    const state = text(it, 'State') ?? 'available'
    if (!id || state === 'deleted') return []
    const [vgw, tgw] = [text(it, 'VpnGatewayId'), text(it, 'TransitGatewayId')]
    const customer = text(it, 'CustomerGatewayId')
    if (!customer || (!vgw && !tgw)) {
      context.skip(id, 'It ends at neither a virtual private gateway nor a transit gateway.')
      return []
    }
    const announced = announcedBy(entry, context)
    const [one, other] = parts(it, 'VgwTelemetry').map((each) =>
      oneOf(text(each, 'Status'), ['UP', 'DOWN'], 'DOWN'),
    )
    return [
      {
        ...known('vpn-connection', it, id),
        gatewayId: vgw ? idOf('vpn-gateway', vgw) : idOf('transit-gateway', tgw ?? ''),
        customerGatewayId: idOf('customer-gateway', customer),
        state: oneOf(state, ['pending', 'available', 'deleting', 'deleted'], 'available'),
        staticRoutesOnly: flag(part(it, 'Options'), 'StaticRoutesOnly'),
        routes: blocksIn(
          parts(it, 'Routes')
            .filter((each) => text(each, 'State') !== 'deleted')
            .map((each) => text(each, 'DestinationCidrBlock')),
          'IPv4',
        ),
        ...(announced.length > 0 && { announced }),
        tunnel1Status: one ?? 'UP',
        tunnel2Status: other ?? one ?? 'UP',
      },
    ]
  })
