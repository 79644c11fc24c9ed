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

/** The lines of these links between the outermost boxes, as one path of straight pieces. */
export function linesBetween(nodes: readonly FlowNode[], edges: readonly FlowEdge[]): string {
  if (edges.length === 0) return ''
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const centreOf = (id: string): string | null => {
    let node = byId.get(id)
    while (node?.parentId !== undefined) node = byId.get(node.parentId)
    if (!node) return null
    const { position, width = 0, height = 0 } = node
    return `${position.x + width / 2} ${position.y + height / 2}`
  }
  return edges
    .flatMap(({ source, target }) => {
      const [from, to] = [centreOf(source), centreOf(target)]
      return from && to && from !== to ? [`M${from}L${to}`] : []
    })
    .join('')
}
