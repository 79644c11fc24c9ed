import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import type { Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import {
  aclAllow,
  aclEntry,
  documentOf,
  mainTable,
  networkAcl,
  subnet,
  vpc,
} from '../../model/testing/build'
import { resolve } from '../network'
import { trace } from '../questions/trace'
import { anyAlikeNetwork } from '../testing/any-alike'
import { anyNetwork } from '../testing/any-network'
import { anyTransitNetwork } from '../testing/any-transit'
import { alikeIn } from './alike'
import { changesBetween } from './changes'
import { matrixOf, type MatrixTraffic } from './matrix'
import { cellAt } from './table'

const anyTraffic = fc.constantFrom<MatrixTraffic>(
  { protocol: 'tcp', port: 443 },
  { protocol: 'tcp', port: 22 },
  { protocol: 'icmp', port: null },
  { protocol: 'udp', port: 53 },
)

const anyEnds = fc.constantFrom(
  ['subnet'],
  ['subnet', 'workload'],
  ['workload', 'network-interface', 'internet', 'load-balancer', 'on-premises-network'],
)

/** Not one VPC after the other: the last letter of the name decides first. */
const byName = (a: string, b: string) => (a.slice(-1) + a < b.slice(-1) + b ? -1 : 1)

/** Every pair by the matrix, and by a trace of its own. */
function bothWays(document: Document, traffic: MatrixTraffic, kinds: readonly string[]) {
  const network = resolve(document)
  const all: readonly Resource[] = Object.values(document.resources)
  const asked = all
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => id)
    .toSorted(byName)
  const table = matrixOf(network, traffic, asked)
  const { ends } = table
  const pairs = ends.flatMap((from, i) =>
    ends.flatMap((to, j) => (i === j ? [] : [{ from, to, cell: cellAt(table, i, j) }])),
  )
  return {
    matrix: pairs.map(({ from, to, cell: it }) => `${from} ${to} ${it?.verdict} ${it?.code}`),
    traces: pairs.map(({ from, to }) => {
      const { verdict, codes } = trace(network, {
        ...traffic,
        source: { type: 'resource', id: from },
        destination: { type: 'resource', id: to },
      })
      return `${from} ${to} ${verdict} ${codes[0] ?? null}`
    }),
  }
}

describe('the matrix says of every pair what its trace says', () => {
  it.each([
    ['VPCs of few sorts', anyAlikeNetwork, 1],
    ['networks of every kind, possible or not', anyNetwork, 0.5],
    ['transit gateways', anyTransitNetwork, 0.3],
  ])('%s', (_, networks, share) => {
    fc.assert(
      fc.property(networks, anyTraffic, anyEnds, (document, traffic, kinds) => {
        const { matrix, traces } = bothWays(document, traffic, kinds)
        expect(matrix).toEqual(traces)
      }),
      runs(share),
    )
  })
})

describe('what an edit changed', () => {
  it('is every pair whose verdict is another one, and no other', () => {
    fc.assert(
      fc.property(anyAlikeNetwork, anyAlikeNetwork, anyTraffic, (one, other, traffic) => {
        const [before, after] = [one, other].map((it) => matrixOf(resolve(it), traffic))
        if (!before || !after) throw new Error('Bug: two tables')
        const verdicts = (table: typeof before) =>
          new Map(
            table.ends.flatMap((from, i) =>
              table.ends.map((to, j) => [`${from} ${to}`, cellAt(table, i, j)?.verdict] as const),
            ),
          )
        const [old, now] = [verdicts(before), verdicts(after)]
        const expected = [...now].flatMap(([pair, verdict]) => {
          const was = old.get(pair)
          return was && verdict && was !== verdict ? [`${pair} ${was} ${verdict}`] : []
        })
        const { pairs, count } = changesBetween(before, after)
        const told = pairs.map(
          (it) => `${it.from} ${it.to} ${it.before.verdict} ${it.after.verdict}`,
        )
        expect(told.toSorted()).toEqual(expected.toSorted())
        expect(count).toBe(expected.length)
      }),
      runs(0.3),
    )
  })

  it('is told up to a number, and counted to the end', () => {
    const design = (ruleAction: 'allow' | 'deny') =>
      documentOf(
        vpc('v', '10.0.0.0/16'),
        mainTable('v', 'v'),
        networkAcl(
          'v',
          'v',
          { 1: aclEntry(ruleAction, '0.0.0.0/0') },
          { 1: aclAllow('0.0.0.0/0') },
        ),
        ['1', '2', '3'].map((it) =>
          subnet(it, 'v', `10.0.${it}.0/24`, it === '1' ? { networkAclId: 'network-acl:v' } : {}),
        ),
      )
    const table = (document: Document) =>
      matrixOf(resolve(document), { protocol: 'tcp', port: 443 })
    const { count, opened, closed, pairs } = changesBetween(
      table(design('allow')),
      table(design('deny')),
      3,
    )
    // to the guarded subnet and back from it, each with both others
    expect([count, opened, closed, pairs.length]).toEqual([4, 0, 4, 3])
  })
})

describe('alike', () => {
  it('are the spokes of a hub, whatever their number', () => {
    const classes = (count: number) => {
      const network = resolve(documentOf(...hubAndSpoke(count).resources))
      const ends = network.design.all('subnet').map(({ id }) => id)
      return new Set(alikeIn(network, ends).classOf.values()).size
    }
    expect(classes(40)).toBe(classes(3))
  })
})
