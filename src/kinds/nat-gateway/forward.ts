import { holds } from '../../net/cidr'
import { called } from '../called'
import { crossBorder } from '../network-acl/forward'
import {
  allow,
  drop,
  field,
  rewritten,
  type Decider,
  type Decision,
  type Forwarding,
} from '../forward'
import type { ResourceOf } from '../resource'
import { strayed } from '../strayed'

const deciderOf = (it: ResourceOf<'nat-gateway'>): Decider => ({
  component: it.id,
  term: 'NAT gateway',
  name: it.name,
  at: it.id,
})

const translatable: readonly unknown[] = ['tcp', 'udp', 'icmp']

/**
 * A NAT gateway gives a packet its own private address as source and sends it on by the route table
 * of its own subnet; it undoes that for answers to what it sent, and takes nothing else. (NET-9 to
 * NET-13)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
 */
export const forward: Forwarding<'nat-gateway'> = {
  through: (it, { vpcId, from }, packet, network) => {
    const { header } = packet
    const by = deciderOf(it)
    const [face] = network.interfacesOf(it.id)
    const resource = { type: 'resource', resourceId: it.id } as const
    const drops: Decision[] = []
    if (!face || face.fault) {
      const fault = face?.fault ?? network.faultsOf(it.id)[0] ?? 'it has no network interface'
      const text = `AWS would refuse ${called(it)}: ${fault}.`
      const decision = drop(by, 'UNSUPPORTED_COMPONENT', { text, because: resource }, header)
      return { decisions: [decision], packet, next: null }
    }
    if (packet.direction === 'reply') {
      const text = `The reply runs into ${called(it)}, which did not see the request and knows no such connection.`
      const decision = drop(by, 'RETURN_PATH_ASYMMETRIC', { text, because: resource }, header)
      return { decisions: [decision], packet, next: null }
    }
    if (header.source === face.privateIp) {
      const text = `The route table of its own subnet sends packets of ${called(it)} back to it.`
      const decision = drop(by, 'LOOP_DETECTED', { text, because: resource }, header)
      return { decisions: [decision], packet, next: null }
    }
    if (it.state !== 'available') {
      const text = `${called(it)} is ${it.state}, not available.`
      drops.push(drop(by, 'BAD_STATE', { text, because: field(it.id, 'state') }, header))
    }
    if (!translatable.includes(header.protocol)) {
      const text = `A NAT gateway handles TCP, UDP and ICMP, not protocol ${header.protocol}.`
      drops.push(drop(by, 'PROTOCOL_RESTRICTION', { text, because: resource }, header))
    }
    if (!network.blocksOf(vpcId).some((block) => holds(block, header.source))) {
      const text = `${called(it)} serves only its own VPC, and ${header.source} is no address of it.`
      drops.push(
        drop(
          by,
          'EDGE_TO_EDGE',
          { text, because: resource, related: ['NGW_REQUIRES_SOURCE_IN_VPC'] },
          header,
        ),
      )
    }
    const entering =
      from === face.subnetId ? [] : crossBorder(face.subnetId, 'ingress', packet, network)
    const out = rewritten(packet, {
      source: face.privateIp,
      sourcePort: header.sourcePort === null ? null : 'device',
    })
    const binding = { device: it.id, before: header, after: out.header, returnsToSender: true }
    const text = `${called(it)} sends it on as ${face.privateIp}.`
    return {
      decisions: [
        ...entering,
        ...(drops.length > 0
          ? drops
          : [allow(by, 'translates', { text, because: resource }, out.header)]),
      ],
      packet: { ...out, senderKnown: false, bindings: [...packet.bindings, binding] },
      next: { to: face.subnetId, door: 'leave', face },
    }
  },

  arrive: (it, { face }, packet, network) => {
    const { header } = packet
    const by = deciderOf(it)
    const because = { type: 'resource', resourceId: it.id } as const
    const binding = packet.bindings.findLast(
      ({ device, after }) =>
        device === it.id &&
        after.source === header.destination &&
        after.destination === header.source,
    )
    if (packet.direction === 'reply' && binding && face) {
      const back = rewritten(packet, {
        destination: binding.before.source,
        destinationPort: binding.before.sourcePort,
      })
      const text = `${called(it)} knows the connection and sends the reply back to ${binding.before.source}.`
      return {
        decisions: [allow(by, 'translates', { text, because }, back.header)],
        packet: back,
        next: { to: face.subnetId, door: 'leave', face },
      }
    }
    const stray = face && strayed(by, face, packet, network)
    if (stray) return { decisions: [stray], packet, next: null }
    const decision =
      packet.direction === 'request'
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
    return { decisions: [decision], packet, next: null }
  },
}
