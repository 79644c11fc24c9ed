import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import type { FindingCount } from '../store/selectors'
import type { FlowNode } from './flow-types'
import { labelOf } from './labels'
import { boxOf, inContainmentOrder, type Rect } from './rects'

interface Seen {
  readonly box: Rect
  readonly parentId: Id | null
  readonly selected: boolean
  readonly label: string
  readonly node: FlowNode
}

export interface NodeSource {
  readonly document: Document
  readonly selection: readonly Id[]
  readonly findings: ReadonlyMap<Id, FindingCount>
}

/**
 * Derives React Flow's nodes and remembers the last ones, so that a resource that looks the same
 * is the very same object and is not drawn again. One per canvas.
 */
export function nodeDeriver(): (source: NodeSource) => readonly FlowNode[] {
  let seen = new Map<Id, Seen>()
  let nodes: readonly FlowNode[] = []
  return ({ document, selection, findings }) => {
    const design = designOf(document)
    const selected = new Set(selection)
    const now = new Map<Id, Seen>()
    for (const resource of inContainmentOrder(document)) {
      const { id } = resource
      const box = boxOf(document, resource)
      if (!box) continue
      const parentId = parentOf(resource, design)
      const label = labelOf(resource, design, findings.get(id))
      const before = seen.get(id)
      const same =
        before &&
        sameRect(before.box, box) &&
        before.parentId === parentId &&
        before.selected === selected.has(id) &&
        before.label === label
      const made = same ? before.node : nodeOf(resource, box, parentId, selected.has(id), label)
      if (made) now.set(id, { box, parentId, selected: selected.has(id), label, node: made })
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
  selected: boolean,
  label: string,
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
    domAttributes: { 'aria-roledescription': term },
  }
}
