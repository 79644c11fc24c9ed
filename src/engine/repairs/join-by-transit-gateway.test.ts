import { describe, expect, it } from 'vitest'
import type { Document } from '../../model/document'
import { s5 } from '../../model/examples/s5'
import { documentOf, tgwPeering, tgwRouteTable, transitGateway } from '../../model/testing/build'
import { repaired } from '../findings/testing/found'
import { resolve } from '../network'
import { question, verdict } from '../testing/ask'
import { site, type Site } from '../testing/attached-site'
import { trace } from '../questions/trace'
import { repairsFor } from './repairs-for'

const offersOf = (document: Document, from: string, to: string) => {
  const network = resolve(document)
  return repairsFor(network, trace(network, question(from, to)))
}

/** What is offered first, again and again until nothing is, and the verdict then. */
function mended(document: Document, from: string, to: string): readonly string[] {
  const labels: string[] = []
  let now = document
  for (let step = 0; step < 9; step += 1) {
    const [first] = offersOf(now, from, to)
    if (!first) break
    labels.push(first.label)
    now = repaired(now, first)
  }
  return [...labels, verdict(now, from, to)]
}

const both = tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] })
const two = (one: Site, other: Site, table: object = both) =>
  documentOf(transitGateway('t'), site('a', 0, one), site('b', 1, other), table)

describe('two VPCs that a transit gateway joins', () => {
  it.each([
    [
      'no routes in the VPCs',
      two({ routes: {} }, { routes: {} }),
      ['Add the missing routes on both sides', 'OK'],
    ],
    ['no route back', two({}, { routes: {} }), ['Add the missing route back', 'OK']],
    [
      'an attachment that waits',
      two({ attachment: { state: 'pendingAcceptance' } }, {}),
      ['Accept the attachment a', 'OK'],
    ],
    [
      'a zone that is not attached',
      two({ zones: ['b'], attached: ['a'] }, {}),
      ['Attach eu-west-1b by subnet a-b', 'OK'],
    ],
    [
      'no association',
      two({}, {}, tgwRouteTable('rt', 't', { associations: ['b'], propagations: ['a', 'b'] })),
      ['Associate it with transit gateway route table rt', 'OK'],
    ],
    [
      'no propagation',
      two({}, {}, tgwRouteTable('rt', 't', { associations: ['a', 'b'] })),
      ['Let both VPCs propagate to the route table of the other', 'OK'],
    ],
    [
      'propagation one way only',
      two({}, {}, tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['b'] })),
      ['Let transit gateway VPC attachment a propagate to transit gateway route table rt', 'OK'],
    ],
    [
      'nothing but the attachments',
      two({ routes: {} }, { routes: {} }, tgwRouteTable('rt', 't')),
      [
        'Associate it with transit gateway route table rt',
        'Associate it with transit gateway route table rt',
        'Let both VPCs propagate to the route table of the other',
        'Add the missing routes on both sides',
        'OK',
      ],
    ],
  ])('%s', (_, document, expected) => {
    expect(mended(document, 'a', 'b')).toEqual(expected)
  })
  it('are not peered on top of it', () => {
    const labels = offersOf(two({ routes: {} }, {}), 'a', 'b').map(({ label }) => label)
    expect(labels.filter((label) => label.startsWith('Peer'))).toEqual([])
  })
  it('a blackhole is left to whoever wrote it', () => {
    const table = tgwRouteTable('rt', 't', {
      associations: ['a', 'b'],
      propagations: ['a'],
      routes: { '10.1.0.0/16': null },
    })
    expect(offersOf(two({}, {}, table), 'a', 'b')).toEqual([])
  })
  it('spokes of S5 are joined by propagation to the table of the spokes', () => {
    expect(mended(s5.document, 'spoke-1', 'spoke-2')).toEqual([
      'Let both VPCs propagate to the route table of the other',
      'OK',
    ])
  })
  it('over two transit gateways nothing is offered that would not do', () => {
    const document = documentOf(
      transitGateway('t'),
      transitGateway('u'),
      site('a', 0, { routes: {} }),
      site('b', 1, { gateway: 'u' }),
      tgwPeering('tu', 't', 'u'),
    )
    expect(offersOf(document, 'a', 'b')).toEqual([])
  })
})
