import { describe, expect, it } from 'vitest'
import {
  all,
  clientVpn,
  documentOf,
  internetGateway,
  mainTable,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const clients = 'client-vpn-endpoint:c'
const admitting = (...blocks: readonly string[]) =>
  Object.fromEntries(blocks.map((destinationCidr, i) => [`rule-${i}`, { destinationCidr }]))

/** A VPC with a host in one subnet and a Client VPN endpoint in another, a peer beside it. */
const site = (endpoint: More = {}, hostRules: readonly object[] = [all('10.0.2.0/24')]) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('v', 'v', { '10.1.0.0/16': 'vpc-peering-connection:p' }),
    internetGateway('i', 'v'),
    routeTable('public', 'v', {
      '0.0.0.0/0': 'internet-gateway:i',
      '10.1.0.0/16': 'vpc-peering-connection:p',
    }),
    subnet('hosts', 'v', '10.0.1.0/24'),
    subnet('vpn', 'v', '10.0.2.0/24', { routeTableId: 'route-table:public' }),
    securityGroup('host', 'v', [...hostRules]),
    workload('host', 'hosts', { securityGroupIds: ['security-group:host'] }),
    clientVpn('c', 'v', ['vpn'], { authorizationRules: admitting('10.0.0.0/8'), ...endpoint }),
    vpc('w', '10.1.0.0/16'),
    mainTable('w', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
    subnet('far', 'w', '10.1.1.0/24'),
    securityGroup('far', 'w', [all('10.0.0.0/16')]),
    workload('far', 'far', { securityGroupIds: ['security-group:far'] }),
    peering('p', 'v', 'w'),
    { id: 'internet:w', kind: 'internet', name: 'w' },
  )

const toPeer = { toPeer: { destinationCidr: '10.1.0.0/16', targetSubnetId: 'subnet:vpn' } }
const toAll = { toAll: { destinationCidr: '0.0.0.0/0', targetSubnetId: 'subnet:vpn' } }

describe('VPN-11: clients of a Client VPN endpoint', () => {
  it('reach the VPC with the address of the endpoint as source', () => {
    expect(verdict(site(), clients, 'host')).toBe('OK')
    const hops = ask(site(), clients, 'host').request.hops
    expect(hops[0]?.before.source).toBe('172.27.0.1')
    expect(hops.at(-1)?.after.source).toMatch(/^10\.0\.2\./)
    // the host knows the subnet of the endpoint, never the clients' own block
    expect(verdict(site({}, [all('172.27.0.0/22')]), clients, 'host')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })

  it('need an authorization rule', () => {
    const none = site({ authorizationRules: {} })
    expect(verdict(none, clients, 'host')).toBe('NO(CLIENT_VPN_NOT_AUTHORIZED)')
    const other = site({ authorizationRules: admitting('10.1.0.0/16') })
    expect(verdict(other, clients, 'host')).toBe('NO(CLIENT_VPN_NOT_AUTHORIZED)')
  })

  it('need a route of the endpoint to what lies beyond the VPC', () => {
    expect(verdict(site(), clients, 'far')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(site({ routes: toPeer }), clients, 'far')).toBe('OK')
  })

  it('reach the internet by a public subnet', () => {
    const open = { authorizationRules: admitting('0.0.0.0/0'), routes: toAll }
    expect(verdict(site(open), clients, 'internet:w')).toBe('OK')
    expect(verdict(site({ ...open, routes: {} }), clients, 'internet:w')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })

  it('are behind the security groups of the endpoint', () => {
    const closed = documentOf(
      ...Object.values(site({ securityGroupIds: ['security-group:tight'] }).resources),
      securityGroup('tight', 'v', [], [all('192.0.2.0/24')]),
    )
    expect(verdict(closed, clients, 'host')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })

  it('are connected to by nobody', () => {
    expect(verdict(site(), 'host', clients)).not.toBe('OK')
    expect(verdict(site(), 'host', '10.0.2.4')).not.toBe('OK')
  })

  it('are told of an endpoint that is not there yet, and of one that AWS would refuse', () => {
    expect(verdict(site({ state: 'pending-associate' }), clients, 'host')).toBe('NO(BAD_STATE)')
    expect(verdict(site({ associations: {} }), clients, 'host')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(site({ clientCidrBlock: '10.0.0.0/20' }), clients, 'host')).toBe('NOT-MODELLED')
  })
})
