import { describe, expect, it } from 'vitest'
import type { Id } from '../kinds/resource'
import { s1 } from '../model/examples/s1'
import { s2 } from '../model/examples/s2'
import type { Document } from '../model/document'
import { createDesigner } from '../store/designer'
import { drawLink } from '../store/actions/link'
import type { Direction } from './directions'
import { followed } from './follow'
import { nextStop, stopsOf, tabStop } from './walk'

const collapsed = (document: Document, id: Id): Document => ({
  ...document,
  layout: {
    ...document.layout,
    [id]: { ...(document.layout[id] ?? { x: 0, y: 0 }), collapsed: true },
  },
})

function peered(): { readonly document: Document; readonly link: Id } {
  const designer = createDesigner({ randomId: () => 'new' })
  designer.open({ designId: 'd', document: s1.document })
  const link = drawLink(designer, 'vpc:a', 'vpc:b')
  if (!link) throw new Error('the VPCs of S1 can be peered')
  return { document: designer.getState().document, link }
}

describe('reading order', () => {
  it('has each container before what it holds, and each link after what it joins', () => {
    const { document, link } = peered()
    const order = [...stopsOf(document, 'near').keys()]
    const at = (id: Id) => order.indexOf(id)
    expect(at('vpc:a')).toBeLessThan(at('subnet:a-public-a'))
    expect(at('subnet:a-public-a')).toBeLessThan(at('nat-gateway:a'))
    expect(at('nat-gateway:a')).toBeLessThan(at('vpc:b'))
    expect(at(link)).toBeGreaterThan(Math.max(at('vpc:a'), at('vpc:b')))
    expect(new Set(order).size).toBe(order.length)
  })

  it('has chips only where they are drawn', () => {
    expect(stopsOf(s1.document, 'near').has('route-table:a-main')).toBe(true)
    expect(stopsOf(s1.document, 'far').has('route-table:a-main')).toBe(false)
  })

  it('ends at a collapsed container, to which its links stay', () => {
    const { document, link } = peered()
    const stops = stopsOf(collapsed(document, 'vpc:a'), 'near')
    expect([...stops.keys()].some((id) => id.includes(':a-'))).toBe(false)
    expect(stops.has('vpc:a')).toBe(true)
    expect(stops.has(link)).toBe(true)
  })
})

describe('arrow keys', () => {
  const { document, link } = peered()
  const stops = stopsOf(document, 'near')
  const walk = (from: Id, ...way: readonly Direction[]) =>
    way.reduce<Id | null>((id, direction) => id && nextStop(stops, id, direction), from)

  it('go down into a container and up out of it', () => {
    const inside = walk('vpc:a', 'down')
    expect(inside && document.resources[inside]).toMatchObject({ kind: 'subnet', vpcId: 'vpc:a' })
    expect(inside && walk(inside, 'up')).toBe('vpc:a')
  })

  it('go from a subnet to what lies in it', () => {
    expect(walk('subnet:a-public-a', 'down')).toBe('nat-gateway:a')
    expect(walk('nat-gateway:a', 'up')).toBe('subnet:a-public-a')
  })

  it('find nothing beyond the last', () => {
    const first = [...stops.entries()].reduce((a, b) => (b[1].x < a[1].x ? b : a))[0]
    expect(walk(first, 'left')).toBeNull()
  })

  it('reach everything', () => {
    const reached = new Set<Id>(['vpc:a'])
    for (const from of reached)
      for (const direction of ['left', 'right', 'up', 'down'] as const) {
        const next = nextStop(stops, from, direction)
        if (next) reached.add(next)
      }
    expect([...stops.keys()].filter((id) => !reached.has(id))).toEqual([])
    expect(reached.has(link)).toBe(true)
  })
})

describe('Tab enters the canvas', () => {
  const stops = stopsOf(s1.document, 'near')
  const none = { focused: null, selection: [], last: null }

  it('at what is selected, else where it left, else at the first', () => {
    expect(tabStop(stops, { ...none, selection: ['vpc:b'], last: 'vpc:a' })).toBe('vpc:b')
    expect(tabStop(stops, { ...none, last: 'nat-gateway:a' })).toBe('nat-gateway:a')
    expect(tabStop(stops, none)).toBe(stops.keys().next().value)
  })

  it('never at what is not drawn', () => {
    const far = stopsOf(s1.document, 'far')
    expect(tabStop(far, { ...none, selection: ['route-table:a-main'], last: 'vpc:a' })).toBe(
      'vpc:a',
    )
    expect(tabStop(new Map(), none)).toBeNull()
  })
})

describe('following a link', () => {
  it('leads to the VPC at its other end, from what lies in a VPC too', () => {
    const { document } = peered()
    expect(followed(document, 'vpc:a', 'right')).toBe('vpc:b')
    expect(followed(document, 'nat-gateway:a', 'right')).toBe('vpc:b')
    expect(followed(document, 'vpc:a', 'left')).toBe('not-this-way')
  })

  it('leads from a link to the end on that side', () => {
    const { document, link } = peered()
    expect(followed(document, link, 'left')).toBe('vpc:a')
    expect(followed(document, link, 'right')).toBe('vpc:b')
  })

  it('says where there is none', () => {
    expect(followed(s1.document, 'vpc:a', 'right')).toBe('no-link')
    expect(followed(s2.document, 'internet:internet', 'up')).toBe('no-link')
  })
})
