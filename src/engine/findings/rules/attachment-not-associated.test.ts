import { describe, expect, it } from 'vitest'
import {
  connectAttachment,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
  vpnConnection,
} from '../../../model/testing/build'
import { site } from '../../testing/attached-site'
import { found, left } from '../testing/found'
import { attachmentNotAssociated } from './attachment-not-associated'

const base = [transitGateway('t'), site('a', 0)].flat()
const table = (name: string, associations: readonly string[], more = {}) =>
  tgwRouteTable(name, 't', { associations, propagations: ['a'] }, more)

describe('L31', () => {
  it.each([
    ['no table', [], 1],
    ['a table that it only propagates to', [table('rt', [])], 1],
    ['a table that names it', [table('rt', ['a'])], 0],
    [
      'a table of another transit gateway',
      [transitGateway('u'), tgwRouteTable('ru', 'u', { associations: ['a'] })],
      1,
    ],
  ])('%s', (_, tables, count) => {
    expect(found(attachmentNotAssociated, base, tables)).toHaveLength(count)
  })
  it('is silent on an attachment that is not available', () => {
    const waiting = site('a', 0, { attachment: { state: 'pendingAcceptance' } })
    expect(found(attachmentNotAssociated, transitGateway('t'), waiting)).toEqual([])
  })
  it('asks a peering attachment on both ends', () => {
    const pa = 'transit-gateway-peering-attachment:tu'
    const peered = [
      transitGateway('t'),
      transitGateway('u'),
      tgwPeering('tu', 't', 'u'),
      table('rt', [pa]),
    ]
    const [finding, ...more] = found(attachmentNotAssociated, peered)
    expect(more).toEqual([])
    expect(finding?.resources).toEqual([pa, 'transit-gateway:u'])
    const both = [...peered, tgwRouteTable('ru', 'u', { associations: [pa] })]
    expect(found(attachmentNotAssociated, both)).toEqual([])
  })
  it('asks a VPN connection of a transit gateway', () => {
    const vpn = [
      transitGateway('t'),
      customerGateway('c', null),
      vpnConnection('vpn', 'transit-gateway:t', 'c'),
    ]
    expect(found(attachmentNotAssociated, vpn)).toHaveLength(1)
    expect(found(attachmentNotAssociated, vpn, table('rt', ['vpn-connection:vpn']))).toEqual([])
  })
  it.each([
    ['a Direct Connect gateway', directConnectAssociation('d', 'd', 'transit-gateway:t'), 1],
    [
      'one that is not associated yet',
      directConnectAssociation('d', 'd', 'transit-gateway:t', { state: 'associating' }),
      0,
    ],
    ['Connect', connectAttachment('d', 't', 'a', 'a'), 1],
    [
      'Connect that is not available',
      connectAttachment('d', 't', 'a', 'a', { state: 'pending' }),
      0,
    ],
  ])('asks an attachment of %s', (_, attachment, count) => {
    const gateways = [transitGateway('t'), directConnectGateway('d')]
    expect(found(attachmentNotAssociated, gateways, attachment)).toHaveLength(count)
    const named = table('rt', [attachment.id])
    expect(found(attachmentNotAssociated, gateways, attachment, named)).toEqual([])
  })
  it('offers the default table or the only one, and no choice among several', () => {
    const main = table('main', [], { defaultAssociationRouteTable: true })
    expect(left(attachmentNotAssociated, base, table('rt', []))).toEqual([0])
    expect(left(attachmentNotAssociated, base, table('rt', []), table('ru', []))).toEqual([])
    const [finding] = found(attachmentNotAssociated, base, table('rt', []), main)
    expect(finding?.repairs.map(({ label }) => label)).toEqual([
      'Associate it with transit gateway route table main',
    ])
  })
})
