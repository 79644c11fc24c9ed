import type { Id } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { designOf } from '../../model/design'
import type { Designer } from '../designer'

/**
 * Selects all that lies beside the first selected one in its container; all of the design when
 * that is selected already or nothing is.
 */
export function selectAll(designer: Designer): void {
  const { document, view } = designer.getState()
  const design = designOf(document)
  const all = Object.keys(document.resources) as Id[]
  const first = view.selection[0] && design.get(view.selection[0])
  const home = first ? parentOf(first, design) : null
  const beside = all.filter((id) => {
    const it = design.get(id)
    return it !== undefined && parentOf(it, design) === home
  })
  const alreadyBeside = first && beside.every((id) => view.selection.includes(id))
  designer.select(first && !alreadyBeside ? beside : all)
}
