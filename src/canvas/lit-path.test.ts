import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../engine/analyse'
import type { Id } from '../kinds/resource'
import { s1 } from '../model/examples/s1'
import { legible } from './legible'
import { litLeg, laneOffset, type Scene } from './lit-path'
import { rectsOf, type Rect } from './rects'
import { clearWay, covered, shared } from './way'
import { beside, labelSpotOf, pathOf, reversed, routeBetween } from './route'

const rects = rectsOf(s1.document)
const kind = (id: Id) => id.slice(0, id.indexOf(':'))
const isContainer = (id: Id) => kind(id) === 'vpc' || kind(id) === 'subnet'
const scene: Scene = {
  cardRect: (id) => (isContainer(id) ? null : (rects.get(id) ?? null)),
  containerRect: (id) => (isContainer(id) ? (rects.get(id) ?? null) : null),
  linkLine: () => null,
  linkCards: () => [null, null],
  avoid: legible(s1.document, rects, 'near'),
  detail: 'near',
  unit: 1,
}

describe('the lit path', () => {
  const { flow } = s1
  const { trace } = analyse(s1.document, {
    source: { type: 'resource', id: flow.source },
    destination: { type: 'resource', id: flow.destination },
    protocol: flow.protocol,
    port: flow.port,
  })

  it('runs from card to card, through the containers, to where the packet is dropped', () => {
    const { lines, drop } = litLeg(trace?.request ?? null, scene, 'not-reachable')
    // service A to the NAT gateway to the internet gateway, which drops
    expect(lines).toHaveLength(2)
    expect(drop?.code).toBe('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS')
    expect(drop?.at).toEqual(lines.at(-1)?.at(-1))
  })

  it('leaves every word of S1 legible, the code of the drop too', () => {
    const { avoid } = scene
    const { lines, drop } = litLeg(trace?.request ?? null, scene, 'not-reachable')
    const heads = avoid.filter((it) =>
      [...rects].some(([id, { x, y }]) => isContainer(id) && it.x === x && it.y === y),
    )
    expect(heads).toHaveLength(10)
    for (const line of lines) expect(covered(line, heads)).toBe(0)
    for (const head of heads) expect(drop?.label && shared(drop.label, head)).toBe(0)
  })

  it('keeps its width on the screen: from afar the ways of request and reply lie further apart', () => {
    const startOf = (unit: number) => {
      const { lines } = litLeg(trace?.request ?? null, { ...scene, unit }, 'not-reachable')
      return { start: lines[0]?.[0] }
    }
    const [plain, near, far] = [startOf(0), startOf(1), startOf(8)]
    const away = (one: typeof near) =>
      Math.hypot(
        (one.start?.x ?? 0) - (plain.start?.x ?? 0),
        (one.start?.y ?? 0) - (plain.start?.y ?? 0),
      )
    expect(away(far)).toBeCloseTo(8 * away(near))
    expect(away(near)).toBeGreaterThan(0)
  })

  it('says that nobody knows whether the packet is dropped, where that is the verdict', () => {
    const ends = (['not-reachable', 'not-modelled'] as const).map(
      (verdict) => litLeg(trace?.request ?? null, scene, verdict).drop?.isKnown,
    )
    expect(ends).toEqual([true, false])
  })

  it('draws nothing for a reply that was never sent', () => {
    expect(litLeg(trace?.reply ?? null, scene, 'not-reachable')).toEqual({ lines: [], drop: null })
  })

  it('ends at the near end of a link that drops', () => {
    const hop = trace?.request.hops[0]
    if (!hop) throw new Error('S1 has a first hop')
    const link: Id = 'vpc-peering-connection:x'
    const { lines, drop } = litLeg(
      { delivered: false, hops: [hop, { ...hop, at: link, decision: 'drops', code: 'BAD_STATE' }] },
      {
        ...scene,
        linkLine: (id) =>
          id === link
            ? [
                { x: 900, y: 300 },
                { x: 608, y: 300 },
              ]
            : null,
      },
      'not-reachable',
    )
    expect(lines).toHaveLength(1)
    expect(drop?.code).toBe('BAD_STATE')
    // below the cross, and nothing there
    expect(drop?.label?.y).toBeGreaterThan(drop?.at.y ?? 0)
    expect(Math.abs((drop?.at.x ?? 0) - 608)).toBeLessThanOrEqual(laneOffset)
  })
})

