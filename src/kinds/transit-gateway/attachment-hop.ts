import { called } from '../called'
import { capital } from '../contract'
import { definitionOf } from '../catalogue'
import { drop, field, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkView, TransitGatewayAttachment } from '../network'
import { carries } from './attached'

/** An attachment is drawn as a line of its own, so it is what lights up. */
export const deciderAt = (it: TransitGatewayAttachment): Decider => ({
  component: it.id,
  term: definitionOf(it).term,
  name: it.name,
  at: it.id,
})

/**
 * Why does this attachment forward nothing? Null when it does. Of one that AWS would refuse as it
 * is written nothing can be told. (TGW-18, CL-1)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function brokenAt(
  it: TransitGatewayAttachment,
  { header }: Packet,
  network: NetworkView,
): Decision | null {
  const by = deciderAt(it)
  const fault = network.attachmentFault(it.id)
  if (fault) {
    const text = `AWS would refuse ${called(it)}: ${fault}.`
    const because = { type: 'resource', resourceId: it.id } as const
    return drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)
  }
  if (carries(it)) return null
  const text = `${capital(called(it))} is ${it.state}, not available.`
  return drop(by, 'BAD_STATE_ATTACHMENT', { text, because: field(it.id, 'state') }, header)
}
