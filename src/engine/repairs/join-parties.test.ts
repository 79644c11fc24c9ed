import { describe, expect, it } from 'vitest'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { documentOf, peering, routeTable, subnet, vpc } from '../../model/testing/build'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { repairsFor } from './repairs-for'
import { apart, failing, labels, offers } from './testing/failing'

/** The document after the first repair of this label. */
function mended(document: Document, label: string): Document {
  const repair = offers(document).find((it) => it.label === label)
  if (!repair) throw new Error(`nothing offers ${label}`)
  return repaired(document, repair)
}

const pcx = 'vpc-peering-connection:a-b'
const routesOf = (document: Document, table: `route-table:${string}`) =>
  designOf(document).get(table)?.routes

describe('joining two VPCs', () => {
  it('peers VPCs that nothing joins, with routes on both sides', () => {
    const [repair, ...more] = offers(apart)
    expect(more).toEqual([])
    expect(repair).toMatchObject({
      label: 'Peer VPC a with VPC b',
      preview: 'Adds 1 VPC peering connection (pending acceptance) and 2 routes.',
    })
    const after = mended(apart, 'Peer VPC a with VPC b')
    expect(designOf(after).get(pcx)).toMatchObject({
      requesterVpcId: 'vpc:a',
      accepterVpcId: 'vpc:b',
      status: 'pending-acceptance',
    })
    expect(routesOf(after, 'route-table:a-rt')).toEqual({
      '0.0.0.0/0': { target: 'nat-gateway:n' },
      '10.1.0.0/16': { target: pcx },
    })
    expect(routesOf(after, 'route-table:b-rt')).toEqual({ '10.0.0.0/16': { target: pcx } })
    expect(labels(after)).toEqual(['Accept the peering connection'])
    expect(labels(mended(after, 'Accept the peering connection'))).toEqual([])
  })
  it.each([
    [{}, {}, 'Add the missing routes on both sides', 'Adds 2 routes: 10.1.0.0/16 and 10.0.0.0/16.'],
    [{ '10.1.0.0/16': pcx }, {}, 'Add the missing route back', 'Adds 1 route: 10.0.0.0/16.'],
    [{}, { '10.0.0.0/16': pcx }, 'Add the missing route to VPC b', 'Adds 1 route: 10.1.0.0/16.'],
    [
      { '10.1.0.0/16': null },
      { '10.0.0.0/16': pcx },
      'Add the missing route to VPC b',
      'Points 1 existing route at VPC peering connection a-b: 10.1.0.0/16.',
    ],
    [
      { '10.1.0.0/16': pcx, '10.1.0.0/24': 'vpc-peering-connection:gone' },
      { '10.0.0.0/16': pcx },
      'Add the missing route to VPC b',
      'Points 1 existing route at VPC peering connection a-b: 10.1.0.0/24.',
    ],
  ])('routes %j and %j: %s', (a, b, label, preview) => {
    const document = documentOf(
      Object.values(apart.resources),
      peering('a-b', 'a', 'b'),
      routeTable('a-rt', 'a', a),
      routeTable('b-rt', 'b', b),
    )
    expect(offers(document)).toMatchObject([{ label, preview }])
    expect(labels(mended(document, label))).toEqual([])
  })
  it('does not take a route away from another VPC that it serves (PEER-13)', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('c', '10.1.0.0/16'),
      peering('a-b', 'a', 'b'),
      peering('a-c', 'a', 'c'),
      routeTable('a-rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:a-c' }),
      routeTable('b-rt', 'b', { '10.0.0.0/16': pcx }),
    )
    const after = mended(document, 'Add the missing route to VPC b')
    expect(routesOf(after, 'route-table:a-rt')).toEqual({
      '10.1.0.0/16': { target: 'vpc-peering-connection:a-c' },
      '10.1.0.0/24': { target: pcx },
    })
  })
  it.each(['provisioning', 'initiating-request'])(
    'leaves a connection that is %s alone',
    (status) => {
      const joined = [peering('a-b', 'a', 'b', { status })]
      expect(labels(documentOf(Object.values(apart.resources), joined))).toEqual([])
    },
  )
  it('S2: replaces a transitive route by a direct peering', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('m', '10.2.0.0/16'),
      peering('am', 'a', 'm'),
      peering('mb', 'm', 'b'),
      routeTable('a-rt', 'a', { '10.1.0.0/16': 'vpc-peering-connection:am' }),
    )
    expect(offers(document)).toMatchObject([
      {
        label: 'Peer VPC a with VPC b',
        preview:
          'Adds 1 VPC peering connection (pending acceptance) and 1 route; points 1 existing route at it.',
      },
    ])
    const after = mended(document, 'Peer VPC a with VPC b')
    expect(routesOf(after, 'route-table:a-rt')).toEqual({ '10.1.0.0/16': { target: pcx } })
  })
  it('S3: re-addresses one of two VPCs that overlap, the destination first', () => {
    const document = documentOf(
      Object.values(apart.resources),
      vpc('b', '10.0.0.0/16'),
      subnet('b1', 'b', '10.0.0.0/24', { routeTableId: 'route-table:b-rt' }),
      peering('a-b', 'a', 'b', { status: 'failed' }),
    )
    expect(labels(document)).toEqual([
      'Re-address VPC b to 10.1.0.0/16 (next free block)',
      'Re-address VPC a to 10.1.0.0/16 (next free block)',
    ])
    for (const label of labels(document))
      expect(labels(mended(document, label))).toEqual([
        'Accept the peering connection',
        'Add the missing routes on both sides',
      ])
  })
  it('says nothing about a trace that passes', () => {
    const trace = { ...failing([]), verdict: 'reachable' as const }
    expect(repairsFor(resolve(apart), trace)).toEqual([])
  })
})
