import { describe, expect, it } from 'vitest'
import type { Id } from '../../kinds/resource'
import { s1 } from '../../model/examples/s1'
import { printDocument } from '../../model/print'
import { createDesigner, type Designer } from '../designer'
import { cutText } from './clipboard'
import { align, nudge } from './arrange'
import { toggleCollapse } from './collapse'
import { group, nameGroup, ungroupAround } from './group'
import { toggleLock } from './lock'
import { place } from './place'
import { requestRemoval } from './remove'

function opened(): Designer {
  let count = 0
  const designer = createDesigner({ randomId: () => `n${(count += 1)}` })
  designer.open({ designId: 'd', document: s1.document })
  return designer
}

const boxOf = (designer: Designer, id: Id) => designer.getState().document.layout[id]
const noticeOf = (designer: Designer) => designer.getState().view.notice

describe('a locked resource', () => {
  it('is not nudged, aligned, deleted or cut, and says why with a way out', () => {
    const designer = opened()
    toggleLock(designer, ['subnet:a-public-a'])
    const { document } = designer.getState()
    designer.select(['subnet:a-public-a'])
    nudge(designer, { x: 1, y: 0 })
    expect(noticeOf(designer)?.text).toBe('Subnet A public a is locked.')
    designer.select(['subnet:a-public-a', 'subnet:a-private-b'])
    align(designer, 'top')
    requestRemoval(designer, ['subnet:a-public-a'])
    expect(cutText(designer, ['subnet:a-public-a'])).toBeNull()
    expect(designer.getState().document).toBe(document)
    noticeOf(designer)?.offer?.accept()
    expect(boxOf(designer, 'subnet:a-public-a')?.locked).toBeUndefined()
  })

  it('keeps what it lies in from being deleted', () => {
    const designer = opened()
    toggleLock(designer, ['subnet:a-public-a'])
    requestRemoval(designer, ['vpc:a'])
    expect(designer.getState().view.asking).toBeNull()
    expect(noticeOf(designer)?.text).toContain('locked')
  })

  it('moves along with what it lies in, and leaves the others free', () => {
    const designer = opened()
    toggleLock(designer, ['subnet:a-public-a'])
    designer.select(['subnet:a-public-a', 'subnet:a-private-b'])
    const before = boxOf(designer, 'subnet:a-private-b')
    nudge(designer, { x: 0, y: 1 })
    expect(boxOf(designer, 'subnet:a-private-b')?.y).toBe((before?.y ?? 0) + 8)
  })

  it('is unlocked only when all that is chosen is locked, and undo takes it back', () => {
    const designer = opened()
    toggleLock(designer, ['vpc:a'])
    toggleLock(designer, ['vpc:a', 'vpc:b'])
    expect([boxOf(designer, 'vpc:a')?.locked, boxOf(designer, 'vpc:b')?.locked]).toEqual([
      true,
      true,
    ])
    toggleLock(designer, ['vpc:a', 'vpc:b'])
    expect(printDocument(designer.getState().document)).toBe(printDocument(s1.document))
    designer.undo()
    expect(boxOf(designer, 'vpc:b')?.locked).toBe(true)
  })

  it('has a place of its own: a chip has none', () => {
    const designer = opened()
    toggleLock(designer, ['route-table:a-main'])
    expect(designer.getState().past).toHaveLength(0)
    expect(noticeOf(designer)?.tone).toBe('problem')
  })
})

describe('a collapsed container', () => {
  it('takes over the selection of what it hides, and opens to where it was', () => {
    const designer = opened()
    designer.select(['subnet:a-public-a'])
    toggleCollapse(designer, ['vpc:a'])
    expect(designer.getState().view.selection).toEqual(['vpc:a'])
    toggleCollapse(designer, ['vpc:a'])
    expect(designer.getState().document.layout).toEqual(s1.document.layout)
  })

  it('is the container around what holds nothing itself', () => {
    const designer = opened()
    toggleCollapse(designer, ['workload:service-a', 'nat-gateway:a'])
    expect(boxOf(designer, 'subnet:a-public-a')?.collapsed).toBe(true)
    toggleCollapse(designer, ['internet:internet'])
    expect(noticeOf(designer)?.tone).toBe('problem')
  })

  it('gives way to what took its room meanwhile', () => {
    const designer = opened()
    toggleCollapse(designer, ['vpc:a'])
    const { x = 0, y = 0 } = boxOf(designer, 'vpc:a') ?? {}
    const id = place(designer, 'public-address', { on: [], at: { x, y: y + 120 } })
    if (!id) throw new Error('there is room below a collapsed VPC')
    toggleCollapse(designer, ['vpc:a'])
    const [vpc, card] = [boxOf(designer, 'vpc:a'), boxOf(designer, id)]
    if (!vpc || !card) throw new Error('both are drawn')
    const clear =
      card.x >= vpc.x + (vpc.width ?? 0) ||
      card.x + 184 <= vpc.x ||
      card.y >= vpc.y + (vpc.height ?? 0) ||
      card.y + 56 <= vpc.y
    expect(clear).toBe(true)
  })

  it('opens for what is placed in it', () => {
    const designer = opened()
    toggleCollapse(designer, ['vpc:a'])
    place(designer, 'route-table', { on: ['vpc:a'], at: { x: 0, y: 0 } })
    expect(boxOf(designer, 'vpc:a')?.collapsed).toBeUndefined()
    designer.undo()
    expect(boxOf(designer, 'vpc:a')?.collapsed).toBe(true)
  })
})

describe('a group', () => {
  it('frames what has a place, under a name that can be changed, and undo takes it back', () => {
    const designer = opened()
    const key = group(designer, ['vpc:b', 'vpc:a', 'route-table:a-main'])
    if (!key) throw new Error('two can be grouped')
    nameGroup(designer, key, ' Payments ')
    nameGroup(designer, key, '  ')
    expect(designer.getState().document.groups).toEqual({
      [key]: { name: 'Payments', members: ['vpc:a', 'vpc:b'] },
    })
    designer.undo()
    designer.undo()
    expect(designer.getState().document).toEqual(s1.document)
  })

  it('takes a member out of its old group; a group without members is gone', () => {
    const designer = opened()
    group(designer, ['vpc:a', 'vpc:b'])
    const key = group(designer, ['vpc:a', 'vpc:b', 'internet:internet'])
    expect(Object.keys(designer.getState().document.groups ?? {})).toEqual([key])
    ungroupAround(designer, ['vpc:b'])
    expect(designer.getState().document.groups).toBeUndefined()
    ungroupAround(designer, ['vpc:b'])
    expect(noticeOf(designer)?.tone).toBe('problem')
  })

  it('needs two', () => {
    const designer = opened()
    expect(group(designer, ['vpc:a', 'route-table:a-main'])).toBeNull()
    expect(designer.getState().past).toHaveLength(0)
  })
})
