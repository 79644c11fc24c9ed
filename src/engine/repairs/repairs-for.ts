import { familyOf } from '../../net/ip'
import type { Repair, Trace } from '../answer'
import type { Network } from '../network'
import { admitRepairs, droppingDirection } from './admit'
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
  const hops = trace.branches.flatMap(({ request, reply }) => [
    ...request.hops,
    ...(reply?.hops ?? []),
  ])
  const [first] = hops
  const family = first ? familyOf(first.before.source) : (question.family ?? 'IPv4')
  const offered = [
    ...joinParties(network, question, from, to, family),
    ...hops.flatMap((hop) => {
      const direction = droppingDirection(hop)
      return direction
        ? admitRepairs(network, question, hop, direction, { from, to })
        : reachInternet(network, hop, [from, to])
    }),
  ]
  const byId = new Map(offered.flatMap((it) => (it ? [[it.id, it] as const] : [])))
  return [...byId.values()]
}
