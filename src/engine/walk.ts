import { definitionOf } from '../kinds/catalogue'
import {
  ends,
  type Decision,
  type Forwarding,
  type Guess,
  type Packet,
  type Step,
  type Visit,
} from '../kinds/forward'
import { forwardingOf } from '../kinds/forwarding'
import type { Header } from '../kinds/packet'
import type { Id, Kind, Resource } from '../kinds/resource'
import { withArticle } from '../kinds/with-article'
import type { Hop, Leg } from './answer'
import type { Network } from './network'

/** One direction of a conversation, with what is needed to walk and judge the other one. */
export interface Walk extends Leg {
  /** The packet as it arrived, or as it was when its way ended. */
  readonly packet: Packet
  /** Every component it was handed to, in order. */
  readonly visits: readonly Visit[]
  /** Which way was taken wherever AWS may choose, in order. */
  readonly choices: readonly string[]
  /** What was supposed on this way where the design does not say it. */
  readonly guesses: readonly Guess[]
  /** Were there more ways than are followed? */
  readonly cut: boolean
}

export interface WalkOptions {
  /** Is the packet there only in theory, because what it answers did not arrive? */
  readonly hypothetical?: boolean
  /** After which hop does nobody want to know how the way goes on? */
  readonly until?: (hop: Hop) => boolean
}

/** How many ways of one packet are followed: more than most networks have. */
const mostWays = 256

/** A packet somewhere on its way, with all that happened to it; where ways part it is copied. */
interface State {
  packet: Packet
  visit: Visit | null
  readonly hops: Hop[]
  readonly visits: Visit[]
  readonly seen: Set<string>
  readonly choices: string[]
  readonly guesses: Guess[]
  blocked: boolean
}

const copyOf = ({ hops, visits, seen, choices, guesses, ...state }: State): State => ({
  ...state,
  hops: [...hops],
  visits: [...visits],
  seen: new Set(seen),
  choices: [...choices],
  guesses: [...guesses],
})

/**
 * Follows a packet from component to component until its way ends, by every way that AWS may
 * choose. Knows no kind: each component says itself what it does and where the packet goes next.
 * Behind the first blocker it goes on, as if that had passed, to find the others. (WALK-1, WALK-13
 * to WALK-15)
 */
export function walk(
  network: Network,
  start: Packet,
  from: Visit,
  { hypothetical = false, until = () => false }: WalkOptions = {},
): readonly Walk[] {
  const walks: Walk[] = []
  const open: State[] = [
    {
      packet: start,
      visit: from,
      hops: [],
      visits: [],
      seen: new Set(),
      choices: [],
      guesses: [],
      blocked: hypothetical,
    },
  ]
  let cut = false
  for (let state = open.pop(); state; state = open.pop()) {
    const { visit, packet } = state
    if (!visit) {
      account(network, state)
      walks.push(ended(state))
      continue
    }
    const fingerprint = fingerprintOf(visit, packet)
    const step = state.seen.has(fingerprint)
      ? loop(network, visit, packet)
      : meet(network, visit, packet)
    state.visits.push(visit)
    state.seen.add(fingerprint)
    const known = state.hops.length
    const isEnough = ({ hops }: State) => hops.slice(known).some(until)
    const header = add(state, step.decisions, packet.header)
    const ways = step.forks ?? []
    if (ways.length === 0 || isEnough(state)) {
      state.packet = step.packet
      state.visit = isEnough(state) ? null : step.next
      open.push(state)
      continue
    }
    const room = Math.max(1, mostWays - walks.length - open.length)
    cut ||= ways.length > room
    // the first way is followed first
    for (const way of ways.slice(0, room).toReversed()) {
      const branch = ways.length > 1 ? copyOf(state) : state
      add(branch, way.decisions, header)
      branch.packet = way.packet
      branch.visit = isEnough(branch) ? null : way.next
      if (ways.length > 1) branch.choices.push(way.label)
      if (way.guess) branch.guesses.push(way.guess)
      open.push(branch)
    }
  }
  return walks.map((it) => ({ ...it, cut }))
}

/**
 * What makes two arrivals the same, so that the packet goes round for ever. A transit gateway may
 * well see one header twice: from a VPC, and again from the one that inspects it. (WALK-14)
 */
