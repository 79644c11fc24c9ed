import { describe, expect, it } from 'vitest'
import { definitionOf } from '../../kinds/catalogue'
import type { Resource } from '../../kinds/resource'
import { parentOf } from '../containment'
import { designOf } from '../design'
import type { Box } from '../document'
import { marginsOf, sizeOf } from '../layout'
import { examples } from './examples'

interface Drawn {
  readonly it: Resource
  readonly box: Box & { readonly width: number; readonly height: number }
}

const isAcross = ({ it }: Drawn) =>
  ('interfaces' in it && Object.keys(it.interfaces).length > 1) ||
  (it.kind === 'load-balancer' && Object.keys(it.subnets).length > 1)

describe.each(examples)('example $id', ({ document, flow, story, about }) => {
  const design = designOf(document)
  const resources: readonly Resource[] = Object.values(document.resources)
  /** Everything with a box of its own, but for what sits on a border. */
  const drawn = resources.flatMap((it): readonly Drawn[] => {
    const box = document.layout[it.id]
    const size = sizeOf(it, box)
    if (!size || definitionOf(it).look.shape === 'edge') return []
    return [{ it, box: { ...(box ?? expect.fail(`${it.id} has no place`)), ...size } }]
  })

  it('asks about resources that it has', () => {
    expect(document.resources[flow.source]).toBeDefined()
    expect(document.resources[flow.destination]).toBeDefined()
    expect(story.length).toBeGreaterThan(1)
    expect(about).toMatch(/\.$/)
  })

  it('draws everything inside its container, clear of header and foot', () => {
    const outside = drawn.filter(({ it, box }) => {
      const parentId = parentOf(it, design)
      const parent = drawn.find((other) => other.it.id === parentId)
      if (!parent) return parentId !== null
      const { top, side, bottom } = marginsOf(parent.it)
      const { width, height } = parent.box
      return (
        box.x < side ||
        box.y < top ||
        box.x + box.width > width - side ||
        box.y + box.height > height - bottom
      )
    })
    expect(outside.map(({ it }) => it.id)).toEqual([])
  })

  it('draws nothing over anything else, but what lies in several subnets over those', () => {
    const over = drawn.flatMap((one, index) =>
      drawn.slice(index + 1).flatMap((other) => {
        if (parentOf(one.it, design) !== parentOf(other.it, design)) return []
        if (isAcross(one) || isAcross(other)) return []
        const [a, b] = [one.box, other.box]
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y
        return apart ? [] : [[one.it.id, other.it.id]]
      }),
    )
    expect(over).toEqual([])
  })

  it('draws gateways centred on the top border of their VPC', () => {
    for (const it of resources) {
      if (it.kind !== 'internet-gateway' && it.kind !== 'vpn-gateway') continue
      const width = document.layout[it.vpcId]?.width ?? expect.fail('no VPC')
      expect(document.layout[it.id]).toMatchObject({ x: width / 2 - 24, y: -24 })
    }
  })
})
