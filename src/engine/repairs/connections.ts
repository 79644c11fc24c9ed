import type { Hop, Question } from '../answer'
import type { Network } from '../network'
import { partyAt, type Party } from './party'

interface Ends {
  readonly from: Party
  readonly to: Party
}

/** A hop with the two that talk there, and what they say. */
export interface Talk {
  readonly hop: Hop
  readonly ends: Ends
  readonly question: Question
}

/**
 * Who talks to whom at each hop of a request? Those of the question, until a load balancer opens a
 * connection of its own: from there on it and its target, on the target's port. (LB-5, CL-4)
 */
export function* connectionsOf(
  network: Network,
  hops: readonly Hop[],
  asked: Question,
  ends: Ends,
): Generator<Talk> {
  let talk = { ends, question: asked }
  for (const hop of hops) {
    yield { hop, ...talk }
    const { before, after, component, decision } = hop
    const opens = decision === 'translates' && component.startsWith('load-balancer:')
    if (!opens || before.source === after.source) continue
    const port = typeof after.destinationPort === 'number' ? after.destinationPort : null
    talk = {
      ends: {
        from: partyAt(network, { type: 'resource', id: component }),
        to: partyAt(network, { type: 'address', address: after.destination }),
      },
      question: { ...asked, port },
    }
  }
}
