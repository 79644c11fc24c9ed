import { definitionOf } from '../../kinds/catalogue'
import type { Resource } from '../../kinds/resource'
import { acceptLink } from '../../model/edits/accept-link'
import { command } from '../history'

/** What the owner of the other end does with a request. */
export const acceptConnection = command<{ readonly it: Pick<Resource, 'id' | 'kind'> }>(
  ({ it }) =>
    it.kind === 'vpc-peering-connection' ? 'Accept peering' : `Accept ${definitionOf(it).term}`,
  (draft, { it }) => {
    acceptLink(draft, it.id)
  },
)
