import type { Id } from '../kinds/resource'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Document } from './document'

/**
 * What stands for this resource on the canvas: the outermost collapsed container around it, or
 * itself.
 */
export function shownAs(document: Document, id: Id): Id {
  const design = designOf(document)
  let shown = id
  for (let it = design.get(id); it;) {
    const home: Id | null = parentOf(it, design)
    if (home && document.layout[home]?.collapsed) shown = home
    it = home ? design.get(home) : undefined
  }
  return shown
}

/** Is it hidden in a collapsed container? */
export function isHidden(document: Document, id: Id): boolean {
  return shownAs(document, id) !== id
}
