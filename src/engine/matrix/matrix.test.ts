import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import type { Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { documentOf } from '../../model/testing/build'
import { resolve } from '../network'
import { trace } from '../questions/trace'
import { anyAlikeNetwork } from '../testing/any-alike'
import { anyNetwork } from '../testing/any-network'
import { anyTransitNetwork } from '../testing/any-transit'
import { alikeIn } from './alike'
import { matrixOf, type MatrixTraffic } from './matrix'

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

/** Every pair by the matrix, and by a trace of its own. */
function bothWays(document: Document, traffic: MatrixTraffic, kinds: readonly string[]) {
  const network = resolve(document)
  const all: readonly Resource[] = Object.values(document.resources)
  const asked = all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
  const { ends, cell } = matrixOf(network, traffic, asked)
  const pairs = ends.flatMap((from, i) =>
    ends.flatMap((to, j) => (i === j ? [] : [{ from, to, cell: cell(i, j) }])),
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
