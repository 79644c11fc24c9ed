import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { linksOf } from '../kinds/catalogue'
import type { Document } from '../model/document'
import { documentOf, peering, routeTable, subnet, vpc } from '../model/testing/build'
import { exportDesign } from './export'
import { documents } from './testing/documents'

/** The design without some of its resources, which others still name. */
function torn(document: Document, picks: readonly number[]): Document {
  const ids = Object.keys(document.resources)
  const gone = new Set(picks.map((pick) => ids[pick % ids.length]))
  const rest = Object.entries(document.resources).filter(([id]) => !gone.has(id))
  return { ...document, resources: Object.fromEntries(rest) }
}

const drawn = documents.flatMap(([, document]) =>
  Object.keys(document.resources).length > 0 ? [document] : [],
)

describe('a reference to what is not in the design', () => {
  it('throws nothing, and the report says who names it and what', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...drawn),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (document, picks) => {
          const design = torn(document, picks)
          expect(() => exportDesign(design, { to: 'review' })).not.toThrow()
          for (const to of ['terraform', 'cloudformation'] as const) {
            const { gaps } = exportDesign(design, { to })
            for (const it of Object.values(design.resources))
              for (const link of linksOf(it))
                if (!Object.hasOwn(design.resources, link.to))
                  expect(gaps).toContainEqual(
                    expect.objectContaining({
                      resourceId: it.id,
                      text: expect.stringContaining(link.to) as string,
                    }),
                  )
          }
        },
      ),
      runs(0.5),
    )
  })

  it('leaves out what cannot be without it, and keeps the rest', () => {
    const design = documentOf(
      vpc('a', '10.0.0.0/16'),
      subnet('lost', 'gone', '10.1.0.0/24'),
      peering('ab', 'a', 'gone'),
      routeTable('r', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
      subnet('s', 'a', '10.0.0.0/24', { routeTableId: 'route-table:gone' }),
    )
    const { files, gaps } = exportDesign(design, { to: 'terraform' })
    const said = (id: string) =>
      gaps.flatMap(({ resourceId, text }) => (resourceId === id ? [text] : [])).join(' ')
    expect(said('subnet:lost')).toBe(
      'Subnet lost is left out: its vpcId names vpc:gone, which is not in the design.',
    )
    expect(said('vpc-peering-connection:ab')).toContain('is left out: its accepterVpcId names')
    expect(said('route-table:r')).toContain('lets go of something that refers to')
    expect(said('subnet:s')).toContain('without one reference: its routeTableId names')
    const code = files.map(({ text }) => text).join('')
    expect(code).toContain('resource "aws_subnet" "a_s"')
    expect(code).not.toContain('aws_vpc_peering_connection')
  })

  it('is nowhere in a whole design, of which nothing is said', () => {
    for (const document of drawn)
      for (const { text } of exportDesign(document, { to: 'terraform' }).gaps)
        expect(text).not.toMatch(/names \S+, which is not in the design/)
  })
})
