import { familyOf, type Ip } from '../../net/ip'
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
  type Decision,
  type Doors,
  type Packet,
  type Step,
} from '../forward'
import { linkBetween, tellLink } from '../joined'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { deciderOf, detached, resource, translated } from './decider'
import { pastAppliance } from './edge'
import { blockedPublicAccess } from './public-access'

type Gateway = ResourceOf<'internet-gateway'>

/** Out to the internet: from an interface of the VPC that has a public address. (NET-2, NET-5 to NET-7) */
export function goOut(
  it: Gateway,
  { vpcId }: Doors['through'],
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const unattached = detached(it, packet, network)
  const drops: Decision[] = unattached ? [unattached] : []
  const stop = (): Step => ({ decisions: drops, packet, next: null })
  if (!isPublic(header.destination)) {
    drops.push(refusesDestination(it, packet, network))
    return stop()
  }
  const face = faceAt(network, packet, vpcId, header.source)
  const isRegional = network.regionalNatAt(header.source)?.vpcId === vpcId
  const source = isRegional ? header.source : publicAddressOf(face, header.source)
  if (!source) {
    drops.push(refusesSource(it, face, packet, network))
    return stop()
  }
  if (packet.direction === 'reply' && source !== header.source && !cameIn(it, packet)) {
    const text = `The request did not come through ${called(it)}, but the reply leaves by it, as ${source}: the sender does not take that for an answer.`
    drops.push(
      drop(deciderOf(it), 'RETURN_PATH_ASYMMETRIC', { text, because: resource(it) }, header),
    )
    return stop()
  }
  const isNat = isRegional || network.component(face?.ownerId ?? it.id)?.kind === 'nat-gateway'
  const blockers = [
    pastAppliance(deciderOf(it), it.id, packet, network, face),
    blockedPublicAccess(
      deciderOf(it),
      { vpcId, face: face ?? null, outwardOnly: isNat },
      header,
      network,
    ),
  ]
  drops.push(...blockers.filter((each) => each !== null))
  const out = source === header.source ? packet : translated(it, packet, { source })
  const passes =
    out === packet
      ? allow(
          deciderOf(it),
          'passes',
          {
            text: `${capital(called(it))} sends it out as it is: ${header.source} is a public address.`,
            because: resource(it),
          },
          header,
        )
      : allow(
          deciderOf(it),
          'translates',
          {
            text: `${capital(called(it))} sends it out as ${source}, the public address of ${header.source}.`,
            because: resource(it),
          },
          out.header,
        )
  const there = network.interfaceByPublicIp(header.destination)
  const isHairpin =
    there?.vpcId === it.vpcId || network.regionalNatAt(header.destination)?.vpcId === it.vpcId
  return {
    decisions: drops.length > 0 ? drops : [passes],
    packet: out,
    next: isHairpin ? { to: it.id, door: 'outside' } : { to: network.internet.id, door: 'transit' },
  }
}

/** What stands on the internet for this address of an interface? IPv6 stands for itself. (NET-5) */
function publicAddressOf(face: NetworkInterface | undefined, ip: Ip): Ip | null {
  if (familyOf(ip) === 'IPv6') return face && isPublic(ip) ? ip : null
  return face?.addresses.find((each) => each.ip === ip)?.publicIp ?? null
}

function refusesSource(
  it: Gateway,
  face: NetworkInterface | undefined,
  { header }: Packet,
  network: NetworkView,
): Decision {
  const who = face && network.component(face.ownerId)
  const text = !who
    ? `${header.source} is no interface of the VPC, and ${called(it)} serves only its own.`
    : familyOf(header.source) === 'IPv6'
      ? `${header.source} of ${who.name} is a private IPv6 address, which ${called(it)} does not carry.`
      : `${who.name} (${header.source}) has no public IPv4 address, so ${called(it)} has nothing to translate it to.`
  const because = face ? missing(face.ownerId, 'publicIp') : field(it.id, 'vpcId')
  return drop(deciderOf(it), 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', { text, because }, header)
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
  if (!publicAddressOf(network.interfaceAt(it.vpcId, header.source), header.source))
    related.push('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS')
  const what =
    code === 'NO_POSSIBLE_DESTINATION' ? 'no address of the internet' : 'a private address'
  const link = afar ? ` ${tellLink(network, it.vpcId, afar.vpcId)}` : ''
  const text = `The route leads to ${called(it)}, which drops it: ${header.destination} is ${what}.${link}`
  return drop(deciderOf(it), code, { text, because: resource(it), related }, header)
}
