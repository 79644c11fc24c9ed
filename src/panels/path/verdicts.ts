import type { Detail } from '../../kinds/codes'
import type { Branch, Verdict } from '../../engine/answer'

/** A verdict in a few words. */
export function verdictWords({
  verdict,
  direction,
}: Pick<Branch, 'verdict' | 'direction'>): string {
  if (verdict === 'reachable') return 'Reachable'
  if (verdict === 'not-modelled') return 'Not modelled'
  return direction === 'reply' ? 'Not reachable: the reply is dropped' : 'Not reachable'
}

export const toneOf: Readonly<Record<Verdict, 'pass' | 'blocked' | 'unmodelled'>> = {
  reachable: 'pass',
  'not-reachable': 'blocked',
  'not-modelled': 'unmodelled',
}

/** What a detail means, in one sentence. */
export const detailWords: Readonly<Record<Detail, string>> = {
  PARTIAL: 'Some pairs of interfaces reach each other, others do not.',
  PUBLIC_HAIRPIN: 'Both ends are in AWS, yet the packet goes by public addresses.',
  AVAILABILITY_ZONE_CROSSED:
    'The packet crosses Availability Zones, which AWS charges for in both directions.',
  ASYMMETRIC_PATH: 'The reply takes another way than the request.',
}
