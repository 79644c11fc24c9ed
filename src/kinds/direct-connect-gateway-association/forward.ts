import { called } from '../called'
import { capital } from '../contract'
import { allow, drop, field, type Decider, type Decision, type Forwarding } from '../forward'
import type { Header } from '../packet'
import type { ResourceOf } from '../resource'
import { isAssociated } from '../virtual-interface/direct'

type Association = ResourceOf<'direct-connect-gateway-association'>

/** The attachment of a transit gateway by which packets go out to its Direct Connect gateway. */
export const forward: Forwarding<'direct-connect-gateway-association'> = {
  outgoing: (it, { transitGatewayId }, packet) => ({
    decisions: [passed(it, packet.header)],
    packet: { ...packet, senderKnown: false, enteredBy: null },
    next: { to: it.directConnectGatewayId, door: 'direct', from: transitGatewayId },
  }),
}

const deciderOf = (it: Association): Decider => ({
  component: it.id,
  term: 'Direct Connect gateway association',
  name: it.name,
  at: it.id,
})

/** It carries nothing before it is associated. */
export function passed(it: Association, header: Header): Decision {
  const because = field(it.id, 'state')
  return isAssociated(it)
    ? allow(
        deciderOf(it),
        'passes',
        { text: `${capital(called(it))} carries it.`, because },
        header,
      )
    : drop(
        deciderOf(it),
        'BAD_STATE_ATTACHMENT',
        { text: `${capital(called(it))} is ${it.state}, not associated.`, because },
        header,
      )
}