const boxes: fc.Arbitrary<Rect> = fc.record({
  x: fc.integer({ min: -2000, max: 2000 }),
  y: fc.integer({ min: -2000, max: 2000 }),
  width: fc.integer({ min: 1, max: 600 }),
  height: fc.integer({ min: 1, max: 600 }),
})

const apart = (a: Rect, b: Rect) =>
  a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y

describe('a route between two boxes', () => {
  it('goes straight where they face each other', () => {
    const [a, b] = [
      { x: 0, y: 0, width: 100, height: 100 },
      { x: 200, y: 20, width: 100, height: 60 },
    ]
    expect(routeBetween(a, b)).toEqual([
      { x: 100, y: 50 },
      { x: 200, y: 50 },
    ])
  })

  it('has right angles only, and is the same line backwards', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        fc.pre(apart(a, b))
        const line = routeBetween(a, b)
        line.slice(1).forEach((end, i) => {
          const start = line[i] ?? end
          expect(start.x === end.x || start.y === end.y).toBe(true)
        })
        expect(reversed(routeBetween(b, a))).toEqual(line)
      }),
    )
  })

  it('keeps the two ways apart: beside one is beside the other on the far side', () => {
    fc.assert(
      fc.property(boxes, boxes, (a, b) => {
        const line = routeBetween(a, b)
        const [there, back] = [beside(line, 5), reversed(beside(reversed(line), 5))]
        const between = { x: there[0].x - back[0].x, y: there[0].y - back[0].y }
        const length = Math.hypot(line[1].x - line[0].x, line[1].y - line[0].y)
        if (length > 0) expect(Math.hypot(between.x, between.y)).toBeCloseTo(10)
      }),
    )
  })

  it('has its label half way along, and becomes a path of finite numbers', () => {
    const line = routeBetween(
      { x: 0, y: 0, width: 10, height: 10 },
      { x: 110, y: 200, width: 10, height: 10 },
    )
    expect(labelSpotOf(line, 0)).toEqual({ x: 60, y: 105 })
    expect(pathOf(line)).not.toContain('NaN')
  })
})

describe('a way that leaves words legible', () => {
  const [from, to] = [
    { x: 0, y: 0, width: 200, height: 60 },
    { x: 20, y: 300, width: 200, height: 60 },
  ]
  it('is the usual one where nothing is in the way', () => {
    expect(clearWay(from, to, [{ x: 400, y: 100, width: 50, height: 50 }])).toEqual(
      routeBetween(from, to),
    )
  })

  it('moves along the sides it joins, past what stands between', () => {
    const words = { x: 20, y: 150, width: 130, height: 50 }
    const line = clearWay(from, to, [words])
    expect(covered(routeBetween(from, to), [words])).toBeGreaterThan(0)
    expect(covered(line, [words])).toBe(0)
    expect(line).toHaveLength(2)
  })

  it('has right angles only, and is the same line backwards', () => {
    fc.assert(
      fc.property(boxes, boxes, fc.array(boxes, { maxLength: 3 }), (a, b, avoid) => {
        fc.pre(apart(a, b))
        const line = clearWay(a, b, avoid)
        line.slice(1).forEach((end, i) => {
          const start = line[i] ?? end
          expect(start.x === end.x || start.y === end.y).toBe(true)
        })
        expect(reversed(clearWay(b, a, avoid))).toEqual(line)
        expect(covered(line, avoid)).toBeLessThanOrEqual(covered(routeBetween(a, b), avoid))
      }),
    )
  })
})
