import { called } from '../called'
import { capital } from '../contract'
import { drop, field, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkView } from '../network'
import type { ResourceOf } from '../resource'

type Gateway = ResourceOf<'internet-gateway'>

export const deciderOf = (it: Gateway): Decider => ({
  component: it.id,
  term: 'internet gateway',
  name: it.name,
  at: it.id,
})

export const resource = (it: Gateway) => ({ type: 'resource', resourceId: it.id }) as const

/** Why does the gateway serve no VPC? Null when it does. (NET-1) */
export function detached(it: Gateway, { header }: Packet, network: NetworkView): Decision | null {
  if (network.internetGatewayOf(it.vpcId)?.id === it.id) return null
  const text = `${capital(called(it))} is not attached to its VPC.`
  return drop(
    deciderOf(it),
    'BAD_STATE_ATTACHMENT',
    { text, because: field(it.id, 'attachmentState') },
    header,
  )
}

/** The packet translated from or to a public address, with the binding that its reply needs. */
export function translated(
  it: Gateway,
  packet: Packet,
  change: Partial<Pick<Packet['header'], 'source' | 'destination'>>,
): Packet {
  const after: Packet = { ...packet, header: { ...packet.header, ...change } }
  if (packet.direction === 'reply') return after
  const binding = {
    device: it.id,
    before: packet.header,
    after: after.header,
    returnsToSender: false,
  }
  return { ...after, bindings: [...packet.bindings, binding] }
}
