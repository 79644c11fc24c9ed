import type { Hop, Trace } from '../engine/answer'

/** One thing to look at while presenting: a hop of the lit path. */
export interface Step {
  readonly leg: 'request' | 'reply'
  readonly index: number
  readonly hop: Hop
}

const none: readonly Step[] = []

/** The hops in the order they are told: the request's, then the reply's; what really happened only. */
export function stepsOf(trace: Trace | null): readonly Step[] {
  if (!trace) return none
  return (['request', 'reply'] as const).flatMap((leg) =>
    (trace[leg]?.hops ?? []).flatMap((hop, index) =>
      hop.hypothetical ? [] : [{ leg, index, hop }],
    ),
  )
}

/** Which step is this hop? -1 when none is looked at: the view of the whole. */
export function stepAt(
  steps: readonly Step[],
  at: { readonly leg: 'request' | 'reply'; readonly index: number } | null,
): number {
  return steps.findIndex(({ leg, index }) => leg === at?.leg && index === at.index)
}
