import { familyOf } from '../../net/ip'
import type { Repair, Trace } from '../answer'
import type { Network } from '../network'
import { admitRepairs, droppingDirection } from './admit'
import { connectionsOf } from './connections'
import { joinParties } from './join-parties'
import { partyAt } from './party'
import { reachInternet } from './reach-internet'

/**
 * Ways to make a blocked trace pass, most fitting first: what joins the two VPCs, then what each
 * blocker on the way asks for, in the order of the way. Each removes one blocker; the next trace
 * offers what is left. Empty where the packet arrives, or where nothing safe and exact is known.
 */
export function repairsFor(network: Network, trace: Omit<Trace, 'repairs'>): readonly Repair[] {
  if (trace.verdict !== 'not-reachable') return []
  const { question } = trace
  const from = partyAt(network, question.source)
  const to = partyAt(network, question.destination)
  const ends = { from, to }
  const talks = trace.branches.flatMap(({ request, reply }) => [
    ...connectionsOf(network, request.hops, question, ends),
    ...(reply?.hops ?? []).map((hop) => ({ hop, ends, question })),
  ])
  const [first] = talks
  const family = first ? familyOf(first.hop.before.source) : (question.family ?? 'IPv4')
  const offered = [
    ...joinParties(network, question, from, to, family),
    ...talks.flatMap(({ hop, ends: parties, question: asked }) => {
      const direction = droppingDirection(hop)
      return direction
        ? admitRepairs(network, asked, hop, direction, parties)
        : reachInternet(network, hop, [from, to])
    }),
  ]
  const byId = new Map(offered.flatMap((it) => (it ? [[it.id, it] as const] : [])))
  return [...byId.values()]
}
