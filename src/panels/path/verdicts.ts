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

/** What becomes of a part of a range of ports, in a word or two. */
export const partWords: Readonly<Record<Verdict, string>> = {
  reachable: 'reachable',
  'not-reachable': 'not reachable',
  'not-modelled': 'not modelled',
}

/** What a detail means, in one sentence. */
export const detailWords: Readonly<Record<Detail, string>> = {
  PARTIAL: 'Some pairs of interfaces reach each other, others do not.',
  PUBLIC_HAIRPIN: 'Both ends are in AWS, yet the packet goes by public addresses.',
  AVAILABILITY_ZONE_CROSSED:
    'The packet crosses Availability Zones, which AWS charges for in both directions.',
  ASYMMETRIC_PATH: 'The reply takes another way than the request.',
  EPHEMERAL_PARTIAL:
    'A network ACL lets only some of the ports by that the sender may choose for itself: some connections fail.',
  MIDDLEBOX_ASYMMETRIC:
    'Request and reply may pass different appliances, which matters where they keep state.',
  PATH_THROUGH_GWLB_NOT_CHECKED:
    'What the targets of the Gateway Load Balancer do with the packet is not known.',
  TRANSIT_GATEWAY_APPLIANCE_MODE_RECOMMENDED:
    'Appliance mode would keep both directions on the same appliance.',
  UNHEALTHY_TARGETS: 'No target is healthy, so the load balancer sends to all of them.',
  OTHER_LISTENER_RULES:
    'The default action of the listener is followed; its other rules depend on host and path.',
  BRANCHES_CUT: 'There are more ways than are followed here.',
}