function fingerprintOf(visit: Visit, { header }: Packet): string {
  const by = 'attachmentId' in visit ? visit.attachmentId : 'vpcId' in visit ? visit.vpcId : ''
  const { source, destination, protocol, sourcePort, destinationPort, icmp } = header
  const ports = icmp ? `${icmp.type}/${icmp.code}` : `${sourcePort} ${destinationPort}`
  return `${visit.to} ${visit.door} ${by} ${source} ${destination} ${protocol} ${ports}`
}

/** Adds these decisions to the hops; the header that the last of them leaves. */
function add(state: State, decisions: readonly Decision[], from: Header): Header {
  let header = from
  for (const decision of decisions) {
    const { component, term, name, at, decision: what, code, text, because, related } = decision
    const hop: Hop = {
      component,
      term,
      name,
      at,
      decision: what,
      code,
      text,
      because,
      related,
      before: header,
      after: decision.after,
      hypothetical: state.blocked,
    }
    const { details, filters } = decision
    state.hops.push(
      details || filters
        ? { ...hop, ...(details && { details }), ...(filters && { filters }) }
        : hop,
    )
    header = decision.after
    state.blocked ||= what === 'drops'
  }
  return header
}

/** A way that ends without anybody having taken or dropped the packet tells nothing. (WALK-15) */
function account(network: Network, state: State): void {
  const last = state.visits.at(-1)
  if (!last || state.blocked || state.hops.at(-1)?.decision === 'delivers') return
  const who = naming(network, last.to)
  const text = `What ${who.term} ${who.name} does with the packet is not modelled.`
  const { decisions } = ending(last, state.packet, { code: 'UNSUPPORTED_COMPONENT', text }, who)
  add(state, decisions, state.packet.header)
}

function ended({ packet, hops, visits, choices, guesses, blocked }: State): Walk {
  const delivered = !blocked && hops.at(-1)?.decision === 'delivers'
  return { packet, hops, visits, choices, guesses, delivered, cut: false }
}

/** Hands the packet to the component, by the door it comes to. */
function meet(network: Network, visit: Visit, packet: Packet): Step {
  const resource = network.component(visit.to)
  if (!resource) return unsupported(visit, packet, visit.to)
  if (resource.undescribed) return ends(undescribed(resource, packet), packet)
  return asKnown(
    network,
    packet,
    enter(resource, forwardingOf(resource.kind), visit, packet, network) ??
      unsupported(visit, packet, withArticle(definitionOf(resource).term)),
  )
}

/** The step as far as it is known: what was imported without its description decides nothing. */
function asKnown(network: Network, packet: Packet, step: Step): Step {
  const judged = <Way extends Pick<Step, 'decisions' | 'packet' | 'next'>>(way: Way): Way => {
    const unknown = way.decisions.map(({ component }) => {
      const by = network.component(component)
      return by?.undescribed ? by : null
    })
    if (unknown.every((by) => by === null)) return way
    const filtered = way.decisions.map((it, index) => {
      const by = unknown[index]
      return by && isFilter(by) ? { ...undescribed(by, packet), after: it.after } : it
    })
    // behind what only filters there may be what decides, and is unknown as well
    const index = unknown.findIndex((by) => by && !isFilter(by))
    const decider = unknown[index]
    if (!decider) return { ...way, decisions: filtered }
    const decisions = [...filtered.slice(0, index), undescribed(decider, packet)]
    return { ...way, decisions, next: null }
  }
  const whole = judged(step)
  if (whole !== step && whole.next === null) return { ...whole, forks: [] }
  if (whole !== step) return whole
  return step.forks ? { ...step, forks: step.forks.map(judged) } : step
}

/** It lets packets by or drops them, and changes nothing about them. */
const isFilter = ({ kind }: Resource): boolean =>
  kind === 'network-acl' || kind === 'security-group'

function undescribed(it: Resource, { header }: Packet): Decision {
  const { term } = definitionOf(it)
  return {
    component: it.id,
    at: it.id,
    term,
    name: it.name,
    decision: 'drops',
    code: 'UNSUPPORTED_COMPONENT',
    text: `What ${term} ${it.name} does is not known: ${it.undescribed} is missing.`,
    because: { type: 'resource', resourceId: it.id },
    related: [],
    ...(isFilter(it) && { filters: true }),
    after: header,
  }
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
  return ends(
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
    packet,
  )
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
