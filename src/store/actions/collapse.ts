import { definitionOf } from '../../kinds/catalogue'
import type { Id } from '../../kinds/resource'
import { isHidden, shownAs } from '../../model/collapse'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import { setCollapsed } from '../commands/drawn'
import type { Designer } from '../designer'
import { named } from './lock'

/** Collapses the containers among these, or those around them; opens them where all are collapsed. */
export function toggleCollapse(designer: Designer, ids: readonly Id[]): void {
  const { document } = designer.getState()
  const containers = [...new Set(ids.flatMap((id) => containerOf(designer, id) ?? []))]
  if (containers.length === 0) {
    designer.notify('Only what holds other resources can be collapsed.', 'problem')
    return
  }
  const collapsed = !containers.every((id) => document.layout[id]?.collapsed)
  if (!designer.run(setCollapsed, { ids: containers, collapsed })) return
  const { document: now, view } = designer.getState()
  // what can no longer be seen must not be moved or deleted unseen
  if (view.selection.some((id) => isHidden(now, id)))
    designer.select([...new Set(view.selection.map((id) => shownAs(now, id)))])
  designer.announce(`${named(designer, containers)} ${collapsed ? 'collapsed' : 'expanded'}.`)
}

/** The resource itself where it holds others, else the container that it lies in. */
export function containerOf(designer: Designer, id: Id): Id | null {
  const { document } = designer.getState()
  const design = designOf(document)
  let it = design.get(shownAs(document, id))
  while (it && definitionOf(it).look.shape !== 'container') {
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
  return it?.id ?? null
}
