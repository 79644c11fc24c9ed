import { idOf, known, oneOf, parts, text, type Describe } from '../describe'
import { premisesBehind } from '../on-premises-network/describe'
import { virtualInterfaceStates } from './schema'

/** @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html */
export const describe: Describe<'virtual-interface'> = (context) =>
  context.dump.all('virtualInterfaces').flatMap(({ it, id }) => {
    const type = text(it, 'virtualInterfaceType')
    const state = text(it, 'virtualInterfaceState')
    if (!id || state === 'deleted') return []
    const direct = text(it, 'directConnectGatewayId')
    const vgw = text(it, 'virtualGatewayId')
    if ((type !== 'private' && type !== 'transit') || (!direct && !vgw)) {
      context.skip(
        id,
        'Only private and transit virtual interfaces join the networks that a design holds.',
      )
      return []
    }
    const sessions = parts(it, 'bgpPeers')
    const isUp = sessions.length === 0 || sessions.some((each) => text(each, 'bgpStatus') === 'up')
    return [
      {
        ...known('virtual-interface', it, id, text(it, 'virtualInterfaceName')),
        virtualInterfaceType: type,
        gatewayId: direct ? idOf('direct-connect-gateway', direct) : idOf('vpn-gateway', vgw ?? ''),
        onPremisesNetworkId: premisesBehind(id, context),
        virtualInterfaceState: oneOf(state, virtualInterfaceStates, 'available'),
        bgpStatus: isUp ? 'up' : 'down',
      },
    ]
  })
