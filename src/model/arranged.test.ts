import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { definitionOf } from '../kinds/catalogue'
import type { Id, Resource } from '../kinds/resource'
import { arranged } from './arranged'
import { parentOf } from './containment'
import { designOf } from './design'
import type { Document } from './document'
import { clash, sizeOf } from './layout'
import { documents } from './testing/documents'

const boxesOf = (document: Document) => {
  const layout = arranged(document)
  const design = designOf(document)
  return Object.values<Resource>(document.resources).flatMap((it) => {
    const box = layout[it.id]
    const size = sizeOf(it, box)
    const isEdge = definitionOf(it).look.shape === 'edge'
    return box && size
      ? [{ it, isEdge, parent: parentOf(it, design), box: { ...box, ...size } }]
      : []
  })
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

  it('lets nothing cover anything else, and nothing stand out of what holds it', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const boxes = boxesOf(document)
        const sizes = new Map<Id, { width: number; height: number }>(
          boxes.map(({ it, box }) => [it.id, box]),
        )
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1))
            if (one.parent === other.parent)
              expect(clash(one.box, other.box), `${one.it.id} and ${other.it.id}`).toBe(false)
          const around = one.parent && sizes.get(one.parent)
          if (!around || one.isEdge) continue
          expect(one.box.x + one.box.width, one.it.id).toBeLessThanOrEqual(around.width)
          expect(one.box.y + one.box.height, one.it.id).toBeLessThanOrEqual(around.height)
        }
      }),
      runs(0.5),
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
})
