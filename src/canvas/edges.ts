import { definitionOf, linksOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { called } from '../kinds/called'
import { shownAs } from '../model/collapse'
import type { Document } from '../model/document'
import type { FlowEdge } from './flow-types'

/** Space between two lines that join the same pair, in canvas units. */
const laneWidth = 32

/** The two ends of a link; null for everything else. */
export function endsOf(resource: Resource): readonly [Id, Id] | null {
  if (definitionOf(resource).look.shape !== 'link') return null
  const [from, to] = linksOf(resource).filter(({ relation }) => relation === 'joins')
  return from && to ? [from.to, to.to] : null
}

/** The two that the line of a link joins: a collapsed container stands for what it hides. */
export function drawnEndsOf(document: Document, resource: Resource): readonly [Id, Id] | null {
  const ends = endsOf(resource)
  if (!ends) return null
  const [from, to] = [shownAs(document, ends[0]), shownAs(document, ends[1])]
  return from === to ? null : [from, to]
}

const known = new WeakMap<Document, ReadonlyMap<Id, number>>()

/**
 * How far each link is shifted so that several between the same two stay apart. Cheap: worked out
 * once per document.
 */
export function lanesOf(document: Document): ReadonlyMap<Id, number> {
  const before = known.get(document)
  if (before) return before
  const lanes = lanesIn(document)
  known.set(document, lanes)
  return lanes
}

function lanesIn(document: Document): ReadonlyMap<Id, number> {
  const pairs = new Map<string, Id[]>()
  for (const resource of Object.values(document.resources)) {
    const ends = drawnEndsOf(document, resource)
    if (!ends) continue
    const pair = [...ends].sort().join(' ')
    pairs.set(pair, [...(pairs.get(pair) ?? []), resource.id])
  }
  return new Map(
    [...pairs.values()].flatMap((ids) =>
      ids.map((id, i) => [id, (i - (ids.length - 1) / 2) * laneWidth] as const),
    ),
  )
}

/** Derives React Flow's edges the way `nodeDeriver` derives nodes. */
export function edgeDeriver(): (document: Document, selection: readonly Id[]) => FlowEdge[] {
  let seen = new Map<Id, FlowEdge>()
  let edges: FlowEdge[] = []
  return (document, selection) => {
    const lanes = lanesOf(document)
    const next = [...lanes].flatMap(([id, lane]) => {
      const resource = document.resources[id]
      const ends = resource && drawnEndsOf(document, resource)
      if (!ends) return []
      const before = seen.get(id)
      const selected = selection.includes(id)
      if (
        before?.source === ends[0] &&
        before.target === ends[1] &&
        before.selected === selected &&
        before.data?.lane === lane
      )
        return [before]
      const made: FlowEdge = {
        id,
        type: 'link',
        source: ends[0],
        target: ends[1],
        sourceHandle: 'right',
        targetHandle: 'left',
        data: { id, lane },
        selected,
        // its label is a button; the line itself needs no second tab stop, nor is it told
        focusable: false,
        ariaLabel: called(resource),
        domAttributes: { 'aria-hidden': true },
      }
      return [made]
    })
    seen = new Map(next.map((edge) => [edge.id as Id, edge]))
    if (next.length !== edges.length || next.some((edge, i) => edge !== edges[i])) edges = next
    return edges
  }
}
