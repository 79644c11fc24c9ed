import type { FlowEdge, FlowNode } from './flow-types'

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

/** The middle of each outermost box, as a path names it. */
export function centresOf(nodes: readonly FlowNode[]): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap(({ id, parentId, position, width = 0, height = 0 }) =>
      parentId === undefined
        ? [[id, `${position.x + width / 2} ${position.y + height / 2}`] as const]
        : [],
    ),
  )
}

/** These links as one path of straight pieces. */
export function linesOf(spans: readonly Span[], centres: ReadonlyMap<string, string>): string {
  return spans
    .flatMap(({ from, to }) => {
      const [start, end] = [centres.get(from), centres.get(to)]
      return start && end ? [`M${start}L${end}`] : []
    })
    .join('')
}
