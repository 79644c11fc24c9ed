import { blocksIn, idOf, oneOf, part, parts, text, type Describe } from '../describe'

/** @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_DirectConnectGatewayAssociation.html */
export const describe: Describe<'direct-connect-gateway-association'> = ({ dump }) =>
  dump.all('directConnectGatewayAssociations').flatMap(({ it, id }) => {
    const gateway = part(it, 'associatedGateway')
    const gatewayId = text(gateway, 'id') ?? text(it, 'virtualGatewayId')
    const direct = text(it, 'directConnectGatewayId')
    if (!id || !gatewayId || !direct || text(it, 'associationState') === 'disassociated') return []
    return [
      {
        id: idOf('direct-connect-gateway-association', id),
        kind: 'direct-connect-gateway-association' as const,
        name: `${direct} to ${gatewayId}`,
        awsId: id,
        directConnectGatewayId: idOf('direct-connect-gateway', direct),
        gatewayId: gatewayId.startsWith('tgw-')
          ? idOf('transit-gateway', gatewayId)
          : idOf('vpn-gateway', gatewayId),
        state: oneOf(
          text(it, 'associationState'),
          ['associating', 'associated', 'updating', 'disassociating', 'disassociated'],
          'associated',
        ),
        allowedPrefixes: blocksIn(
          parts(it, 'allowedPrefixesToDirectConnectGateway').map((each) => text(each, 'cidr')),
          'IPv4',
        ),
      },
    ]
  })
