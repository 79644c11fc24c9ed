import { holds, overlaps, prefixLengthOf, type Cidr } from '../../net/cidr'
import { isOfFamily4 } from '../../net/ip'
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
import type { NetworkInterface, NetworkView } from '../network'
import { received } from '../received'
import type { Id, ResourceOf } from '../resource'
import { admit } from '../security-group/forward'
import { keysOf } from '../without'

type Endpoint = ResourceOf<'client-vpn-endpoint'>

/**
 * Clients send by the interface of the endpoint in the subnet that a route of the endpoint names,
 * with its address as source, where a rule admits them. Nobody opens a connection to a client.
 * (VPN-11)
 * @source https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/how-it-works.html
 */
export const forward: Forwarding<'client-vpn-endpoint'> = {
  send: (it, { face }, packet, network) => {
    const { header } = packet
    if (face) return ends(silent(it, packet), packet)
    const text = `A client of ${called(it)} (${header.source}) sends to ${header.destination}.`
    const sends = allow(deciderOf(it), 'sends', { text, because: null }, header)
    const fault = faultOf(it, packet, network)
    if (fault) return { ...ends(fault, packet), decisions: [sends, fault] }
    const drops = refusals(it, packet)
    const faces = facesTowards(it, packet, network)
    if (faces.length === 0) {
      const lack = `${capital(called(it))} has no route to ${header.destination}.`
      const because = missing(it.id, 'routes')
      const lost = drop(deciderOf(it), 'NO_ROUTE_TO_DESTINATION', { text: lack, because }, header)
      return { decisions: [sends, ...drops, lost], packet, next: null }
    }
    return {
      decisions: [sends, ...drops],
      packet,
      next: null,
      forks: faces.map((each) => ({
        label: `by ${network.subnetOf(each).name}`,
        ...outBy(it, each, packet, network),
      })),
    }
  },

  arrive: (it, { face }, packet, network) => {
    const { direction, header, bindings } = packet
    if (!face) return received(deciderOf(it), packet)
    const binding =
      direction === 'reply'
        ? bindings.findLast(
            ({ device, after }) =>
              device === it.id &&
              after.source === header.destination &&
              after.destination === header.source,
          )
        : undefined
    if (!binding) return ends(silent(it, packet), packet)
    const back: Packet = {
      ...packet,
      header: {
        ...header,
        destination: binding.before.source,
        destinationPort: binding.before.sourcePort,
      },
    }
    const text = `${capital(called(it))} knows the connection and hands the answer to its client ${binding.before.source}.`
    const because = field(it.id, 'clientCidrBlock')
    const told = allow(deciderOf(it), 'translates', { text, because }, back.header)
    const step = received(deciderOf(it), back)
    return {
      ...step,
      decisions: [...admit(face, 'ingress', packet, network), told, ...step.decisions],
    }
  },
}

const deciderOf = (it: Endpoint): Decider => ({
  component: it.id,
  term: 'Client VPN endpoint',
  name: it.name,
  at: it.id,
})

function silent(it: Endpoint, { header }: Packet): Decision {
  const text = `Nobody opens a connection to a client of ${called(it)}, or to its interfaces.`
  const because = field(it.id, 'clientCidrBlock')
  return drop(deciderOf(it), 'NAT_UNSOLICITED_INBOUND', { text, because }, header)
}

/** What AWS would refuse cannot be told anything about. */
function faultOf(it: Endpoint, { header }: Packet, network: NetworkView): Decision | null {
  const block = network.blocksOf(it.vpcId).find((each) => overlaps(each, it.clientCidrBlock))
  const faces = network.interfacesOf(it.id)
  const fault = block
    ? `its client CIDR block overlaps ${block} of its VPC`
    : (network.faultsOf(it.id)[0] ?? faces.find((face) => face.fault)?.fault)
  if (!fault) return null
  const text = `AWS would refuse ${called(it)}: ${fault}.`
  const because = field(it.id, block ? 'clientCidrBlock' : 'associations')
  return drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header)
}

function refusals(it: Endpoint, { header }: Packet): readonly Decision[] {
  const by = deciderOf(it)
  const drops: Decision[] = []
  if (it.state !== 'available') {
    const text = `${capital(called(it))} is ${it.state}, not available.`
    drops.push(drop(by, 'BAD_STATE', { text, because: field(it.id, 'state') }, header))
  }
  const admits = Object.values(it.authorizationRules).some(({ destinationCidr }) =>
    holds(destinationCidr, header.destination),
  )
  if (!admits) {
    const text = `No authorization rule of ${called(it)} lets clients reach ${header.destination}.`
    const because = missing(it.id, 'authorizationRules')
    drops.push(drop(by, 'CLIENT_VPN_NOT_AUTHORIZED', { text, because }, header))
  }
  return drops
}

/** The interfaces that the narrowest routes to the destination name. (VPN-11) */
function facesTowards(
  it: Endpoint,
  { header }: Packet,
  network: NetworkView,
): readonly NetworkInterface[] {
  const local = network
    .blocksOf(it.vpcId)
    .flatMap((block) => keysOf(it.associations).map((subnetId) => ({ block, subnetId })))
  const written = Object.values(it.routes).map((route) => ({
    block: route.destinationCidr,
    subnetId: route.targetSubnetId,
  }))
  const routes: readonly { readonly block: Cidr; readonly subnetId: Id<'subnet'> }[] = [
    ...local,
    ...written,
  ].filter(({ block }) => holds(block, header.destination))
  const longest = Math.max(...routes.map(({ block }) => prefixLengthOf(block)))
  const named = routes.filter(({ block }) => prefixLengthOf(block) === longest)
  return network
    .interfacesOf(it.id)
    .filter((face) => named.some(({ subnetId }) => subnetId === face.subnetId))
}

function outBy(
  it: Endpoint,
  face: NetworkInterface,
  packet: Packet,
  network: NetworkView,
): Pick<Step, 'decisions' | 'packet' | 'next'> {
  const { header } = packet
  const source = isOfFamily4(face.privateIp) ? face.privateIp : header.source
  const after = {
    ...header,
    source,
    sourcePort: header.sourcePort === null ? null : 'device',
  } as const
  const out: Packet = {
    ...packet,
    header: after,
    sender: face,
    senderKnown: true,
    bindings: [
      ...packet.bindings,
      { device: it.id, before: header, after, returnsToSender: false },
    ],
  }
  const text = `${capital(called(it))} sends it on as ${source}, its address in subnet ${network.subnetOf(face).name}.`
  const because = field(it.id, 'associations')
  return {
    decisions: [
      allow(deciderOf(it), 'translates', { text, because }, after),
      ...admit(face, 'egress', out, network),
    ],
    packet: out,
    next: { to: face.subnetId, door: 'leave', face },
  }
}
