import { called } from '../called'
import { drop, field, type Decider, type Forwarding, type Packet, type Step } from '../forward'
import type { ResourceOf } from '../resource'
import { passOn } from '../workload/passing'

/**
 * What comes to an interface is its instance's business. One that is attached to none neither
 * sends, receives nor forwards. (RT-16, WALK-3)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html
 */
export const forward: Forwarding<'network-interface'> = {
  send: (it, _, packet) => unattached(it, packet),
  arrive: (it, _, packet) => unattached(it, packet),
  through: (it, arrival, packet, network) => {
    const instance = it.instanceId && network.design.get(it.instanceId)
    const [face] = network.interfacesOf(it.id)
    return instance && face
      ? passOn(instance, face, arrival, packet, network)
      : unattached(it, packet)
  },
}

function unattached(it: ResourceOf<'network-interface'>, packet: Packet): Step {
  const by: Decider = { component: it.id, term: 'network interface', name: it.name, at: it.id }
  const text = `${called(it)} is attached to no instance.`
  const decision = drop(
    by,
    'BAD_STATE_ATTACHMENT',
    { text, because: field(it.id, 'instanceId') },
    packet.header,
  )
  return { decisions: [decision], packet, next: null }
}
