import { describe, expect, it } from 'vitest'
import { freeSpot, roomForLink } from './layout'

const vpc = { width: 600, height: 400 }
const first = { x: 0, y: 0, ...vpc }
const anywhere = { left: Number.NEGATIVE_INFINITY, top: Number.NEGATIVE_INFINITY }

describe('a free spot', () => {
  it('is where it was wished, if nothing lies there', () => {
    const wish = { x: 640, y: 0 }
    expect(freeSpot(wish, vpc, [first], anywhere, roomForLink)).toEqual(wish)
  })

  it('leaves room for a link when the wish gives way', () => {
    const { x, y } = freeSpot({ x: 560, y: 0 }, vpc, [first], anywhere, roomForLink)
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
