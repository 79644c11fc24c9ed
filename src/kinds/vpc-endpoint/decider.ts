import { called } from '../called'
import { drop, field, type Decider, type Decision, type Packet } from '../forward'
import type { ResourceOf } from '../resource'

type Endpoint = ResourceOf<'vpc-endpoint'>

export const deciderOf = (it: Endpoint): Decider => ({
  component: it.id,
  term: 'VPC endpoint',
  name: it.name,
  at: it.id,
})

/** Only one that is available passes anything on. (EP-8) */
export function unavailable(it: Endpoint, { header }: Packet): Decision | null {
  if (it.state === 'available') return null
  const wait = it.state === 'pendingAcceptance' ? ': the owner of the service has to accept it' : ''
  const text = `${called(it)} is ${it.state}, not available${wait}.`
  return drop(deciderOf(it), 'BAD_STATE', { text, because: field(it.id, 'state') }, header)
}

/** What the model does not know of this endpoint, or AWS would not have. */
export function unsupported(
  it: Endpoint,
  text: string,
  fieldName: string,
  { header }: Packet,
): Decision {
  const because = field(it.id, fieldName)
  return drop(deciderOf(it), 'UNSUPPORTED_COMPONENT', { text, because }, header)
}
