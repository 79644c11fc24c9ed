import { describe, expect, it } from 'vitest'
import {
  connectAttachment,
  documentOf,
  tgwRouteTable,
  transitGateway,
  workload,
} from '../../model/testing/build'
import { a, b } from '../testing/attached-site'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const wan = 'transit-gateway-connect:wan'
const away = '172.16.0.1'
const routes = { '10.0.0.0/8': 'transit-gateway:t', '172.16.0.0/12': 'transit-gateway:t' }
const peer = { insideCidrBlock: '169.254.100.0/29' }

/** Two VPCs on a transit gateway, and an SD-WAN appliance in the second that it has tunnels to. */
const hub = (connect: More = {}, table: More = {}, attachment: More = {}) =>
  documentOf(
    transitGateway('t'),
    a({ routes }),
    b({ routes, attachment }),
    workload('sdwan', 'b-a', { workloadType: 'appliance' }),
    connectAttachment('wan', 't', 'sdwan', 'b', { prefixes: ['172.16.0.0/16'], ...connect }),
    tgwRouteTable('rt', 't', {
      associations: ['a', 'b', wan],
      propagations: ['a', 'b', wan],
      ...table,
    }),
  )

const unknown = 'NOT-MODELLED'
const noRoute = 'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)'

describe('a Connect attachment of a transit gateway', () => {
  it('TGW-1, TGW-20: what lies behind the appliance is not modelled, and is said so', () => {
    const answer = ask(hub(), 'a', away)
    expect(answer.verdict).toBe('not-modelled')
    expect(answer.missing.join(' ')).toContain('GRE')
    expect(answer.request.hops.at(-1)?.component).toBe(wan)
  })
  it('TGW-20: what it announces is found, the rest is not', () => {
    expect(verdict(hub(), 'a', away)).toBe(unknown)
    expect(verdict(hub(), 'a', '172.17.0.1')).toBe(noRoute)
  })
  it('TGW-7: without propagation nothing leads there', () => {
    expect(verdict(hub({}, { propagations: ['a', 'b'] }), 'a', away)).toBe(noRoute)
  })
  it.each<[string, More, More]>([
    ['no peer has its BGP up', { peers: { one: { ...peer, bgpStatus: 'down' } } }, {}],
    ['it has no peers', { peers: {} }, {}],
    ['it is pending', { state: 'pending' }, {}],
    ['its transport is not available', {}, { state: 'pendingAcceptance' }],
  ])('TGW-20: it brings nothing where %s', (_, connect, attachment) => {
    expect(verdict(hub(connect, {}, attachment), 'a', away)).toBe(noRoute)
    const table = { routes: { '172.16.0.0/16': wan } }
    expect(verdict(hub(connect, table, attachment), 'a', away)).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
  it('TGW-20: one peer of two is enough', () => {
    const peers = { one: { ...peer, bgpStatus: 'down' }, two: peer }
    expect(verdict(hub({ peers }), 'a', away)).toBe(unknown)
  })
  it('TGW-9: of equal prefixes the VPC counts, not what Connect brings', () => {
    expect(verdict(hub({ prefixes: ['10.1.0.0/16'] }), 'a', 'b')).toBe('OK')
    expect(verdict(hub({ prefixes: ['10.1.0.0/24'] }), 'a', 'b')).toBe(unknown)
  })
})
