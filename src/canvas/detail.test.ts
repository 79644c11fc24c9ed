import { expect, it } from 'vitest'
import { unitAt } from './detail'

it('what keeps its size on the screen is drawn by so many units of the canvas, in few steps', () => {
  expect([2, 1, 0.72].map(unitAt)).toEqual([1, 1, 1])
  const zooms = Array.from({ length: 60 }, (_, index) => 0.72 * 0.94 ** index)
  for (const zoom of zooms) {
    expect(unitAt(zoom) * zoom).toBeGreaterThan(0.71)
    expect(unitAt(zoom) * zoom).toBeLessThan(1.02)
  }
  expect(new Set(zooms.map(unitAt)).size).toBeLessThan(13)
})
