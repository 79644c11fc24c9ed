import { definitionOf } from '../kinds/catalogue'
import type { Decision, Forwarding, Packet, Step, Visit } from '../kinds/forward'
import { forwardingOf } from '../kinds/forwarding'
import type { Id, Kind, Resource } from '../kinds/resource'
import type { Hop, Leg } from './answer'
import type { Network } from './network'

/** One direction of a conversation, with what is needed to walk and judge the other one. */
export interface Walk extends Leg {
  /** The packet as it arrived, or as it was when its way ended. */
  readonly packet: Packet
  /** Every component it was handed to, in order. */
  readonly visits: readonly Visit[]
}

/**
 * Follows a packet from component to component until its way ends. Knows no kind: each component
 * says itself what it does and where the packet goes next. Behind the first blocker it goes on, as
 * if that had passed, to find the others. (WALK-1, WALK-14, WALK-15)
 */
export function walk(
  network: Network,
  start: Packet,
  from: Visit,
  /** Is the packet there only in theory, because what it answers did not arrive? */
  hypothetical = false,
): Walk {
  const hops: Hop[] = []
  const visits: Visit[] = []
  const seen = new Set<string>()
  let packet = start
  let visit: Visit | null = from
  let blocked = hypothetical
  while (visit) {
    visits.push(visit)
    const fingerprint = `${visit.to} ${visit.door} ${JSON.stringify(packet.header)}`
    const step: Step = seen.has(fingerprint)
      ? loop(network, visit, packet)
      : meet(network, visit, packet)
    seen.add(fingerprint)
    let { header } = packet
    for (const decision of step.decisions) {
      hops.push({ ...decision, before: header, hypothetical: blocked })
      header = decision.after
      blocked ||= decision.decision === 'drops'
    }
    packet = step.packet
    visit = step.next
  }
  return { hops, visits, packet, delivered: !blocked && hops.at(-1)?.decision === 'delivers' }
}

/** Hands the packet to the component, by the door it comes to. */
function meet(network: Network, visit: Visit, packet: Packet): Step {
  const resource = network.component(visit.to)
  if (!resource) return unsupported(visit, packet, visit.to)
  return (
    enter(resource, forwardingOf(resource.kind), visit, packet, network) ??
    unsupported(visit, packet, `A ${definitionOf(resource).term}`)
  )
}

type Enter = (it: Resource, arrival: Visit, packet: Packet, network: Network) => Step

function enter(
  resource: Resource,
  doors: Forwarding<Kind> | null,
  visit: Visit,
  packet: Packet,
  network: Network,
): Step | null {
  // a resource goes with the doors of its own kind, and an arrival with its own door
  const door = doors?.[visit.door] as Enter | undefined
  return door ? door(resource, visit, packet, network) : null
}

function ending(
  visit: Visit,
  packet: Packet,
  decision: Pick<Decision, 'code' | 'text'>,
  who: Pick<Decision, 'term' | 'name'>,
): Step {
  return {
    decisions: [
      {
        component: visit.to,
        at: visit.to,
        ...who,
        decision: 'drops',
        because: { type: 'resource', resourceId: visit.to },
        related: [],
        after: packet.header,
        ...decision,
      },
    ],
    packet,
    next: null,
  }
}

function loop(network: Network, visit: Visit, packet: Packet): Step {
  const { term, name } = naming(network, visit.to)
  const text = `The packet comes back to ${term} ${name} as it was before: it would go round for ever.`
  return ending(visit, packet, { code: 'LOOP_DETECTED', text }, { term, name })
}

function unsupported(visit: Visit, packet: Packet, what: string): Step {
  const text = `${what} does not take packets this way in the model.`
  return ending(
    visit,
    packet,
    { code: 'UNSUPPORTED_COMPONENT', text },
    { term: 'component', name: visit.to },
  )
}

function naming(network: Network, id: Id): Pick<Decision, 'term' | 'name'> {
  const resource = network.component(id)
  return resource
    ? { term: definitionOf(resource).term, name: resource.name }
    : { term: 'component', name: id }
}
