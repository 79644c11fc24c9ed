import type { Decider, Forwarding } from '../forward'
import { sendFromOutside } from '../internet/place'
import { received } from '../received'
import type { ResourceOf } from '../resource'

const deciderOf = (it: ResourceOf<'public-address'>): Decider => ({
  component: it.id,
  term: 'public address',
  name: it.name,
  at: it.id,
})

/** A known host on the internet; it always answers. (WALK-10) */
export const forward: Forwarding<'public-address'> = {
  send: (it, _, packet, network) => sendFromOutside(deciderOf(it), packet, network),
  arrive: (it, _, packet) => received(deciderOf(it), packet),
}
