import type { Hop, Trace } from '../../engine/answer'
import { isIp } from '../../net/ip'
import type { Document } from '../../model/document'
import type { DesignerState } from '../../store/designer'

/** Why an address is told apart. */
export const assumedWords =
  'The design leaves this address to AWS. This one stands in for the one that AWS will choose.'

const none: ReadonlySet<string> = new Set()
const written = new WeakMap<Document['resources'], ReadonlySet<string>>()
const known = new WeakMap<Trace, ReadonlySet<string>>()

/** Every address that the design writes down, wherever it stands. */
function writtenIn({ resources }: Document): ReadonlySet<string> {
  const before = written.get(resources)
  if (before) return before
  const found = new Set<string>()
  const walk = (value: unknown): void => {
    if (typeof value === 'string') {
      if (isIp(value)) found.add(value)
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk)
  }
  walk(resources)
  written.set(resources, found)
  return found
}

const carried = ({ before, after }: Hop) => [
  before.source,
  before.destination,
  after.source,
  after.destination,
]

/** The addresses a packet carries on the way that neither the design nor the question names. */
export function assumedIn(trace: Trace, document: Document): ReadonlySet<string> {
  const names = writtenIn(document)
  const { source, destination } = trace.question
  const asked = [source, destination].map((end) => (end.type === 'address' ? end.address : null))
  const hops = trace.branches.flatMap(({ request, reply }) => [
    ...request.hops,
    ...(reply?.hops ?? []),
  ])
  return new Set<string>(
    hops.flatMap(carried).filter((it) => !names.has(it) && !asked.includes(it)),
  )
}

/** The same for the trace that is shown; one set per trace. */
export function assumed({ analysis, document }: DesignerState): ReadonlySet<string> {
  const trace = analysis?.trace
  if (!trace) return none
  const before = known.get(trace)
  if (before) return before
  const made = assumedIn(trace, document)
  known.set(trace, made)
  return made
}

/** A text cut where it names an address: those at odd places are addresses. */
export function cutAtAddresses(text: string): readonly string[] {
  return text.split(/((?<![\d.:a-f])(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{1,4}:[\da-f:]+)(?![\d/]))/i)
}
