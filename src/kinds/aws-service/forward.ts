import type { Decider, Forwarding } from '../forward'
import { sendFromOutside } from '../internet/place'
import { received } from '../received'
import type { ResourceOf } from '../resource'

const deciderOf = (it: ResourceOf<'aws-service'>): Decider => ({
  component: it.id,
  term: 'AWS service',
  name: it.name,
  at: it.id,
})

/** It is reached at public addresses and answers from them. (EP-2) */
export const forward: Forwarding<'aws-service'> = {
  send: (it, _, packet, network) => sendFromOutside(deciderOf(it), packet, network),
  arrive: (it, _, packet) => received(deciderOf(it), packet),
}
