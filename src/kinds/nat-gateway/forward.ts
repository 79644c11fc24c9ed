import { isOfFamily4 } from '../../net/ip'
import { called } from '../called'
import { allow, drop, ends, type Doors, type Forwarding, type Packet, type Step } from '../forward'
import { crossBorder } from '../network-acl/forward'
import type { NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { strayed } from '../strayed'
import { deciderOf, refusals, resource } from './decider'
import { backFromRegional, throughRegional } from './regional'
import { bindingOf, tellsTranslation, translatedBack, translatedTo } from './translation'

type Nat = ResourceOf<'nat-gateway'>

/**
 * A NAT gateway gives a packet its own private address as source and sends it on by the route table
 * of its own subnet; it undoes that for answers to what it sent, and takes nothing else. (NET-9 to
 * NET-16)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const forward: Forwarding<'nat-gateway'> = {
  through: (it, arrival, packet, network) => {
    if (packet.direction === 'reply') {
      const text = `The reply runs into ${called(it)}, which did not see the request and knows no such connection.`
      return ends(
        drop(
          deciderOf(it),
          'RETURN_PATH_ASYMMETRIC',
          { text, because: resource(it) },
          packet.header,
        ),
        packet,
      )
    }
    return it.subnetId === null
      ? throughRegional(it, arrival, packet, network)
      : throughZonal(it, arrival, packet, network)
  },

  arrive: (it, { face }, packet, network) => {
    const { direction, header } = packet
    const by = deciderOf(it)
    const because = resource(it)
    const binding = bindingOf(it, packet)
    if (binding) {
      const back = translatedBack(packet, binding)
      const text = `${called(it)} knows the connection and sends the reply back to ${binding.before.source}.`
      const told = allow(by, 'translates', { text, because }, back.header)
      if (face)
        return {
          decisions: [told],
          packet: back,
          next: { to: face.subnetId, door: 'leave', face },
        }
      const step = backFromRegional(it, back, network)
      return { ...step, decisions: [told, ...step.decisions] }
    }
    const stray = face && strayed(by, face, packet, network)
    if (stray) return ends(stray, packet)
    const decision =
      direction === 'request'
        ? drop(
            by,
            'NAT_UNSOLICITED_INBOUND',
            { text: `Nobody can open a connection to ${called(it)} or through it.`, because },
            header,
          )
        : drop(
            by,
            'RETURN_PATH_ASYMMETRIC',
            { text: `${called(it)} did not see the request that this answers.`, because },
            header,
          )
    return ends(decision, packet)
  },
}

/** One in a subnet. Any of its addresses may be the one it gives to a connection. */
function throughZonal(
  it: Nat,
  { vpcId, from }: Doors['through'],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const by = deciderOf(it)
  const [face] = network.interfacesOf(it.id)
  if (!face || face.fault || !isOfFamily4(face.privateIp)) {
    const fault =
      face?.fault ??
      network.faultsOf(it.id)[0] ??
      (face ? 'its subnet has no IPv4 addresses' : 'it has no network interface')
    const text = `AWS would refuse ${called(it)}: ${fault}.`
    return ends(drop(by, 'UNSUPPORTED_COMPONENT', { text, because: resource(it) }, header), packet)
  }
  if (face.addresses.some(({ ip }) => ip === header.source)) {
    const text = `The route table of its own subnet sends packets of ${called(it)} back to it.`
    return ends(drop(by, 'LOOP_DETECTED', { text, because: resource(it) }, header), packet)
  }
  const entering =
    from === face.subnetId ? [] : crossBorder(face.subnetId, 'ingress', packet, network)
  const drops = refusals(it, vpcId, packet, network)
  const ways = face.addresses.flatMap(({ ip }) => {
    if (!isOfFamily4(ip)) return []
    const out = translatedTo(it, ip, packet)
    return {
      label: `as ${ip}`,
      decisions: drops.length > 0 ? [] : [tellsTranslation(it, out)],
      packet: out,
      next: { to: face.subnetId, door: 'leave', face } as const,
    }
  })
  return { decisions: [...entering, ...drops], packet, next: null, forks: ways }
}
