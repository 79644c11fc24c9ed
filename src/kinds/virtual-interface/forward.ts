import { called } from '../called'
import { capital } from '../contract'
import { allow, drop, field, type Decider, type Decision, type Forwarding } from '../forward'
import type { ResourceOf } from '../resource'
import { isLive } from './direct'

/**
 * A way over Direct Connect; BGP has to be up, for there are no static routes on it.
 * @source https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html
 */
export const forward: Forwarding<'virtual-interface'> = {
  tunnel: (it, { towards }, packet, network) => {
    const { header } = packet
    const state = it.virtualInterfaceState
    const because = field(it.id, state === 'available' ? 'bgpStatus' : 'virtualInterfaceState')
    const premises = network.design.get(it.onPremisesNetworkId)
    const whither = towards === 'aws' ? 'AWS' : premises ? called(premises) : 'its other end'
    const why = state === 'available' ? 'has its BGP session down' : `is ${state}, not available`
    const decision: Decision = isLive(it)
      ? allow(
          deciderOf(it),
          'passes',
          { text: `${capital(called(it))} carries it to ${whither}.`, because },
          header,
        )
      : drop(
          deciderOf(it),
          'BAD_STATE',
          { text: `${capital(called(it))} ${why}.`, because },
          header,
        )
    const { gatewayId } = it
    const carried = { ...packet, senderKnown: false, enteredBy: null }
    const step = { decisions: [decision], packet: carried }
    if (towards === 'premises')
      return { ...step, next: { to: it.onPremisesNetworkId, door: 'arrive', face: null } }
    return gatewayId.startsWith('vpn-gateway:')
      ? { ...step, next: { to: gatewayId, door: 'fromPremises', over: it.id } }
      : { ...step, next: { to: gatewayId, door: 'direct', from: it.id } }
  },
}

const deciderOf = (it: ResourceOf<'virtual-interface'>): Decider => ({
  component: it.id,
  term: 'virtual interface',
  name: it.name,
  at: it.id,
})
