import { describe, expect, it } from 'vitest'
import { s1 } from '../model/examples/s1'
import type { Id, Kind } from '../kinds/resource'
import { designOf } from '../model/design'
import { landingOf, movedTo } from './drop'
import { rectsOf, touchesHome, under } from './rects'

const { document } = s1
const design = designOf(document)
const at = (id: Id, dx = 4, dy = 60) => {
  const rect = rectsOf(document).get(id)
  return under(document, { x: (rect?.x ?? 0) + dx, y: (rect?.y ?? 0) + dy })
}
const nowhere = under(document, { x: -5000, y: -5000 })

describe('what lies under a point', () => {
  it('comes innermost first, and without what is dragged and all that it holds', () => {
    expect(at('nat-gateway:a', 4, 4).map(({ id }) => id)).toEqual([
      'nat-gateway:a',
      'subnet:a-public-a',
      'vpc:a',
    ])
    const rect = rectsOf(document).get('nat-gateway:a') ?? { x: 0, y: 0 }
    const rest = under(document, rect, new Set<Id>(['subnet:a-public-a']))
    expect(rest.map(({ id }) => id)).toEqual(['vpc:a'])
  })
})

describe('a drop from the palette', () => {
  it.each<[Kind, Id, Id | null]>([
    ['vpc', 'subnet:a-private-a', null],
    ['subnet', 'subnet:a-private-a', 'vpc:a'],
    ['workload', 'subnet:a-private-a', 'subnet:a-private-a'],
    ['route-table', 'subnet:a-private-a', 'subnet:a-private-a'],
    ['vpc-peering-connection', 'subnet:a-private-a', 'vpc:a'],
  ])('%s over %s lands on %s', (kind, over, on) => {
    expect(landingOf(kind, at(over), design)).toEqual({ ok: true, on })
  })

  it.each<[Kind, Id, string]>([
    ['workload', 'vpc:a', 'A workload lies in a subnet.'],
    ['internet-gateway', 'vpc:a', 'VPC A has an internet gateway already'],
    ['internet', 'vpc:a', 'shows the internet already'],
  ])('%s over %s is refused: %s', (kind, over, reason) => {
    const landing = landingOf(kind, at(over, 2, 2), design)
    expect(landing).toMatchObject({ ok: false, reason: expect.stringContaining(reason) })
  })

  it('offers the VPC that a subnet on the empty canvas lacks, and nothing a workload could lie in', () => {
    expect(landingOf('subnet', nowhere, design)).toMatchObject({ ok: false, lacks: 'vpc' })
    expect(landingOf('workload', nowhere, design)).toMatchObject({ ok: false, lacks: null })
  })
})

describe('a drag of what is there', () => {
  const nat = document.resources['nat-gateway:a']
  const service = document.resources['workload:service-a']
  if (!nat || !service) throw new Error('S1 has a NAT gateway and a service')

  it('moves into another container of the right kind', () => {
    expect(movedTo(nat, at('subnet:b-public-b'), false, design)).toEqual({
      ok: true,
      on: 'subnet:b-public-b',
    })
  })

  it('stays at home while it still touches it over the empty canvas', () => {
    expect(movedTo(nat, nowhere, true, design)).toEqual({ ok: true, on: 'subnet:a-public-a' })
    expect(movedTo(nat, nowhere, false, design)).toMatchObject({ ok: false })
    const width = document.layout['subnet:a-public-a']?.width ?? 0
    expect(touchesHome(document, nat, { x: width - 4, y: 20 })).toBe(true)
    expect(touchesHome(document, nat, { x: width + 4, y: 20 })).toBe(false)
  })

  it('keeps a workload of two subnets across them, whatever subnet of its VPC is below', () => {
    const own = at('subnet:a-private-a')
    expect(movedTo(service, own, true, design)).toEqual({ ok: true, on: 'vpc:a' })
    const other = at('subnet:b-private-a')
    expect(movedTo(service, other, false, design)).toEqual({ ok: true, on: 'subnet:b-private-a' })
  })
})
