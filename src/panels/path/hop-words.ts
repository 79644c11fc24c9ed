import type { Header, Hop } from '../../engine/answer'

/** One address or port that a hop rewrote. */
export interface Rewrite {
  readonly what: string
  readonly from: string
  readonly to: string
}

/** A port that the sender chooses is any of its range. (ACL-7) */
const port = (value: Header['sourcePort']) =>
  value === 'ephemeral' || value === 'device' ? 'any' : String(value ?? '')

/** What of the packet's header is different behind this hop, as NAT makes it. */
export function rewritesOf({ before, after }: Pick<Hop, 'before' | 'after'>): readonly Rewrite[] {
  const rows: readonly (readonly [string, string, string])[] = [
    ['source', before.source, after.source],
    ['destination', before.destination, after.destination],
    ['source port', port(before.sourcePort), port(after.sourcePort)],
    ['destination port', port(before.destinationPort), port(after.destinationPort)],
  ]
  return rows.filter(([, from, to]) => from !== to).map(([what, from, to]) => ({ what, from, to }))
}

/** `tcp 10.0.0.10 → 10.1.0.10:8080`: the packet in one line. */
export function packetWords({ protocol, source, destination, destinationPort }: Header): string {
  const name = typeof protocol === 'number' ? `protocol ${protocol}` : protocol
  const to = destinationPort === null ? '' : `:${port(destinationPort)}`
  return `${name} ${source} → ${destination}${to}`
}

/** Does the packet really end here, and not only in a guess about what lies behind? */
export function isDrop({
  decision,
  hypothetical,
}: Pick<Hop, 'decision' | 'hypothetical'>): boolean {
  return decision === 'drops' && !hypothetical
}
