import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import type { Id, Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { hubAndSpoke } from '../../model/examples/hub-and-spoke'
import { all, documentOf, mainTable, securityGroup, subnet, vpc } from '../../model/testing/build'
import { resolve } from '../network'
import { anyAlikeNetwork } from '../testing/any-alike'
import { anyEdits } from '../testing/any-edits'
import { anyNetwork } from '../testing/any-network'
import { anySpokeEdits } from '../testing/any-spoke-edits'
import { anySpokes } from '../testing/any-spokes'
import { anyTransitNetwork } from '../testing/any-transit'
import { matrixAfter, type Remembered } from './after'
import { matrixOf, type MatrixTraffic } from './matrix'
import { cellAt, type MatrixTable } from './table'

const https: MatrixTraffic = { protocol: 'tcp', port: 443 }

const anyEnds = fc.constantFrom<readonly string[]>(
  ['subnet'],
  ['subnet', 'workload'],
  ['subnet', 'workload', 'internet'],
)

const cellsOf = (table: MatrixTable) =>
  table.ends.flatMap((from, i) =>
    table.ends.map((to, j) => {
      const it = cellAt(table, i, j)
      return `${from} ${to} ${it?.verdict} ${it?.code}`
    }),
  )

/** The matrix along the edits, and the same as if nothing had been before. */
function bothWays(documents: readonly Document[], kinds: readonly string[]) {
  const before: Remembered[] = []
  return documents.flatMap((document) => {
    // a network of its own: what is remembered of documents must not help
    const network = resolve({ ...document, resources: { ...document.resources } })
    const resources: readonly Resource[] = Object.values(document.resources)
    const ends = resources.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id)
    const now = matrixAfter(before, network.document, https, ends)
    before.push(now)
    return [{ after: cellsOf(now.table), fresh: cellsOf(matrixOf(network, https, ends)) }]
  })
}

describe('the matrix after edits is the one that is made afresh', () => {
  it.each([
    ['a hub with spokes', anyEdits(anySpokes), 0.03],
    ['spokes of which some are left out of an excerpt', anySpokeEdits, 0.06],
    ['VPCs of few sorts', anyEdits(anyAlikeNetwork), 0.04],
    ['networks of every kind, possible or not', anyEdits(anyNetwork), 0.06],
    ['transit gateways', anyEdits(anyTransitNetwork), 0.06],
  ])('%s', (_, edits, share) => {
    fc.assert(
      fc.property(edits, anyEnds, (documents, kinds) => {
        for (const { after, fresh } of bothWays(documents, kinds)) expect(after).toEqual(fresh)
      }),
      runs(share),
    )
  })
})

describe('an edit', () => {
  const parts = (name: string, rule: string, block: string) =>
    documentOf(
      vpc('v', '10.0.0.0/16', { name }),
      mainTable('v', 'v'),
      subnet('a', 'v', '10.0.1.0/24'),
      subnet('b', 'v', block),
      securityGroup('g', 'v', [all(rule)]),
    )
  const before = parts('v', '10.0.0.0/8', '10.0.2.0/24')
  it.each([
    ['of a name leaves the matrix', parts('other', '10.0.0.0/8', '10.0.2.0/24'), true],
    ['of a security group leaves that of subnets', parts('v', '0.0.0.0/0', '10.0.2.0/24'), true],
    ['of the hosts that are told apart does not', parts('v', '10.0.1.0/25', '10.0.2.0/24'), false],
    ['of a block does not', parts('v', '10.0.0.0/8', '10.0.3.0/24'), false],
  ])('%s', (_, document, stays) => {
    const first = matrixAfter([], before, https)
    expect(matrixAfter([first], document, https).table === first.table).toBe(stays)
  })
})

describe('an edit in a spoke judges pairs with that spoke again, and no other', () => {
  const withFields = (id: Id, fields: (it: { readonly routes?: object }) => object): Document => {
    const { resources } = hubAndSpoke(3)
    return documentOf(
      ...resources.map((it) => {
        const part = it as { readonly id: string; readonly routes?: object }
        return part.id === id ? { ...part, ...fields(part) } : it
      }),
    )
  }
  const withRoutes = (id: Id, more: Record<string, unknown>) =>
    withFields(id, ({ routes }) => ({ routes: { ...routes, ...more } }))
  const hub = { target: 'transit-gateway:hub' }
  const before = documentOf(...hubAndSpoke(3).resources)
  const keptOf = (document: Document) => {
    const first = matrixAfter([], before, https)
    const { table } = matrixAfter([first], document, https)
    const kept = new Set(first.table.cells)
    return (from: string, to: string) =>
      kept.has(
        cellAt(table, table.ends.indexOf(from as Id), table.ends.indexOf(to as Id)) ?? undefined,
      )
  }
  it.each([
    ['spoke 1 and spoke 3', 'subnet:spoke-1-app-a', 'subnet:spoke-3-app-a', true],
    ['spoke 1 and the hub', 'subnet:spoke-1-app-a', 'subnet:shared-app-a', true],
    ['spoke 2 and spoke 3', 'subnet:spoke-2-app-a', 'subnet:spoke-3-app-a', false],
    ['the hub and spoke 2', 'subnet:shared-app-a', 'subnet:spoke-2-app-a', false],
  ])('%s, after a route of spoke 2', (_, from, to, isKept) => {
    expect(keptOf(withRoutes('route-table:spoke-2', { '172.16.0.0/16': hub }))(from, to)).toBe(
      isKept,
    )
  })
  it('and all, after a route of the transit gateway', () => {
    const through = { attachmentId: 'transit-gateway-vpc-attachment:spoke-2' }
    const kept = keptOf(
      withRoutes('transit-gateway-route-table:spokes', { '172.16.0.0/16': through }),
    )
    expect(kept('subnet:spoke-1-app-a', 'subnet:spoke-3-app-a')).toBe(false)
  })
  it('and all with the hub, after its attachment, which is at no edge', () => {
    const kept = keptOf(
      withFields('transit-gateway-vpc-attachment:shared', () => ({ state: 'deleted' })),
    )
    expect(kept('subnet:spoke-1-app-a', 'subnet:shared-app-a')).toBe(false)
  })
})
