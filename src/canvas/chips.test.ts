import { describe, expect, it } from 'vitest'
import { fitting } from './chips'

describe('chips in a foot', () => {
  it.each([
    [[50, 50], 120, 1, 2],
    // two fit, but then "+1" would not
    [[50, 50, 50], 120, 1, 1],
    [[50, 50, 50], 120, 2, 3],
    [[50, 50, 50, 50, 50], 120, 2, 3],
    [[200], 120, 1, 1],
    [[], 120, 2, 0],
  ])('of widths %j in %i units and %i rows: %i are shown', (widths, available, rows, shown) => {
    expect(fitting(widths, available, rows)).toBe(shown)
  })
})
