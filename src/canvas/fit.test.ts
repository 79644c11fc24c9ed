import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, minimapSize } from './fit'

const frame = { width: 808, height: 852 }

/** Where the lower right corner of a box is seen. */
function cornerOf(box: { x: number; y: number; width: number; height: number }) {
  const view = fitted([box], frame, true)
  if (!view) throw new Error('a box can be fitted')
  return {
    right: (box.x + box.width) * view.zoom + view.x,
    bottom: (box.y + box.height) * view.zoom + view.y,
    zoom: view.zoom,
  }
}

describe('zoom to fit', () => {
  it('shows a small drawing in the middle, at its own size', () => {
    const view = fitted([{ x: 100, y: 100, width: 200, height: 100 }], frame, true)
    expect(view).toEqual({ x: 204, y: 268, zoom: 1 })
  })

  it('leaves a wide drawing its size and moves it up from under the minimap', () => {
    const wide = cornerOf({ x: 0, y: 0, width: 728, height: 500 })
    expect(wide.zoom).toBe(1)
    expect(wide.bottom).toBeLessThanOrEqual(frame.height - minimapSize.height)
  })

  it('shows a tall drawing beside the minimap', () => {
    const tall = cornerOf({ x: 0, y: 0, width: 540, height: 724 })
    expect(tall.zoom).toBe(1)
    expect(tall.right).toBeLessThanOrEqual(frame.width - minimapSize.width)
  })

  it('has nothing under the minimap, whatever is drawn, and all of it in sight', () => {
    const boxes = fc.record({
      x: fc.integer({ min: -2000, max: 2000 }),
      y: fc.integer({ min: -2000, max: 2000 }),
      width: fc.integer({ min: 1, max: 4000 }),
      height: fc.integer({ min: 1, max: 4000 }),
    })
    fc.assert(
      fc.property(boxes, (box) => {
        const { right, bottom } = cornerOf(box)
        expect(
          right <= frame.width - minimapSize.width || bottom <= frame.height - minimapSize.height,
        ).toBe(true)
        expect(right).toBeLessThanOrEqual(frame.width)
        expect(bottom).toBeLessThanOrEqual(frame.height)
      }),
    )
  })

  it('uses the whole frame where there is no minimap, and shows nothing of nothing', () => {
    const square = { x: 0, y: 0, width: 724, height: 724 }
    expect(fitted([square], frame, false)?.zoom).toBe(1)
    expect(fitted([square], frame, true)?.zoom).toBeLessThan(1)
    expect(fitted([], frame, true)).toBeNull()
  })
})
