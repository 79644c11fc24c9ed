import { describe, expect, it } from 'vitest'
import type { Id } from '../kinds/resource'
import { s1 } from '../model/examples/s1'
import { createDesigner } from '../store/designer'
import { drawLink } from '../store/actions/link'
import type { Direction } from './directions'
import { addNeighbour } from './neighbour'
import { rectsOf } from './rects'

function opened() {
  let count = 0
  const designer = createDesigner({ randomId: () => `n${(count += 1)}` })
  designer.open({ designId: 'd', document: s1.document })
  const add = (id: Id, direction: Direction) => {
    const made = addNeighbour(designer, id, direction)
    return made ? designer.getState().document.resources[made] : null
  }
  return { designer, add }
}

describe('a neighbour', () => {
  it('of a subnet is a subnet of the same VPC, in a block of its own', () => {
    const { designer, add } = opened()
    const made = add('subnet:a-private-b', 'right')
    expect(made).toMatchObject({ kind: 'subnet', vpcId: 'vpc:a' })
    expect(designer.getState().view.selection).toEqual([made?.id])
    const blocks = Object.values(designer.getState().document.resources).flatMap((it) =>
      it.kind === 'subnet' && it.vpcId === 'vpc:a' ? [it.cidrBlock] : [],
    )
    expect(new Set(blocks).size).toBe(blocks.length)
    designer.undo()
    expect(designer.getState().document).toEqual(s1.document)
  })

  it.each([
    ['right', (a: number, b: number) => b > a, 'x'],
    ['left', (a: number, b: number) => b < a, 'x'],
    ['down', (a: number, b: number) => b > a, 'y'],
    ['up', (a: number, b: number) => b < a, 'y'],
  ] as const)('of a VPC is a VPC beside it: %s', (direction, beyond, axis) => {
    const { designer, add } = opened()
    const made = add('vpc:a', direction)
    expect(made?.kind).toBe('vpc')
    const rects = rectsOf(designer.getState().document)
    const [from, to] = [rects.get('vpc:a'), made && rects.get(made.id)]
    expect(beyond(from?.[axis] ?? 0, to?.[axis] ?? 0)).toBe(true)
  })

  it('of a workload is one of the same type in the same subnet', () => {
    const { add } = opened()
    const before = s1.document.resources['workload:service-b']
    const made = add('workload:service-b', 'right')
    if (before?.kind !== 'workload' || made?.kind !== 'workload') throw new Error('workloads')
    expect(made.workloadType).toBe(before.workloadType)
    expect(Object.keys(before.interfaces)).toEqual(
      expect.arrayContaining(Object.keys(made.interfaces)),
    )
  })

  it('of a chip is another one of the same VPC', () => {
    expect(opened().add('route-table:a-main', 'down')).toMatchObject({
      kind: 'route-table',
      vpcId: 'vpc:a',
    })
  })

  it('is refused with the reason where there cannot be two', () => {
    const { designer, add } = opened()
    expect(add('internet-gateway:a', 'right')).toBeNull()
    expect(designer.getState().view.notice).toMatchObject({ tone: 'problem' })
    expect(add('internet:internet', 'right')).toBeNull()
    expect(designer.getState().document).toBe(s1.document)
  })

  it('is refused to a link', () => {
    const { designer, add } = opened()
    const link = drawLink(designer, 'vpc:a', 'vpc:b')
    if (!link) throw new Error('the VPCs of S1 can be peered')
    const { document } = designer.getState()
    expect(add(link, 'right')).toBeNull()
    expect(designer.getState().document).toBe(document)
    expect(designer.getState().view.notice?.tone).toBe('problem')
  })
})
