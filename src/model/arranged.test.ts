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
import { elk } from './testing/elk'

const boxesOf = (document: Document, layout: Document['layout']) => {
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
const withLocked = async (document: Document): Promise<Document> => {
  const { layout } = await arranged(document, elk)
  const boxes = Object.entries<Box>(layout).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const locked = boxes.map(([id, box], index) => [id, index % 3 ? box : { ...box, locked: true }])
  return { ...document, layout: Object.fromEntries(locked) as Document['layout'] }
}

/** The document, arranged, and then every second of its boxes once more by itself. */
const someArranged = async (document: Document) => {
  const { layout } = await arranged(document, elk)
  const ids = (Object.keys(layout) as Id[]).toSorted().filter((_, index) => index % 2 === 0)
  return arrangedAnew({ ...document, layout }, elk, ids)
}

describe('a design that is arranged', () => {
  it('has a place for everything that is drawn as a box', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { layout } = await arranged(document, elk)
        for (const it of Object.values<Resource>(document.resources))
          expect(Object.hasOwn(layout, it.id), it.id).toBe(definitionOf(it).look.size !== null)
      }),
      runs(0.3),
    )
  })

  it.each([
    ['open', (document: Document) => arranged(document, elk)],
    ['small', (document: Document) => arranged(document, elk, (id) => id.startsWith('vpc:'))],
    ['partly locked', async (it: Document) => arrangedAnew(await withLocked(it), elk)],
    ['partly selected', (document: Document) => someArranged(document)],
  ])('lets nothing cover anything else, nor stand out of what holds it: VPCs %s', async (_, to) => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const { layout } = await to(document)
        const boxes = boxesOf(document, layout)
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
      runs(0.15),
    )
  })

  it('does not depend on the order of resources', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const entries = Object.entries(document.resources).toReversed()
        const turned = { ...document, resources: Object.fromEntries(entries) }
        expect(await arranged(turned, elk)).toEqual(await arranged(document, elk))
      }),
      runs(0.3),
    )
  })

  it('leaves what is locked where it is, and all that lies around it', async () => {
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
    const { layout: anew } = await arrangedAnew({ ...document, layout }, elk)
    expect(anew[locked]).toEqual(layout[locked])
    expect(Object.keys(anew).toSorted()).toEqual(Object.keys(layout).toSorted())
  })

  it('draws many VPCs small, lets their lines pass between them, and frames each Region', async () => {
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
    const { layout, groups } = await arrangedAtFirst({ accounts: [], resources }, elk)
    expect(Object.values(groups ?? {}).map(({ name }) => name)).toEqual(['eu-west-1', 'us-east-1'])
    const bar = layout[hub.id]
    const cards = vpcs.slice(0, 55).flatMap(({ id }) => {
      const [it, box] = [resources[id], layout[id]]
      const size = it && sizeOf(it, box)
      expect(box?.collapsed).toBe(true)
      return box && size ? [{ ...box, ...size }] : []
    })
    for (const one of cards) {
      const { x, y, width = 0, height = 0 } = bar ?? { x: 0, y: 0 }
      // straight to the transit gateway, whichever way it lies
      const line =
        width > height
          ? {
              x: one.x + one.width / 2,
              width: 1,
              y: Math.min(one.y, y),
              height: Math.abs(y - one.y),
            }
          : {
              x: Math.min(one.x, x),
              width: Math.abs(x - one.x),
              y: one.y + one.height / 2,
              height: 1,
            }
      expect(cards.filter((other) => other !== one && clash(line, other))).toEqual([])
    }
  })

  it('fills a screen with a hundred VPCs in one frame, around the transit gateway of another', async () => {
    const { document } = s5
    const [spoke] = designOf(document).all('vpc')
    const [hub] = designOf(document).all('transit-gateway')
    const [attachment] = designOf(document).all('transit-gateway-vpc-attachment')
    if (!spoke || !hub || !attachment) throw new Error('S5 has spokes and a hub')
    const many = Array.from({ length: 100 }, (_, index) => {
      const id = `vpc:many-${index}` as const
      const link = `transit-gateway-vpc-attachment:many-${index}` as const
      return [
        { ...spoke, id, name: `many ${index}`, ownerId: '222222222222' as const },
        { ...attachment, id: link, vpcId: id, transitGatewayId: hub.id, subnetIds: [] },
      ]
    }).flat()
    const resources: Document['resources'] = Object.fromEntries(
      [...many, hub].map((it) => [it.id, resourceSchema.parse(it)]),
    )
    const { layout } = await arranged({ accounts: [], resources }, elk)
    const boxes = many.flatMap((it) => {
      const size = sizeOf(it, layout[it.id])
      const box = layout[it.id]
      return box && size ? [{ ...box, ...size }] : []
    })
    const width = Math.max(...boxes.map((it) => it.x + it.width))
    const height = Math.max(...boxes.map((it) => it.y + it.height))
    expect(width / height).toBeGreaterThan(0.8)
    expect(width / height).toBeLessThan(3.2)
  })
})
