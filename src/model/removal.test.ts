import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import type { Id, Resource } from '../kinds/resource'
import type { Document } from './document'
import { s1 } from './examples/s1'
import { s2 } from './examples/s2'
import { parseDocument } from './parse'
import { printDocument } from './print'
import { removalOf, removalWords } from './removal'
import { documents } from './testing/documents'

function words(document: Document, ...ids: readonly Id[]) {
  return removalWords(document, ids, removalOf(document, ids))
}

describe('what goes with a deleted resource', () => {
  it('is everything inside a VPC, and the links that end at it', () => {
    expect(words(s2.document, 'vpc:b')).toBe(
      'Deletes VPC B with 1 subnet, 1 route table, 2 VPC peering connections, 1 security group and 1 workload. Removes 3 routes.',
    )
  })

  it('is a route, not its table, when a gateway goes', () => {
    expect(words(s1.document, 'nat-gateway:a')).toBe('Deletes NAT gateway A. Removes 1 route.')
  })

  it('is one interface of a workload in two subnets, and the workload with the last', () => {
    expect(words(s1.document, 'subnet:a-private-a')).toBe(
      'Deletes subnet A private a. Removes 1 network interface.',
    )
    expect(words(s1.document, 'subnet:a-private-a', 'subnet:a-private-b')).toBe(
      'Deletes 2 subnets with 1 workload.',
    )
  })

  it('RT-2: is never the main route table alone', () => {
    expect(words(s2.document, 'route-table:a')).toBe(
      'A main is the main route table of its VPC; it goes only with the VPC.',
    )
    expect(removalOf(s2.document, ['vpc:a', 'route-table:a']).refused).toEqual([])
  })

  it('leaves a document that the parser accepts, whatever goes', () => {
    fc.assert(
      fc.property(documents, fc.array(fc.nat(50), { maxLength: 4 }), (document, picks) => {
        const all = Object.keys(document.resources) as Id[]
        const ids = picks.flatMap((pick) => all[pick % all.length] ?? [])
        const { doomed, changed } = removalOf(document, ids)
        const rest = <Value>(record: Readonly<Record<Id, Value>>): Record<Id, Value> =>
          Object.fromEntries(
            Object.entries<Value>(record).filter(([id]) => !doomed.includes(id as Id)),
          )
        const resources: Record<Id, Resource> = rest(document.resources)
        for (const it of changed) resources[it.id] = it
        const left = { ...document, resources, layout: rest(document.layout) }
        expect(parseDocument(printDocument(left))).toMatchObject({ ok: true })
      }),
      runs(2),
    )
  })
})
