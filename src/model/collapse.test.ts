import { describe, expect, it } from 'vitest'
import type { Id } from '../kinds/resource'
import { isHidden, shownAs } from './collapse'
import type { Document } from './document'
import { s1 } from './examples/s1'
import { openSizeOf, sizeOf } from './layout'
import { parseDocument } from './parse'
import { printDocument } from './print'

const collapsed = (...ids: readonly Id[]): Document => ({
  ...s1.document,
  layout: {
    ...s1.document.layout,
    ...Object.fromEntries(
      ids.map((id) => [id, { ...(s1.document.layout[id] ?? { x: 0, y: 0 }), collapsed: true }]),
    ),
  },
})

describe('a collapsed container', () => {
  it('stands for all that it holds, chips included, and for nothing else', () => {
    const document = collapsed('vpc:a')
    expect(shownAs(document, 'subnet:a-public-a')).toBe('vpc:a')
    expect(shownAs(document, 'route-table:a-main')).toBe('vpc:a')
    expect(shownAs(document, 'vpc:a')).toBe('vpc:a')
    expect(shownAs(document, 'vpc:b')).toBe('vpc:b')
  })

  it('is itself hidden in a larger one', () => {
    expect(shownAs(collapsed('vpc:a', 'subnet:a-public-a'), 'nat-gateway:a')).toBe('vpc:a')
    expect(isHidden(collapsed('subnet:a-public-a'), 'subnet:a-public-a')).toBe(false)
  })

  it('is small, and remembers the size that it opens to', () => {
    const document = collapsed('vpc:a')
    const [vpc, box] = [document.resources['vpc:a'], document.layout['vpc:a']]
    if (!vpc || !box) throw new Error('S1 has a VPC A')
    expect(sizeOf(vpc, box)).toEqual({ width: 232, height: 88 })
    expect(openSizeOf(vpc, box)).toEqual({ width: box.width, height: box.height })
  })
})

describe('a file', () => {
  const drawn: Document = {
    ...collapsed('vpc:a'),
    groups: { 'group:1': { name: 'Edge', members: ['vpc:a', 'vpc:b'] } },
  }

  it('keeps what is locked, collapsed and grouped', () => {
    const layout = { ...drawn.layout, 'vpc:b': { x: 1, y: 2, locked: true } }
    const document = { ...drawn, layout }
    const read = parseDocument(printDocument(document))
    expect(read.ok && read.value).toEqual(document)
  })

  it('without any of it is written as before', () => {
    expect(printDocument(s1.document)).not.toMatch(/locked|collapsed|groups/)
  })

  it('leaves out of a group what is gone, and a group that is empty', () => {
    const members: Id[] = ['vpc:a', 'vpc:gone']
    const groups = {
      one: { name: 'One', members },
      two: { name: 'Two', members: ['vpc:gone'] as Id[] },
    }
    const read = parseDocument(printDocument({ ...drawn, groups }))
    expect(read.ok && read.value.groups).toEqual({ one: { name: 'One', members: ['vpc:a'] } })
  })

  it('that frames what it does not hold is not read, and says where', () => {
    const text = printDocument(drawn).replace('["vpc:a","vpc:b"]', '["vpc:a","vpc:none"]')
    const read = parseDocument(text)
    expect(read.ok).toBe(false)
    expect(!read.ok && read.problems).toMatchObject([
      { code: 'value', path: ['groups', 'group:1', 'members', 1] },
    ])
  })
})
