import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { definitionOf } from '../kinds/catalogue'
import { resourceSchema, type Id, type Resource } from '../kinds/resource'
import { s5 } from './examples/s5'
import { arranged } from './arranged'
import { arrangedAnew, arrangedAtFirst } from './arranged-anew'
import { isHidden } from './collapse'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Box, Document } from './document'
import { clash, sizeOf } from './layout'
import { documents } from './testing/documents'

const boxesOf = (document: Document, layout = arranged(document)) => {
  const design = designOf(document)
  return Object.values<Resource>(document.resources).flatMap((it) => {
    const box = layout[it.id]
    const size = sizeOf(it, box)
    const isEdge = definitionOf(it).look.shape === 'edge'
    return box && size
      ? [
          {
            it,
            isEdge,
            isHidden: isHidden({ ...document, layout }, it.id),
            parent: parentOf(it, design),
            box: { ...box, ...size },
          },
        ]
      : []
  })
}

/** The document, arranged, with every third of its resources locked. */
const withLocked = (document: Document): Document => {
  const boxes = Object.entries<Box>(arranged(document)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const locked = boxes.map(([id, box], index) => [id, index % 3 ? box : { ...box, locked: true }])
  return { ...document, layout: Object.fromEntries(locked) as Document['layout'] }
}

describe('a design that is arranged', () => {
  it('has a place for everything that is drawn as a box', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const layout = arranged(document)
        for (const it of Object.values<Resource>(document.resources))
          expect(Object.hasOwn(layout, it.id), it.id).toBe(definitionOf(it).look.size !== null)
      }),
      runs(0.5),
    )
  })

  it.each([
    ['open', (document: Document) => arranged(document)],
    ['small', (document: Document) => arranged(document, (id) => id.startsWith('vpc:'))],
    ['partly locked', (document: Document) => arrangedAnew(withLocked(document))],
  ])('lets nothing cover anything else, nor stand out of what holds it: VPCs %s', (_, arrange) => {
    fc.assert(
      fc.property(documents, (document) => {
        const boxes = boxesOf(document, arrange(document))
        const sizes = new Map<Id, { width: number; height: number }>(
          boxes.map(({ it, box }) => [it.id, box]),
        )
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1))
            if (one.parent === other.parent)
              expect(clash(one.box, other.box), `${one.it.id} and ${other.it.id}`).toBe(false)
          const around = one.parent && sizes.get(one.parent)
          // in a collapsed VPC nothing is seen
          if (!around || one.isEdge || one.isHidden) continue
          expect(one.box.x + one.box.width, one.it.id).toBeLessThanOrEqual(around.width)
          expect(one.box.y + one.box.height, one.it.id).toBeLessThanOrEqual(around.height)
        }
      }),
      runs(0.25),
    )
  })

  it('does not depend on the order of resources', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const entries = Object.entries(document.resources).toReversed()
        const turned = { ...document, resources: Object.fromEntries(entries) }
        expect(arranged(turned)).toEqual(arranged(document))
      }),
      runs(0.5),
    )
  })

  it('leaves what is locked where it is, and all that lies around it', () => {
    const { document } = s5
    const [locked] = designOf(document)
      .all('vpc')
      .map(({ id }) => id)
    const before = locked && document.layout[locked]
    if (!before) throw new Error('S5 draws VPCs')
    const layout: Document['layout'] = {
      ...document.layout,
      [locked]: { ...before, locked: true },
    }
    const anew = arrangedAnew({ ...document, layout })
    expect(anew[locked]).toEqual(layout[locked])
    expect(Object.keys(anew).toSorted()).toEqual(Object.keys(layout).toSorted())
  })

  it('draws many VPCs small, lets their lines pass between them, and frames each Region', () => {
    const vpcs = Array.from({ length: 60 }, (_, index) => ({
      id: `vpc:${index}` as const,
      kind: 'vpc',
      name: `vpc ${index}`,
      cidrBlock: `10.${index}.0.0/16`,
      region: index < 55 ? 'eu-west-1' : 'us-east-1',
      ownerId: '111111111111',
    }))
    const hub = {
      id: 'transit-gateway:t' as const,
      kind: 'transit-gateway',
      name: 'hub',
      region: 'eu-west-1',
      ownerId: '111111111111',
    }
    const links = vpcs.slice(0, 55).map(({ id }, index) => ({
      id: `transit-gateway-vpc-attachment:${index}`,
      kind: 'transit-gateway-vpc-attachment',
      name: 'a',
      vpcId: id,
      transitGatewayId: hub.id,
      subnetIds: [],
    }))
    const resources: Document['resources'] = Object.fromEntries(
      [...vpcs, hub, ...links].map((it) => [it.id, resourceSchema.parse(it)]),
    )
    const { layout, groups } = arrangedAtFirst({ accounts: [], resources })
    expect(Object.values(groups ?? {}).map(({ name }) => name)).toEqual(['eu-west-1', 'us-east-1'])
    const bar = layout[hub.id]
    const cards = vpcs.slice(0, 55).flatMap(({ id }) => {
      const [it, box] = [resources[id], layout[id]]
      const size = it && sizeOf(it, box)
      expect(box?.collapsed).toBe(true)
      return box && size ? [{ ...box, ...size }] : []
    })
    for (const one of cards) {
      const line = {
        x: one.x + one.width / 2,
        width: 1,
        y: Math.min(one.y, bar?.y ?? 0),
        height: Math.abs((bar?.y ?? 0) - one.y),
      }
      expect(cards.filter((other) => other !== one && clash(line, other))).toEqual([])
    }
  })
})
