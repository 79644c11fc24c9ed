import { holds } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import { called } from '../called'
import { capital } from '../contract'
import {
  allow,
  drop,
  ends,
  field,
  missing,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
  type Step,
} from '../forward'
import type { NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'
import { isUp, premisesOf } from './learned'

type Connection = ResourceOf<'vpn-connection'>

/**
 * Two tunnels between AWS and a customer gateway; one of them up is enough. (VPN-9)
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html
 */
export const forward: Forwarding<'vpn-connection'> = {
  outgoing: (it, _, packet, network) => toPremises(it, packet, network),

  tunnel: (it, { towards }, packet, network) => {
    if (towards === 'premises') return toPremises(it, packet, network)
    const { header } = packet
    const text = `${capital(called(it))} carries it to AWS.`
    const carried = allow(deciderOf(it), 'passes', { text, because: stateOf(it) }, header)
    const decisions = [down(it, packet) ?? carried]
    const { gatewayId } = it
    const handed = { ...packet, senderKnown: false }
    return isVpnGateway(gatewayId)
      ? { decisions, packet: handed, next: { to: gatewayId, door: 'fromPremises', over: it.id } }
      : {
          decisions,
          packet: handed,
          next: { to: gatewayId, door: 'incoming', attachmentId: it.id, zone: null },
        }
  },
}

const deciderOf = (it: Connection): Decider => ({
  component: it.id,
  term: 'Site-to-Site VPN connection',
  name: it.name,
  at: it.id,
})

const isVpnGateway = (id: Connection['gatewayId']): id is Id<'vpn-gateway'> =>
  id.startsWith('vpn-gateway:')

const stateOf = (it: Connection) =>
  field(it.id, it.state === 'available' ? 'tunnel1Status' : 'state')

function down(it: Connection, { header }: Packet): Decision | null {
  if (isUp(it)) return null
  const why = it.state === 'available' ? 'has both tunnels down' : `is ${it.state}, not available`
  const text = `${capital(called(it))} ${why}.`
  const code = isVpnGateway(it.gatewayId) ? 'BAD_STATE_VPN' : 'TGW_BAD_STATE_VPN'
  return drop(deciderOf(it), code, { text, because: stateOf(it) }, header)
}

function toPremises(it: Connection, packet: Packet, network: NetworkView): Step {
  const { header } = packet
  const by = deciderOf(it)
  const broken = down(it, packet)
  if (familyOf(header.destination) === 'IPv6') {
    const text = `What ${called(it)} does with IPv6 is not modelled.`
    const because = field(it.id, 'gatewayId')
    return ends(broken ?? drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header), packet)
  }
  const premises = premisesOf(it, network.design)
  if (!premises) {
    const text = `What lies behind the customer gateway of ${called(it)} is not drawn.`
    const because = missing(it.customerGatewayId, 'onPremisesNetworkId')
    const unknown = drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)
    return ends(broken ?? unknown, packet)
  }
  if (!premises.prefixes.some((prefix) => holds(prefix, header.destination))) {
    const text = `${capital(called(it))} leads to ${called(premises)}, which does not hold ${header.destination}.`
    const because = field(premises.id, 'prefixes')
    const lost = drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header)
    return { decisions: broken ? [broken, lost] : [lost], packet, next: null }
  }
  const text = `${capital(called(it))} carries it to ${called(premises)}.`
  return {
    decisions: [broken ?? allow(by, 'passes', { text, because: stateOf(it) }, header)],
    packet: { ...packet, senderKnown: false, enteredBy: null },
    next: { to: premises.id, door: 'arrive', face: null },
  }
}
