import { isOfFamily4, type Ip4 } from '../../net/ip'
import { embeddedIpv4 } from '../../net/nat64'
import { allow, type Binding, type Decision, type Packet } from '../forward'
import type { Header } from '../packet'
import { called } from '../called'
import type { ResourceOf } from '../resource'
import { deciderOf, resource } from './decider'

type Nat = ResourceOf<'nat-gateway'>

/** ICMPv6's types of messages that a NAT gateway passes, and ICMP's for the same. */
const echoes: readonly (readonly [number, number])[] = [
  [128, 8],
  [129, 0],
]

/**
 * A request with this address as source. Its port becomes one of the device's; NAT64 takes the
 * prefix off the destination, and the rest is IPv4. (NET-10, NET-20)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export function translatedTo(it: Nat, source: Ip4, packet: Packet): Packet {
  const { goal, header } = packet
  const four = embeddedIpv4(header.destination)
  const type = echoes.find(([six]) => six === header.icmp?.type)?.[1]
  const after: Header = {
    ...header,
    source,
    sourcePort: header.sourcePort === null ? null : 'device',
    destination: four ?? header.destination,
    ...(four && header.icmp
      ? { protocol: 'icmp', icmp: { ...header.icmp, type: type ?? header.icmp.type } }
      : {}),
  }
  const binding = { device: it.id, before: header, after, returnsToSender: true }
  return {
    ...packet,
    header: after,
    goal: four ? { ...goal, address: four } : goal,
    senderKnown: false,
    bindings: [...packet.bindings, binding],
  }
}

export function tellsTranslation(it: Nat, { header }: Packet): Decision {
  const text = `${called(it)} sends it on as ${header.source}.`
  return allow(deciderOf(it), 'translates', { text, because: resource(it) }, header)
}

/** What the gateway remembers of the request that this packet answers. */
export function bindingOf(it: Nat, { bindings, direction, header }: Packet): Binding | undefined {
  return direction === 'reply'
    ? bindings.findLast(
        ({ device, after }) =>
          device === it.id &&
          after.source === header.destination &&
          after.destination === header.source,
      )
    : undefined
}

/** A reply as the sender of the request expects it. */
export function translatedBack(packet: Packet, { before }: Binding): Packet {
  const { header } = packet
  const isSix = !isOfFamily4(before.source)
  const type = echoes.find(([, four]) => four === header.icmp?.type)?.[0]
  return {
    ...packet,
    header: {
      ...header,
      source: before.destination,
      destination: before.source,
      destinationPort: before.sourcePort,
      ...(isSix && header.icmp
        ? { protocol: before.protocol, icmp: { ...header.icmp, type: type ?? header.icmp.type } }
        : {}),
    },
  }
}
