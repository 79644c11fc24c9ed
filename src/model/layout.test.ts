import { describe, expect, it } from 'vitest'
import { designOf } from './design'
import { parentOf } from './containment'
import type { Box } from './document'
import { freeSpot, growToFit, roomForLink } from './layout'
import { documentOf, subnet, vpc, workload } from './testing/build'

const large = { width: 600, height: 400 }
const first = { x: 0, y: 0, ...large }
const anywhere = { left: Number.NEGATIVE_INFINITY, top: Number.NEGATIVE_INFINITY }

describe('a free spot', () => {
  it('is where it was wished, if nothing lies there', () => {
    const wish = { x: 640, y: 0 }
    expect(freeSpot(wish, large, [first], anywhere, roomForLink)).toEqual(wish)
  })

  it('leaves room for a link when the wish gives way', () => {
    const { x, y } = freeSpot({ x: 560, y: 0 }, large, [first], anywhere, roomForLink)
    expect(y).toBe(0)
    expect(x).toBeGreaterThanOrEqual(first.width + roomForLink)
    expect(x).toBeLessThan(first.width + roomForLink + 32)
  })

  it('stays inside its bounds', () => {
    const inside = { left: 24, top: 64 }
    const { x, y } = freeSpot({ x: 0, y: 0 }, { width: 100, height: 50 }, [], inside)
    expect([x, y]).toEqual([24, 64])
  })
})

describe('a container that grows for what it holds', () => {
  const document = documentOf(
    vpc('v', '10.0.0.0/16'),
    subnet('a', 'v', '10.0.0.0/24'),
    subnet('b', 'v', '10.0.1.0/24'),
    subnet('c', 'v', '10.0.2.0/24'),
    workload('w', 'a'),
  )
  const design = designOf(document)
  const homeOf = (id: Parameters<typeof design.get>[0]) => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  const grown = (more: Partial<Record<'b' | 'c', Partial<Box>>> = {}) => {
    const small = { width: 200, height: 120 }
    const layout: Record<string, Box> = {
      'vpc:v': { x: 0, y: 0, width: 600, height: 472 },
      'subnet:a': { x: 24, y: 64, ...small },
      'subnet:b': { x: 24, y: 208, ...small, ...more.b },
      'subnet:c': { x: 24, y: 352, ...small, ...more.c },
      'workload:w': { x: 16, y: 160 },
    }
    growToFit({ resources: document.resources, layout }, 'subnet:a', homeOf)
    return layout
  }

  it('pushes what lies below it, and what lies below that', () => {
    const layout = grown()
    const by = (layout['subnet:a']?.height ?? 0) - 120
    expect(by).toBeGreaterThan(0)
    expect(layout['subnet:b']?.y).toBe(208 + by)
    expect(layout['subnet:c']?.y).toBe(352 + by)
    expect(layout['vpc:v']?.height).toBe(472 + by + 64)
  })
  it('leaves alone what it does not come near, what is locked, and what lay across it', () => {
    expect(grown({ b: { x: 300 } })['subnet:b']).toMatchObject({ x: 300, y: 208 })
    expect(grown({ b: { locked: true } })['subnet:b']?.y).toBe(208)
    expect(grown({ b: { y: 160 } })['subnet:b']?.y).toBe(160)
  })
})
