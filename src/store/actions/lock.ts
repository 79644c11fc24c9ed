import { called } from '../../kinds/called'
import type { Id, Resource } from '../../kinds/resource'
import { setLocked } from '../commands/drawn'
import type { Designer } from '../designer'
import { capital } from '../../kinds/contract'

/** What of these has a place of its own, which can be locked. */
export function placedOf({ getState }: Designer, ids: readonly Id[]): readonly Id[] {
  const { layout } = getState().document
  return ids.filter((id) => Object.hasOwn(layout, id))
}

/** Locks these; unlocks them where all are locked. */
export function toggleLock(designer: Designer, ids: readonly Id[]): void {
  const placed = placedOf(designer, ids)
  if (placed.length === 0) {
    designer.notify('Only what has a place of its own can be locked.', 'problem')
    return
  }
  const { layout } = designer.getState().document
  const locked = !placed.every((id) => layout[id]?.locked)
  if (!designer.run(setLocked, { ids: placed, locked })) return
  designer.announce(`${named(designer, placed)} ${locked ? 'locked' : 'unlocked'}.`)
}

/** Says that these are locked, and offers to unlock them. */
export function tellLocked(designer: Designer, ids: readonly Id[]): void {
  designer.notify(`${named(designer, ids)} ${ids.length === 1 ? 'is' : 'are'} locked.`, 'problem', {
    label: 'Unlock',
    accept: () => {
      toggleLock(designer, ids)
    },
  })
}

/** One by its kind and name, several by their number. */
export function named({ getState }: Designer, ids: readonly Id[]): string {
  const [id] = ids
  const it: Resource | undefined = id && getState().document.resources[id]
  return ids.length === 1 && it ? capital(called(it)) : `${ids.length} resources`
}
