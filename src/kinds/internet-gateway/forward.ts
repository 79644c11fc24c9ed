import { isPublic, isRfc1918, isRfc6598 } from '../../net/ranges'
import { called } from '../called'
import type { Code } from '../codes'
import { capital } from '../contract'
import {
  allow,
  drop,
  faceAt,
  field,
  missing,
  rewritten,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
} from '../forward'
import { linkBetween, tellLink } from '../joined'
import type { NetworkView } from '../network'
import type { ResourceOf } from '../resource'

type Gateway = ResourceOf<'internet-gateway'>

const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'internet gateway',
  name: it.name,
  at: it.id,
})

function isServing(it: Gateway, network: NetworkView): boolean {
  return network.internetGatewayOf(it.vpcId)?.id === it.id
}

function detached(it: Gateway, { header }: Packet): Decision {
  const text = `${capital(called(it))} is not attached to its VPC.`
  return drop(
    deciderOf(it),
    'BAD_STATE_ATTACHMENT',
    { text, because: field(it.id, 'attachmentState') },
    header,
  )
}

/**
 * An internet gateway is a one-to-one NAT between the private address of an interface of its VPC
 * and that interface's public address. It knows nothing else, and drops what comes from or goes to
 * private ranges. (NET-2, NET-4, NET-6, NET-7)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html
 */
export const forward: Forwarding<'internet-gateway'> = {
  through: (it, { vpcId }, packet, network) => {
    const { header } = packet
    const drops: Decision[] = isServing(it, network) ? [] : [detached(it, packet)]
    if (!isPublic(header.destination))
      return { decisions: [...drops, refusesDestination(it, packet, network)], packet, next: null }
    const face = faceAt(network, packet, vpcId, header.source)
    const publicIp = face?.addresses.find((each) => each.ip === header.source)?.publicIp
    if (!publicIp) {
      const who = face && network.component(face.ownerId)
      const text = who
        ? `${who.name} (${header.source}) has no public IPv4 address, so ${called(it)} has nothing to translate it to.`
        : `${header.source} is no interface of the VPC, and ${called(it)} serves only its own.`
      const because = face ? missing(face.ownerId, 'publicIp') : field(it.id, 'vpcId')
      drops.push(
        drop(deciderOf(it), 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', { text, because }, header),
      )
      return { decisions: drops, packet, next: null }
    }
    if (packet.direction === 'reply' && !cameIn(it, packet)) {
      const text = `The request did not come through ${called(it)}, but the reply leaves by it, as ${publicIp}: the sender does not take that for an answer.`
      drops.push(
        drop(deciderOf(it), 'RETURN_PATH_ASYMMETRIC', { text, because: resource(it) }, header),
      )
      return { decisions: drops, packet, next: null }
    }
    const out = translated(it, packet, { source: publicIp })
    const text = `${capital(called(it))} sends it out as ${publicIp}, the public address of ${header.source}.`
    const hairpin = network.interfaceByPublicIp(header.destination)?.vpcId === it.vpcId
    return {
      decisions:
        drops.length > 0
          ? drops
          : [allow(deciderOf(it), 'translates', { text, because: resource(it) }, out.header)],
      packet: out,
      next: hairpin ? { to: it.id, door: 'outside' } : { to: network.internet.id, door: 'transit' },
    }
  },

  outside: (it, _, packet, network) => {
    const { header } = packet
    const drops: Decision[] = isServing(it, network) ? [] : [detached(it, packet)]
    if (!isPublic(header.source)) {
      const code: Code = isRfc6598(header.source)
        ? 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS'
        : 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'
      const text = `${capital(called(it))} takes nothing from ${header.source}: it is no public address.`
      drops.push(drop(deciderOf(it), code, { text, because: resource(it) }, header))
    }
    const face = network.interfaceByPublicIp(header.destination)
    if (face?.vpcId !== it.vpcId) {
      const text = `${header.destination} is no public address of the VPC of ${called(it)}.`
      drops.push(
        drop(
          deciderOf(it),
          'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
          { text, because: field(it.id, 'vpcId') },
          header,
        ),
      )
      return { decisions: drops, packet, next: null }
    }
    const address = face.addresses.find((each) => each.publicIp === header.destination)
    const come = translated(it, packet, { destination: address?.ip ?? face.privateIp })
    const text = `${capital(called(it))} hands it to ${come.header.destination}, whose public address is ${header.destination}.`
    return {
      decisions:
        drops.length > 0
          ? drops
          : [allow(deciderOf(it), 'translates', { text, because: resource(it) }, come.header)],
      packet: { ...come, senderKnown: false },
      next: { to: face.subnetId, door: 'enter', face, from: null },
    }
  },
}

const resource = (it: Gateway) => ({ type: 'resource', resourceId: it.id }) as const

function translated(
  it: Gateway,
  packet: Packet,
  change: Partial<Pick<Packet['header'], 'source' | 'destination'>>,
): Packet {
  const after = rewritten(packet, change)
  if (packet.direction === 'reply') return after
  const binding = {
    device: it.id,
    before: packet.header,
    after: after.header,
    returnsToSender: false,
  }
  return { ...after, bindings: [...packet.bindings, binding] }
}

/** Did the request that this reply answers come in through the gateway, to this very address? */
function cameIn(it: Gateway, { bindings, header }: Packet): boolean {
  return bindings.some(
    ({ device, before, after }) =>
      device === it.id &&
      after.destination === header.source &&
      before.destination !== after.destination &&
      after.source === header.destination,
  )
}

function refusesDestination(it: Gateway, packet: Packet, network: NetworkView): Decision {
  const { direction, goal, header } = packet
  const code: Code = isRfc1918(header.destination)
    ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
    : isRfc6598(header.destination)
      ? 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
      : 'NO_POSSIBLE_DESTINATION'
  const afar = goal.face?.privateIp === header.destination && goal.face
  const related: Code[] = code === 'NO_POSSIBLE_DESTINATION' ? [] : ['NO_POSSIBLE_DESTINATION']
  if (direction === 'request' && afar && !linkBetween(network, it.vpcId, afar.vpcId))
    related.push('DISCONNECTED_VPCS')
  // true as well, but a public address would not help (NET-2)
  if (!network.interfaceAt(it.vpcId, header.source)?.publicIp)
    related.push('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS')
  const what =
    code === 'NO_POSSIBLE_DESTINATION' ? 'no address of the internet' : 'a private address'
  const link = afar ? ` ${tellLink(network, it.vpcId, afar.vpcId)}` : ''
  const text = `The route leads to ${called(it)}, which drops it: ${header.destination} is ${what}.${link}`
  return drop(deciderOf(it), code, { text, because: resource(it), related }, header)
}
