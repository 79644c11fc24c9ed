import type { FlowEdge, FlowNode } from './flow-types'
import type { Rect } from './rects'

const shapes = new WeakMap<FlowNode, FlowNode>()

/** The same node as a plain shape. */
export function shapeOf(node: FlowNode): FlowNode {
  const known = shapes.get(node)
  if (known) return known
  const made: FlowNode = { ...node, type: 'shape' }
  shapes.set(node, made)
  return made
}

/** A link as it is seen from a distance, with the outermost boxes at its ends. */
interface Span {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** The links that join two outermost boxes, or what lies in them. */
export function spansOf(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): readonly Span[] {
  if (edges.length === 0) return []
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]))
  const outermost = (id: string): string => {
    const parentId = parents.get(id)
    return parentId === undefined ? id : outermost(parentId)
  }
  return edges.flatMap(({ id, source, target }) => {
    const [from, to] = [outermost(source), outermost(target)]
    return from === to ? [] : [{ id, from, to }]
  })
}

/** Where the outermost boxes lie. */
export function boxesOf(nodes: readonly FlowNode[]): ReadonlyMap<string, Rect> {
  return new Map(
    nodes.flatMap(({ id, parentId, position, width = 0, height = 0 }) =>
      parentId === undefined ? [[id, { ...position, width, height }] as const] : [],
    ),
  )
}

/** These links as one path of straight pieces. */
export function linesOf(spans: readonly Span[], boxes: ReadonlyMap<string, Rect>): string {
  return spans
    .flatMap(({ from, to }) => {
      const [start, end] = [boxes.get(from), boxes.get(to)]
      if (!start || !end) return []
      const x = meet(start.x, start.width, end.x, end.width)
      const y = meet(start.y, start.height, end.y, end.height)
      return [`M${x[0]} ${y[0]}L${x[1]} ${y[1]}`]
    })
    .join('')
}

/**
 * Where a line between two stretches starts and ends, seen along one axis: in their middles; of one
 * that lies within the reach of a longer one, straight across, as from a VPC to a transit gateway
 * that is a bar beside many.
 */
function meet(a: number, aLength: number, b: number, bLength: number): readonly [number, number] {
  const [first, second] = [a + aLength / 2, b + bLength / 2]
  if (first >= b && first <= b + bLength && aLength <= bLength) return [first, first]
  if (second >= a && second <= a + aLength && bLength <= aLength) return [second, second]
  return [first, second]
}
