import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ipField } from '../../kinds/fields'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import type { Example } from '../../model/examples/example'
import { s1 } from '../../model/examples/s1'
import { s2 } from '../../model/examples/s2'
import { s3 } from '../../model/examples/s3'
import { documentOf, peering } from '../../model/testing/build'
import type { Question, Repair, Trace } from '../answer'
import { findingsOf } from '../findings/findings'
import { disturbed } from '../findings/testing/contradictory'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { trace } from '../questions/trace'
import { repairsFor } from './repairs-for'

const questionOf = ({ flow }: Example): Question => ({
  source: { type: 'resource', id: flow.source },
  destination: { type: 'resource', id: flow.destination },
  protocol: flow.protocol,
  port: flow.port,
})

function ask(
  document: Document,
  question: Question,
): { answer: Trace; repairs: readonly Repair[] } {
  const network = resolve(document)
  const answer = trace(network, question)
  return { answer, repairs: repairsFor(network, answer) }
}

/** Applies the first repair offered until the packet arrives; answers the labels on the way. */
function mendedBy(document: Document, question: Question): readonly string[] {
  const { answer, repairs } = ask(document, question)
  const [first] = repairs
  if (answer.verdict === 'reachable') return []
  if (!first) return [`stuck: ${answer.sentence}`]
  return [first.label, ...mendedBy(repaired(document, first), question)]
}

const blockers = ({ branches }: Trace) =>
  branches.flatMap(({ request, reply }) =>
    [...request.hops, ...(reply?.hops ?? [])].flatMap((hop) =>
      hop.decision === 'drops' ? [JSON.stringify([hop.code, hop.component, hop.because])] : [],
    ),
  )

/** Applies every repair offered, in every order; each must change what stands in the way. */
function everyRepair(document: Document, question: Question, seen = new Set<string>()): number {
  const { answer, repairs } = ask(document, question)
  let applied = 0
  for (const repair of repairs) {
    const after = repaired(document, repair)
    const key = JSON.stringify(after.resources)
    if (seen.has(key)) continue
    seen.add(key)
    const next = ask(after, question)
    expect(
      next.repairs.map((it) => it.id),
      repair.label,
    ).not.toContain(repair.id)
    // a connection may be accepted before any route leads to it
    if (!repair.id.startsWith('accept-peering'))
      expect(blockers(next.answer), repair.label).not.toEqual(blockers(answer))
    applied += 1 + everyRepair(after, question, seen)
  }
  return applied
}

describe('repairs alone lead to an open path', () => {
  it('S1, from the design that nothing joins', () => {
    expect(mendedBy(s1.document, questionOf(s1))).toEqual([
      'Peer VPC A with VPC B',
      'Accept the peering connection',
      'Let security group service-b admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
    ])
  })
  it('S2, by a direct peering', () => {
    const [first, ...rest] = mendedBy(s2.document, questionOf(s2))
    expect(first).toBe('Peer VPC A with VPC C')
    expect(rest[0]).toBe('Accept the peering connection')
    expect(rest.join()).not.toContain('stuck')
  })
  it('S3, by moving one of the VPCs', () => {
    const steps = mendedBy(s3.document, questionOf(s3))
    expect(steps[0]).toMatch(/^Re-address VPC . to 10\.1\.0\.0\/16 \(next free block\)$/)
    expect(steps.join()).not.toContain('stuck')
  })
  it.each([s1, s2, s3].map((it) => [it.id, it] as const))(
    '%s: every repair offered on the way removes a blocker',
    (_, example) => {
      expect(everyRepair(example.document, questionOf(example))).toBeGreaterThan(1)
    },
  )
})

const pcx = 'vpc-peering-connection:ab'
const joined = (status: string) => peering('ab', 'a', 'b', { status })
const routed = (letter: 'a' | 'b', routes: Readonly<Record<string, string>>) => {
  const table = designOf(s1.document).get(`route-table:${letter}-private`)
  const more = Object.entries(routes).map(([destination, target]) => [destination, { target }])
  return { ...table, routes: { ...table?.routes, ...Object.fromEntries(more) } }
}
const there = routed('a', { '10.1.0.0/16': pcx })
const back = routed('b', { '10.0.0.0/16': pcx })

describe('S1, step by step', () => {
  const admit = [
    'Let security group service-b admit tcp/8080 from 10.0.0.0/24 and 10.0.1.0/24',
    'Let security group service-b admit tcp/8080 from security group service-a',
  ]
  it.each([
    ['0: nothing joins them', [], ['Peer VPC A with VPC B']],
    [
      '1: requested',
      [joined('pending-acceptance')],
      ['Accept the peering connection', 'Add the missing routes on both sides'],
    ],
    ['2: accepted', [joined('active')], ['Add the missing routes on both sides']],
    ['3: a route there', [joined('active'), there], ['Add the missing route back']],
    ['4: a route back', [joined('active'), there, back], admit],
  ])('%s', (_, resources, labels) => {
    const document = documentOf(Object.values(s1.document.resources), resources)
    const offered = ask(document, questionOf(s1)).repairs.map((it) => it.label)
    expect(offered.slice(0, labels.length)).toEqual(labels)
    // what comes after concerns blockers further on the way
    expect(offered.slice(labels.length).every((it) => it.startsWith('Let'))).toBe(true)
  })
})

describe('repairsFor', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const end = fc.oneof(
    name.map((it) => ({ type: 'resource', id: `workload:${it}` }) as const),
    fc.constantFrom('10.0.1.5', '203.0.113.9').map((text) => {
      return { type: 'address', address: ipField.parse(text) } as const
    }),
  )
  const questions = fc.record({
    source: end,
    destination: end,
    protocol: fc.constant('tcp' as const),
    port: fc.constantFrom(22, 443),
  })
  it('offers only what removes a blocker, in any document', () => {
    fc.assert(
      fc.property(disturbed, questions, (document, question) => {
        const { answer, repairs } = ask(document, question)
        for (const repair of repairs) {
          const next = ask(repaired(document, repair), question)
          expect(next.repairs.map((it) => it.id)).not.toContain(repair.id)
          const [verb] = repair.id.split(':')
          // an overlap or a request that waits stands in the way before any packet meets it
          if (verb === 'accept-peering' || verb === 'renumber-vpc') {
            expect(next.repairs.filter((it) => it.id.startsWith(verb))).toEqual([])
            continue
          }
          if (next.answer.verdict === 'not-reachable')
            expect(blockers(next.answer), repair.label).not.toEqual(blockers(answer))
        }
      }),
    )
  })
})

const told = (document: Document) =>
  findingsOf(resolve(document)).map((it) => `${it.severity} ${it.id}`)

describe('the findings of the examples', () => {
  it.each([
    [s1, ['warn L22']], // its NAT gateway lies in one zone
    [s2, ['error L12']],
    [s3, ['error L05']],
  ])('%#: errors and warnings are the point of the story', (example, expected) => {
    expect(told(example.document).filter((it) => !it.startsWith('info'))).toEqual(expected)
  })
  it('a finished S1 has no errors', () => {
    const question = questionOf(s1)
    let document = s1.document
    for (
      let [first] = ask(document, question).repairs;
      first;
      [first] = ask(document, question).repairs
    )
      document = repaired(document, first)
    expect(told(document)).toEqual(['warn L22', 'info L15', 'info L23'])
  })
})
