import type { Id } from '../../kinds/resource'
import { acceptPeering } from '../../model/edits/accept-peering'
import { command } from '../history'

/** What the accepter's owner does with a request. */
export const acceptConnection = command<{ readonly id: Id<'vpc-peering-connection'> }>(
  'Accept peering',
  (draft, { id }) => {
    acceptPeering(draft, id)
  },
)
