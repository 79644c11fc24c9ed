import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { parseDocument } from '../model/parse'
import { printDocument } from '../model/print'
import { describeDesign } from './commands/details'
import { placeResource } from './commands/place'
import { createDesigner } from './designer'
import { gestures, perform } from './testing/gestures'

function newDesigner() {
  let count = 0
  return createDesigner({
    randomId: () => {
      count += 1
      return `r${count}`
    },
  })
}

describe('history', () => {
  it('undo after any sequence of commands restores the document exactly, redo brings it back', () => {
    fc.assert(
      fc.property(gestures, (sequence) => {
        const designer = newDesigner()
        const before = designer.getState().document
        for (const gesture of sequence) perform(designer, gesture)
        const after = designer.getState().document
        while (designer.getState().past.length > 0) designer.undo()
        expect(designer.getState().document).toEqual(before)
        while (designer.getState().future.length > 0) designer.redo()
        expect(designer.getState().document).toEqual(after)
      }),
      runs(1.5),
    )
  })

  it('whatever commands leave behind is a file that opens again', () => {
    fc.assert(
      fc.property(gestures, (sequence) => {
        const designer = newDesigner()
        for (const gesture of sequence) perform(designer, gesture)
        const { document } = designer.getState()
        expect(parseDocument(printDocument(document))).toEqual({ ok: true, value: document })
      }),
      runs(1.5),
    )
  })

  it('a burst in one field is one entry, and ends when something else is done', () => {
    const designer = newDesigner()
    designer.run(describeDesign, { name: 'P' }, 'name')
    designer.run(describeDesign, { name: 'Pa' }, 'name')
    designer.run(describeDesign, { description: 'x' })
    designer.run(describeDesign, { name: 'Pay' }, 'name')
    expect(designer.getState().past).toHaveLength(3)
    designer.undo()
    designer.undo()
    expect(designer.getState().document.name).toBe('Pa')
    designer.undo()
    expect(designer.getState().document.name).toBe('Untitled design')
  })

  it('a command that changes nothing leaves no entry', () => {
    const designer = newDesigner()
    expect(designer.run(describeDesign, { name: 'Untitled design' })).toBe(false)
    expect(designer.getState().past).toHaveLength(0)
  })

  it('a design that is edited in another tab refuses commands and undo', () => {
    const designer = newDesigner()
    designer.run(describeDesign, { name: 'Mine' })
    designer.setState({ readOnly: true })
    expect(designer.run(describeDesign, { name: 'Theirs' })).toBe(false)
    designer.undo()
    expect(designer.getState().document.name).toBe('Mine')
  })

  it('undo selects what it touched', () => {
    const designer = newDesigner()
    const id = designer.newId('vpc')
    designer.run(placeResource, {
      kind: 'vpc',
      id,
      on: [],
      at: { x: 0, y: 0 },
      newId: designer.newId,
    })
    designer.run(describeDesign, { name: 'Other' })
    designer.undo()
    designer.undo()
    designer.redo()
    expect(designer.getState().view.selection).toContain(id)
  })
})

describe('placing', () => {
  it('gives VPCs and subnets the next free blocks and the less used zone', () => {
    const designer = newDesigner()
    const place = (kind: 'vpc' | 'subnet', on: readonly `vpc:${string}`[]) => {
      const id = designer.newId(kind)
      designer.run(placeResource, { kind, id, on, at: { x: 0, y: 0 }, newId: designer.newId })
      return designer.getState().document.resources[id]
    }
    const first = place('vpc', [])
    const second = place('vpc', [])
    expect([first, second]).toMatchObject([
      { cidrBlock: '10.0.0.0/16' },
      { cidrBlock: '10.1.0.0/16' },
    ])
    const on = [second?.id as `vpc:${string}`]
    expect([place('subnet', on), place('subnet', on), place('subnet', on)]).toMatchObject([
      { cidrBlock: '10.1.0.0/24', availabilityZone: 'eu-west-1a' },
      { cidrBlock: '10.1.1.0/24', availabilityZone: 'eu-west-1b' },
      { cidrBlock: '10.1.2.0/24', availabilityZone: 'eu-west-1a' },
    ])
  })
})
