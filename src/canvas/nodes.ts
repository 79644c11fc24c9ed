import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { isHidden } from '../model/collapse'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { FindingCount } from '../store/selectors'
import type { FlowNode } from './flow-types'
import { drawnWords, labelOf } from './labels'
import { boxOf, countIn, inContainmentOrder, type Rect } from './rects'
import { findingsShownAt } from './shown-findings'

/** What a node shows beside its place. */
interface Drawn {
  readonly selected: boolean
  readonly locked: boolean
  readonly stop: boolean
  readonly label: string
}

interface Seen extends Drawn {
  readonly box: Rect
  readonly parentId: Id | null
  readonly node: FlowNode
}

export interface NodeSource {
  readonly document: Document
  readonly selection: readonly Id[]
  readonly findings: ReadonlyMap<Id, FindingCount>
  /** Where Tab enters the canvas. */
  readonly stop?: Id | null
  /** What to say of a resource beside: whether it is reached. */
  readonly reach?: (id: Id) => string | null
}

/**
 * Derives React Flow's nodes and remembers the last ones, so that a resource that looks the same
 * is the very same object and is not drawn again. One per canvas.
 */
export function nodeDeriver(): (source: NodeSource) => readonly FlowNode[] {
  let seen = new Map<Id, Seen>()
  let nodes: readonly FlowNode[] = []
  return ({ document, selection, findings, stop, reach }) => {
    const design = designOf(document)
    const selected = new Set(selection)
    const now = new Map<Id, Seen>()
    for (const resource of inContainmentOrder(document)) {
      const { id } = resource
      const box = isHidden(document, id) ? null : boxOf(document, resource)
      if (!box) continue
      const parentId = parentOf(resource, design)
      const drawn: Drawn = {
        selected: selected.has(id),
        locked: document.layout[id]?.locked ?? false,
        stop: id === stop,
        label: [
          labelOf(resource, design, findingsShownAt(document, findings, id)),
          ...drawnWords(document, id, selected.has(id), countIn(document, id)),
          ...(reach?.(id) ? [reach(id)] : []),
        ].join(', '),
      }
      const before = seen.get(id)
      const same =
        before &&
        sameRect(before.box, box) &&
        before.parentId === parentId &&
        before.selected === drawn.selected &&
        before.locked === drawn.locked &&
        before.stop === drawn.stop &&
        before.label === drawn.label
      const made = same ? before.node : nodeOf(resource, box, parentId, drawn)
      if (made) now.set(id, { box, parentId, ...drawn, node: made })
    }
    seen = now
    const next = [...now.values()].map(({ node }) => node)
    const unchanged = next.length === nodes.length && next.every((node, i) => node === nodes[i])
    if (!unchanged) nodes = next
    return nodes
  }
}

function sameRect(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

function nodeOf(
  resource: Resource,
  { x, y, width, height }: Rect,
  parentId: Id | null,
  { selected, locked, stop, label }: Drawn,
): FlowNode | null {
  const { look, term } = definitionOf(resource)
  if (look.shape === 'chip' || look.shape === 'link') return null
  return {
    id: resource.id,
    type: look.shape,
    position: { x, y },
    ...(parentId === null ? {} : { parentId }),
    width,
    height,
    // sizes are ours to say, so React Flow need not measure before it draws
    measured: { width, height },
    // a place outside is never hidden behind a VPC
    ...(look.shape === 'place' ? { zIndex: 10 } : {}),
    data: { id: resource.id },
    selected,
    ariaLabel: label,
    ariaRole: 'group',
    ...(locked ? { draggable: false } : {}),
    // one stop for Tab; from there the arrow keys walk
    domAttributes: { 'aria-roledescription': term, tabIndex: stop ? 0 : -1 },
  }
}
