import { expect, it } from 'vitest'
import { boxesOf, linesOf, shapeOf, spansOf } from './distant'
import type { FlowEdge, FlowNode } from './flow-types'

const node = (id: `vpc:${string}`, x: number, parentId?: string): FlowNode => ({
  id,
  type: 'container',
  position: { x, y: 0 },
  width: 100,
  height: 40,
  data: { id },
  ...(parentId !== undefined && { parentId }),
})
const edge = (id: `vpc:${string}`, source: string, target: string): FlowEdge => ({
  id,
  source,
  target,
  type: 'link',
  data: { id, lane: 0 },
})
const linesBetween = (all: readonly FlowNode[], edges: readonly FlowEdge[]) =>
  linesOf(spansOf(all, edges), boxesOf(all))
const nodes = [node('vpc:a', 0), node('vpc:b', 500), node('vpc:inner', 10, 'vpc:b')]

it('links go straight from the middle of one outermost box to that of the other', () => {
  expect(linesBetween(nodes, [edge('vpc:1', 'vpc:a', 'vpc:b')])).toBe('M50 20L550 20')
  expect(linesBetween(nodes, [edge('vpc:1', 'vpc:a', 'vpc:inner')])).toBe('M50 20L550 20')
})

it('a link to a bar beside many boxes runs straight across to it', () => {
  const bar = { ...node('vpc:bar', -200), position: { x: -200, y: 300 }, width: 900 }
  expect(linesBetween([...nodes, bar], [edge('vpc:1', 'vpc:b', 'vpc:bar')])).toBe('M550 20L550 320')
})

it('links within one box, or to what is not drawn, are not seen from a distance', () => {
  expect(linesBetween(nodes, [edge('vpc:1', 'vpc:b', 'vpc:inner')])).toBe('')
  expect(linesBetween(nodes, [edge('vpc:1', 'vpc:a', 'vpc:gone')])).toBe('')
})

it('a shape is the same object for as long as its node is', () => {
  const [a] = nodes
  if (!a) throw new Error('Bug: three nodes')
  expect(shapeOf(a)).toBe(shapeOf(a))
  expect(shapeOf(a)).toMatchObject({ id: 'vpc:a', type: 'shape', width: 100 })
})
