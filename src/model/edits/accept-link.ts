import type { Draft } from 'immer'
import type { Id, Resource } from '../../kinds/resource'
import type { Document } from '../document'
import { acceptPeering } from './accept-peering'

/** Does this link wait for the owner of its other end? */
export function awaitsAcceptance(it: Resource): boolean {
  return (
    (it.kind === 'vpc-peering-connection' && it.status === 'pending-acceptance') ||
    ('state' in it && it.state === 'pendingAcceptance')
  )
}

/**
 * What the owner of the other end does with a request: the link begins to work.
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html
 */
export function acceptLink(draft: Draft<Document>, id: Id): void {
  const it = draft.resources[id]
  if (it?.kind === 'vpc-peering-connection') acceptPeering(draft, it.id)
  if (
    it?.kind === 'transit-gateway-vpc-attachment' ||
    it?.kind === 'transit-gateway-peering-attachment'
  )
    if (it.state === 'pendingAcceptance') it.state = 'available'
}
