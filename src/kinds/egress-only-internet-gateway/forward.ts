import { isPublic } from '../../net/ranges'
import { called } from '../called'
import {
  allow,
  drop,
  faceAt,
  field,
  type Decider,
  type Decision,
  type Forwarding,
  type Packet,
} from '../forward'
import { blockedPublicAccess } from '../internet-gateway/public-access'
import type { ResourceOf } from '../resource'

type Gateway = ResourceOf<'egress-only-internet-gateway'>

const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'egress-only internet gateway',
  name: it.name,
  at: it.id,
})

const resource = (it: Gateway) => ({ type: 'resource', resourceId: it.id }) as const

/**
 * IPv6 out to the internet and the answers to it back in, nothing else; it translates nothing and
 * keeps the state of connections. (NET-21, CL-9)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html
 */
export const forward: Forwarding<'egress-only-internet-gateway'> = {
  through: (it, { vpcId }, packet, network) => {
    const { direction, header } = packet
    const by = deciderOf(it)
    const because = resource(it)
    const drops: Decision[] = []
    const face = faceAt(network, packet, vpcId, header.source)
    if (direction === 'reply') {
      const text = `The reply runs into ${called(it)}, which did not see the request: it lets out only what was opened from inside.`
      drops.push(
        drop(
          by,
          'RETURN_PATH_ASYMMETRIC',
          { text, because, related: ['EIGW_UNSOLICITED_INBOUND'] },
          header,
        ),
      )
    }
    if (!face || !isPublic(header.source)) {
      const text = face
        ? `${header.source} is a private IPv6 address, which ${called(it)} does not carry.`
        : `${header.source} is no interface of the VPC, and ${called(it)} serves only its own.`
      drops.push(drop(by, 'GATEWAY_REJECTS_SPOOFED_TRAFFIC', { text, because }, header))
    }
    const endpoint = packet.passed
      .filter((passage) => passage.direction === direction)
      .map(({ device }) => network.component(device))
      .find((device) => device?.kind === 'vpc-endpoint')
    if (endpoint) {
      // @source https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html
      const text = `IPv6 that comes out of ${called(endpoint)} is dropped where it leaves by an egress-only internet gateway.`
      drops.push(drop(by, 'ADDRESS_FAMILY_MISMATCH', { text, because }, header))
    }
    if (!isPublic(header.destination)) {
      const text = `The route leads to ${called(it)}, which drops it: ${header.destination} is no address of the internet.`
      drops.push(drop(by, 'NO_POSSIBLE_DESTINATION', { text, because }, header))
      return { decisions: drops, packet, next: null }
    }
    const at = { vpcId, face: face ?? null, outwardOnly: true }
    const blocked = blockedPublicAccess(by, at, header, network)
    if (blocked) drops.push(blocked)
    const binding = { device: it.id, before: header, after: header, returnsToSender: false }
    const text = `${called(it)} sends it out and lets the answers back in.`
    return {
      decisions: drops.length > 0 ? drops : [allow(by, 'passes', { text, because }, header)],
      packet: { ...packet, senderKnown: false, bindings: [...packet.bindings, binding] },
      next: { to: network.internet.id, door: 'transit' },
    }
  },

  outside: (it, _, packet, network) => {
    const { header } = packet
    const by = deciderOf(it)
    const because = resource(it)
    const come: Packet = { ...packet, senderKnown: false, enteredBy: null }
    const next = { to: it.vpcId, door: 'local', from: null } as const
    if (!knows(it, packet)) {
      const text = `${called(it)} lets in only answers to what was opened from inside.`
      const vpcWay = field(it.id, 'vpcId')
      const decision =
        packet.direction === 'request'
          ? drop(by, 'EIGW_UNSOLICITED_INBOUND', { text, because: vpcWay }, header)
          : drop(
              by,
              'RETURN_PATH_ASYMMETRIC',
              { text, because, related: ['EIGW_UNSOLICITED_INBOUND'] },
              header,
            )
      return { decisions: [decision], packet: come, next }
    }
    const face = faceAt(network, packet, it.vpcId, header.destination) ?? null
    const at = { vpcId: it.vpcId, face, outwardOnly: true }
    const blocked = blockedPublicAccess(by, at, header, network)
    const text = `${called(it)} knows the connection and lets the reply in.`
    return {
      decisions: [blocked ?? allow(by, 'passes', { text, because }, header)],
      packet: come,
      next,
    }
  },
}

/** Did the request that this answers go out by the gateway? */
export function knows(it: { readonly id: Gateway['id'] }, packet: Packet): boolean {
  const { bindings, direction, header } = packet
  return (
    direction === 'reply' &&
    bindings.some(
      ({ device, after }) =>
        device === it.id &&
        after.source === header.destination &&
        after.destination === header.source,
    )
  )
}
