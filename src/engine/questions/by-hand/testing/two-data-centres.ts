/*
 * Two data centres and a branch, four VPCs with virtual private gateways and none between them.
 *
 *   dc1 192.168/16       a1, static: 192.168.1/24; itself routes 10/8 to AWS
 *   dc2 172.20/16, 192.168.1/24 as in dc1, 10.10.5/24 as in alpha       a2, BGP
 *   branch 172.21/16     a3, BGP
 *
 *   alpha 10.10/16 (va: a1, a2, a3; an internet gateway)       peered with beta
 *     p  10.10.1  propagation, 10.20/16 → beta       s  10.10.2  192.168/16, 172.20/16 → va
 *     n  10.10.3  local alone                        v  10.10.5  as p
 *     m  10.10.4  propagation, 192.168.1.128/25 → beta, 172.20/16 → igw
 *     z  10.10.6  propagation, 192.168.1/24 → (deleted)
 *   beta 10.20/16        10.10/16, 192.168/16 → alpha; Client VPN endpoint cv in 10.20.2
 *   gamma 10.30/16       vg: Direct Connect and g, BGP, both to dc2; 10.40/16 → vg
 *   delta 10.40/16       vd: the same Direct Connect gateway, which is allowed 10.40.0/24 alone
 */
import {
  clientVpn,
  customerGateway,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  internetGateway,
  mainTable,
  onPremises,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  virtualInterface,
  vpc,
  vpnConnection,
  vpnGateway,
} from '../../../../model/testing/build'
import { elastic, host, sg, type More } from './shorthand'

const pcx = 'vpc-peering-connection:ab'
const va = 'vpn-gateway:va'
const served = (name: string, of: string, block: string, by: string | null = null) =>
  subnet(name, of, block, { routeTableId: by && `route-table:${by}` })
const learning = { propagatingVgwIds: [va] }

export interface Variant {
  readonly a1?: More
  readonly a2?: More
  readonly va?: More
  readonly g?: More
  readonly vif?: More
  readonly delta?: More
  readonly dc1?: More
  /** What dc2 holds beside the rest. */
  readonly dc2?: readonly string[]
  /** The virtual private gateways that propagate to the table of p. */
  readonly learning?: More
}

export function twoDataCentres(variant: Variant = {}) {
  return documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    onPremises('dc1', ['192.168.0.0/16'], { routesToAws: ['10.0.0.0/8'], ...variant.dc1 }),
    onPremises('dc2', ['172.20.0.0/16', '192.168.1.0/24', '10.10.5.0/24', ...(variant.dc2 ?? [])]),
    onPremises('branch', ['172.21.0.0/16']),
    customerGateway('dc1', 'dc1', { bgpAsn: 65001 }),
    customerGateway('dc2', 'dc2', { bgpAsn: 65002 }),
    customerGateway('branch', 'branch', { bgpAsn: 65003 }),

    vpc('alpha', '10.10.0.0/16'),
    vpnGateway('va', 'alpha', variant.va),
    vpnConnection('a1', 'va', 'dc1', {
      staticRoutesOnly: true,
      routes: ['192.168.1.0/24'],
      ...variant.a1,
    }),
    vpnConnection('a2', 'va', 'dc2', variant.a2),
    vpnConnection('a3', 'va', 'branch'),
    internetGateway('igw', 'alpha'),
    routeTable('p', 'alpha', { '10.20.0.0/16': pcx }, variant.learning ?? learning),
    routeTable('s', 'alpha', { '192.168.0.0/16': va, '172.20.0.0/16': va, '10.20.0.0/16': pcx }),
    routeTable(
      'm',
      'alpha',
      { '192.168.1.128/25': pcx, '172.20.0.0/16': 'internet-gateway:igw' },
      learning,
    ),
    routeTable('z', 'alpha', { '192.168.1.0/24': null }, learning),
    mainTable('n', 'alpha'),
    served('p', 'alpha', '10.10.1.0/24', 'p'),
    served('s', 'alpha', '10.10.2.0/24', 's'),
    served('n', 'alpha', '10.10.3.0/24'),
    served('m', 'alpha', '10.10.4.0/24', 'm'),
    served('v', 'alpha', '10.10.5.0/24', 'p'),
    served('z', 'alpha', '10.10.6.0/24', 'z'),
    securityGroup('alpha', 'alpha', [
      tcp(443, '192.168.0.0/16'),
      tcp(443, '172.16.0.0/12'),
      tcp(443, '10.0.0.0/8'),
      tcp(22, '192.168.1.0/24'),
    ]),
    host('p', 'p', '10.10.1.10', 'alpha'),
    host('s', 's', '10.10.2.10', 'alpha'),
    host('n', 'n', '10.10.3.10', 'alpha'),
    host('m', 'm', '10.10.4.10', 'alpha', elastic('52.30.0.1')),
    host('v', 'v', '10.10.5.10', 'alpha'),
    host('z', 'z', '10.10.6.10', 'alpha'),

    vpc('beta', '10.20.0.0/16'),
    peering('ab', 'alpha', 'beta'),
    mainTable('beta', 'beta', { '10.10.0.0/16': pcx, '192.168.0.0/16': pcx }),
    served('be', 'beta', '10.20.1.0/24'),
    served('clients', 'beta', '10.20.2.0/24'),
    securityGroup('beta', 'beta', [
      tcp(443, sg('clients')),
      tcp(443, '10.10.0.0/16'),
      tcp(8443, '172.27.0.0/22'),
      tcp(9443, '10.20.2.0/24'),
    ]),
    securityGroup('clients', 'beta'),
    host('be', 'be', '10.20.1.10', 'beta'),
    clientVpn('cv', 'beta', ['clients'], {
      securityGroupIds: [sg('clients')],
      authorizationRules: {
        beta: { destinationCidr: '10.20.0.0/16' },
        p: { destinationCidr: '10.10.1.0/24' },
        dc1: { destinationCidr: '192.168.0.0/16' },
        dc2: { destinationCidr: '172.20.0.0/16' },
      },
      routes: {
        alpha: { destinationCidr: '10.10.0.0/16', targetSubnetId: 'subnet:clients' },
        dc1: { destinationCidr: '192.168.0.0/16', targetSubnetId: 'subnet:clients' },
      },
    }),

    directConnectGateway('dxgw'),
    virtualInterface('vif', 'dc2', 'dxgw', variant.vif),
    spoke('gamma', '10.30', 'vg', 'ga', '10.40.0.0/16'),
    directConnectAssociation('gamma', 'dxgw', 'vg'),
    vpnConnection('g', 'vg', 'dc2', variant.g),
    spoke('delta', '10.40', 'vd', 'de', '10.30.0.0/16'),
    directConnectAssociation('delta', 'dxgw', 'vd', {
      allowedPrefixes: ['10.40.0.0/24'],
      ...variant.delta,
    }),
  )
}

/** A VPC with one host, behind a virtual private gateway to which this block is routed too. */
const spoke = (name: string, net: string, gateway: string, hostName: string, routed: string) => [
  vpc(name, `${net}.0.0/16`),
  vpnGateway(gateway, name),
  mainTable(
    name,
    name,
    { [routed]: `vpn-gateway:${gateway}` },
    { propagatingVgwIds: [`vpn-gateway:${gateway}`] },
  ),
  served(hostName, name, `${net}.1.0/24`),
  securityGroup(name, name, [tcp(443, '172.16.0.0/12'), tcp(443, '10.0.0.0/8')]),
  host(hostName, hostName, `${net}.1.10`, name),
]
