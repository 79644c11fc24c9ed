import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { s5 } from '../model/examples/s5'
import { associationLine, associationsOf } from './association-lines'
import { touches, type Rect } from './rects'
import { labelSpotOf, routeBetween } from './route'
import { covered } from './way'

const nothing = { words: [], containers: [] }
const card: Rect = { x: 0, y: 300, width: 200, height: 56 }

describe('the line from a card to another container that it lies in', () => {
  it('goes straight where the two face each other', () => {
    const line = associationLine(card, { x: 40, y: 0, width: 300, height: 200 }, nothing)
    expect(line).toHaveLength(2)
    expect(line?.[0].x).toBe(line?.[1].x)
  })

  it('turns once, at the near end of a container that lies aside', () => {
    const line = associationLine(card, { x: 240, y: 0, width: 300, height: 200 }, nothing)
    expect(line).toEqual([
      { x: 200, y: 328 },
      { x: 252, y: 328 },
      { x: 252, y: 200 },
    ])
  })

  it('goes round a card in between', () => {
    const box = { x: 0, y: 0, width: 200, height: 100 }
    const between = { x: 60, y: 180, width: 80, height: 56 }
    const line = associationLine(card, box, { words: [between], containers: [] })
    expect(line && covered(line, [between])).toBe(0)
  })

  it('is none where the card is drawn across the container', () => {
    expect(associationLine(card, { x: 150, y: 250, width: 300, height: 200 }, nothing)).toBeNull()
  })

  it('starts at the card and ends at the container, wherever they lie', () => {
    const at = fc.integer({ min: -900, max: 900 })
    const size = fc.integer({ min: 60, max: 500 })
    const boxes: fc.Arbitrary<Rect> = fc.record({ x: at, y: at, width: size, height: size })
    const borders = (box: Rect, point: { x: number; y: number } | undefined) =>
      point !== undefined && touches(point1(point), grown(box))
    fc.assert(
      fc.property(boxes, (box) => {
        const line = associationLine(card, box, nothing)
        if (!line) {
          expect(touches(card, box)).toBe(true)
          return
        }
        expect(borders(card, line[0])).toBe(true)
        expect(borders(box, line.at(-1))).toBe(true)
      }),
    )
  })

  it('leads from each service in three zones to the two subnets it is not drawn in', () => {
    const joined = associationsOf(s5.document)
    expect(joined.length).toBeGreaterThan(0)
    expect(joined.length % 2).toBe(0)
    for (const [from, to] of joined) expect([from, to].join()).toMatch(/^workload:.*subnet:/)
  })
})

const point1 = ({ x, y }: { x: number; y: number }): Rect => ({ x, y, width: 1, height: 1 })
const grown = ({ x, y, width, height }: Rect): Rect => ({
  x: x - 1,
  y: y - 1,
  width: width + 2,
  height: height + 2,
})

describe('labels of parallel links', () => {
  const [one, other] = [
    { x: 0, y: 0, width: 48, height: 48 },
    { x: 0, y: 400, width: 48, height: 48 },
  ]
  it('stand one behind the other, whichever way each was drawn', () => {
    const first = labelSpotOf(routeBetween(one, other, -16), -16)
    const second = labelSpotOf(routeBetween(other, one, 16), 16)
    expect(Math.abs(first.y - second.y)).toBeGreaterThan(40)
  })
  it('stand half way where there is one', () => {
    expect(labelSpotOf(routeBetween(one, other), 0)).toEqual({ x: 24, y: 224 })
  })
})
