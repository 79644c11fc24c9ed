import * as fc from 'fast-check'
import { applyPatches, enablePatches, produceWithPatches } from 'immer'
import { describe, expect, it } from 'vitest'
import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import type { Finding } from '../answer'
import { resolve } from '../network'
import { findingsOf } from './findings'
import { documents } from './testing/contradictory'
import { repaired } from './testing/found'

enablePatches()

const reversed = (document: Document): Document => ({
  ...document,
  resources: Object.fromEntries(Object.entries(document.resources).toReversed()),
})

const places = ({ id, resources, evidence }: Finding) => JSON.stringify([id, resources, evidence])

describe('findingsOf', () => {
  it('answers for any document, however contradictory', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const finding of findingsOf(resolve(document))) {
          expect(finding.message).toMatch(/^[A-Z].*[.]$/)
          expect(finding.message).not.toMatch(/undefined|null|NaN|\[object/)
        }
      }),
    )
  })
  it('does not depend on the order of resources', () => {
    fc.assert(
      fc.property(documents, (document) => {
        expect(findingsOf(resolve(reversed(document)))).toEqual(findingsOf(resolve(document)))
      }),
    )
  })
  it('puts the worst first', () => {
    const severities = ['error', 'warn', 'info']
    fc.assert(
      fc.property(documents, (document) => {
        const ranks = findingsOf(resolve(document)).map((it) => severities.indexOf(it.severity))
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
      }),
    )
  })
  it('tells every blackhole of the network, and no other (L11, L25)', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const network = resolve(document)
        // a list without entries matches nothing, so its route is in no resolved table
        const isEmpty = (key: string) =>
          key.startsWith('prefix-list:') &&
          Object.keys(network.design.get(key as Id<'prefix-list'>)?.entries ?? {}).length === 0
        const told = findingsOf(network)
          .filter((it) => it.id === 'L11' || it.id === 'L25')
          .flatMap(({ evidence: [first] }) =>
            first?.type === 'route' && !isEmpty(first.destination)
              ? [`${first.routeTableId} ${first.destination}`]
              : [],
          )
        const known = new Set(
          network.tables.flatMap((table) =>
            [...table.routes, ...table.refused]
              .filter((it) => it.state === 'blackhole')
              .map((it) => `${table.id} ${it.prefixListId ?? it.destination}`),
          ),
        )
        expect(told.sort()).toEqual([...known].sort())
      }),
    )
  })
})

describe('the repair of a finding', () => {
  it('mends it, and its inverse restores the document', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const finding of findingsOf(resolve(document)))
          for (const repair of finding.repairs) {
            const after = repaired(document, repair)
            const remaining = findingsOf(resolve(after)).filter(
              (it) => places(it) === places(finding),
            )
            expect(remaining, `${repair.label}: ${finding.message}`).toEqual([])
            const [, , inverse] = produceWithPatches(document, (draft) => {
              applyPatches(
                draft,
                repair.patches.map((patch) => ({ ...patch, path: [...patch.path] })),
              )
            })
            expect(applyPatches(after, inverse)).toEqual(document)
          }
      }),
    )
  })
  it('survives being written down as JSON', () => {
    fc.assert(
      fc.property(documents, (document) => {
        for (const { repairs } of findingsOf(resolve(document)))
          for (const repair of repairs) expect(JSON.parse(JSON.stringify(repair))).toEqual(repair)
      }),
    )
  })
})
