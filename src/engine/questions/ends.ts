import type { Goal, Guess } from '../../kinds/forward'
import type { NetworkInterface } from '../../kinds/network'
import type { Id } from '../../kinds/resource'
import { families, familyOf, type Family } from '../../net/ip'
import type { Endpoint, Question } from '../answer'
import type { Network } from '../network'
import { asksLink } from './beyond-link'
import { byDns64 } from './dns64'
import { goalsOf } from './goals'
import { sourcesOf, type Source } from './sources'
import { notModelled, type Unanswered } from './unanswered'

/** One pair of ends to follow. */
export interface Pair {
  readonly source: Source
  readonly goal: Goal
  /** Interfaces that no resource has, but the question asks for. */
  readonly guests: readonly NetworkInterface[]
  /** Set where the question names its source by an address that several VPCs have. */
  readonly guess: Guess | null
}

export type Pairs = { readonly type: 'pairs'; readonly pairs: readonly Pair[] } | Unanswered

/**
 * Which interfaces and hosts does the question speak of? Every interface of the source with every
 * interface of the destination, in a family both have; a destination by name means its private
 * address from inside AWS and its public one from outside, unless its name is public. (WALK-2,
 * WALK-13, CL-5)
 */
export function pairsOf(network: Network, question: Question): Pairs {
  const { source, destination } = question
  const sources = sourcesOf(network, source, vpcsOf(network, destination))
  if (!Array.isArray(sources)) return sources
  const pairs: Pair[] = []
  const overLink = asksLink(network, question)
  let isOwn = false
  let strangers = false
  for (const each of familiesAsked(question)) {
    for (const from of sources.filter((it) => familyOf(it.address) === each)) {
      const found = goalsOf(network, destination, from)
      if (!Array.isArray(found)) return found
      const goals =
        each === 'IPv6' && destination.type === 'resource' ? byDns64(network, from, found) : found
      for (const goal of goals) {
        if (isItself(from, goal) || (overLink && staysInVpc(from, goal))) isOwn = true
        else if (familyOf(goal.address) !== each) strangers = true
        else
          pairs.push({
            source: from,
            goal,
            guests: guestsOf(from, goal),
            guess: guessOf(network, question, sources, from),
          })
      }
    }
    if (pairs.length > 0) return { type: 'pairs', pairs }
  }
  if (sources.length === 0) return notModelled('The source has no address.')
  return isOwn && !strangers
    ? notModelled('What a host sends to itself never leaves it.')
    : { type: 'family', text: 'the two ends have no address family in common.' }
}

/** The families to try, the first that both ends have counts. (WALK-2) */
function familiesAsked({ destination, family }: Question): readonly Family[] {
  if (destination.type === 'address') return [familyOf(destination.address)]
  return family ? [family] : families
}

const guestsOf = (source: Source, { face }: Goal): readonly NetworkInterface[] =>
  [source.type === 'face' ? source.face : null, face].filter(
    (it): it is NetworkInterface => it?.guest ?? false,
  )

/** Which of the VPCs that have the address is meant? The question does not say. */
function guessOf(
  network: Network,
  { source }: Question,
  sources: readonly Source[],
  from: Source,
): Guess | null {
  if (source.type !== 'address' || from.type !== 'face') return null
  const ids = new Set(sources.flatMap((it) => (it.type === 'face' ? it.face.vpcId : [])))
  if (ids.size < 2) return null
  const names = [...ids].map((id) => network.component(id)?.name ?? id).toSorted()
  const last = names.pop() ?? ''
  return {
    why: `The VPCs ${names.join(', ')} and ${last} all hold ${source.address}, and the answer differs among them: ask for a host itself.`,
    label: `${source.address} in ${from.face.vpcId}`,
  }
}

function isItself(source: Source, { face, address }: Goal): boolean {
  if (source.type === 'outside') return false
  // its own public address leads a host out and in again, as it does anybody else (NET-22)
  return source.face.addresses.some(({ ip }) => ip === address)
    ? !face || face.key === source.face.key
    : false
}

/** Nothing of this pair goes over a link that is asked for. */
const staysInVpc = (source: Source, { face }: Goal): boolean =>
  source.type === 'face' && source.face.vpcId === face?.vpcId

/** The VPCs an end lies in, so that a stand-in for the internet avoids what their tables name. */
function vpcsOf(network: Network, end: Endpoint): readonly Id<'vpc'>[] {
  const faces =
    end.type === 'resource'
      ? network.interfacesOf(end.id)
      : [...network.interfacesAt(end.address), network.interfaceByPublicIp(end.address)]
  return faces.flatMap((face) => face?.vpcId ?? [])
}
