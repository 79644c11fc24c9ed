import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { canLink, linkRefusal } from '../store/actions/link'
import { useDesignerStore } from '../store/react'
import { useSession } from './session'

/** While a link is being drawn: may it end here? Null for its own start and when none is drawn. */
export function useLinkState(id: Id): 'legal' | 'refused' | null {
  const designer = useDesignerStore()
  const from = useSession(({ linkFrom }) => linkFrom)
  if (from === null || from === id) return null
  const design = designOf(designer.getState().document)
  const [one, other] = [design.get(from), design.get(id)]
  // what is no end of such a link at all stays as it is
  if (!one || !other || !canLink(one, other)) return null
  return linkRefusal(one, other, design) === null ? 'legal' : 'refused'
}
