import { expect, it } from 'vitest'
import { groupShapes } from './group'
import { paints } from './paints'

const means = {
  paints: paints.light,
  icons: {},
  measure: (text: string) => text.length * 10,
  design: null,
  title: 'a design',
}

it('draws a frame with its name on a tab that stays within it', () => {
  const group = { x: 0, y: 100, width: 200, height: 80, name: 'Shared services of the company' }
  const [frame, tab, name] = groupShapes(group, means)
  expect(frame?.attributes).toMatchObject({ x: 0, y: 100, width: 200, height: 80, fill: 'none' })
  expect(Number(tab?.attributes['x'])).toBeGreaterThanOrEqual(0)
  expect(tab?.attributes['y']).toBe(80)
  expect(name?.children).toEqual([expect.stringMatching(/^Shared serv.*…$/)])
})
