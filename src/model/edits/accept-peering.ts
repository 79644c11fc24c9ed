import type { Draft } from 'immer'
import type { Id } from '../../kinds/resource'
import type { Document } from '../document'

/**
 * What the accepter's owner does with a request: it becomes active. Nothing else can be accepted.
 * @source https://docs.aws.amazon.com/vpc/latest/peering/accept-vpc-peering-connection.html
 */
export function acceptPeering(
  draft: Draft<Document>,
  peeringId: Id<'vpc-peering-connection'>,
): void {
  const peering = draft.resources[peeringId]
  if (peering?.kind === 'vpc-peering-connection' && peering.status === 'pending-acceptance')
    peering.status = 'active'
}
