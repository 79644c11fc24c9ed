import type { Id } from '../../kinds/resource'
import { removalOf, removalWords } from '../../model/removal'
import { removeResources } from '../commands/remove'
import type { Designer } from '../designer'
import { tellLocked } from './lock'

/** The question that deleting these asks: what goes along, in one sentence. */
export function removalQuestion(designer: Designer, ids: readonly Id[]): string {
  const { document } = designer.getState()
  return removalWords(document, ids, removalOf(document, ids))
}

/** Deletes at once what nothing hangs on; asks first where more goes along. */
export function requestRemoval(designer: Designer, ids: readonly Id[]): void {
  const { document, readOnly } = designer.getState()
  if (readOnly || ids.length === 0) return
  const { doomed, changed, refused } = removalOf(document, ids)
  if (doomed.length === 0) {
    designer.notify(refused.map(({ reason }) => reason).join(' '), 'problem')
    return
  }
  const locked = doomed.filter((id) => document.layout[id]?.locked)
  if (locked.length > 0) {
    tellLocked(designer, locked)
    return
  }
  const alone = doomed.every((id) => ids.includes(id)) && changed.length === 0
  if (alone && refused.length === 0) removeNow(designer, ids)
  else designer.look({ asking: { type: 'remove', ids } })
}

export function removeNow(designer: Designer, ids: readonly Id[]): void {
  const words = removalQuestion(designer, ids).replace(/^Deletes/, 'Deleted')
  if (designer.run(removeResources, { ids })) designer.announce(words)
}
