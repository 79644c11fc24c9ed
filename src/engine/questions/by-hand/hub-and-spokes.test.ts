/*
 * Verdicts worked out by hand from the rules before the engine was run: a hub and its peers.
 *
 *              left 10.1.0.0/16 ── leaf 10.6.0.0/16      left and right have the same block;
 *             /  right 10.1.0.0/16                       la and ra even the same address
 *   hub 10.0.0.0/16 ── far 10.2.0.0/16 + 10.3.0.0/16     another Region and account
 *             \  pend 10.4.0.0/16 (pending-acceptance)
 *              exp 10.5.0.0/16 (expired)                 solo 10.7.0.0/16: no peering
 *
 *   hub-a  10.1/16, 10.6/16, 10.7/16 → left, 10.2.0.0/15 → far, 10.4/16 → pend, 10.5/16 → exp
 *   hub-b  10.1.0.0/24 → right, 10.1/16 → left, 10.1.0.99/32 → (deleted)
 *   hub-c  main: local      hub-d  0/0 → left      hub-e  10.1/16 → NAT in hub-n, which → left
 *
 * Corrected afterwards: hb → rb, where CIDR_OVERLAP says more than NO_POSSIBLE_DESTINATION.
 */
import { expect, it } from 'vitest'
import {
  all,
  documentOf,
  mainTable,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../model/testing/build'
import { verdict } from '../../testing/ask'

const pcx = (name: string) => `vpc-peering-connection:${name}`
const sg = (name: string) => `security-group:${name}`
const served = (name: string, vpcName: string, cidrBlock: string, by: string | null = null) =>
  subnet(name, vpcName, cidrBlock, { routeTableId: by && `route-table:${by}` })
const host = (name: string, subnetName: string, address: string, group: string) =>
  workload(name, subnetName, { securityGroupIds: [sg(group)] }, { privateIpAddress: address })

const hubAndSpokes = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('hub', '10.0.0.0/16'),
  vpc('left', '10.1.0.0/16'),
  vpc('right', '10.1.0.0/16'),
  vpc('far', '10.2.0.0/16', {
    secondaryCidrBlocks: ['10.3.0.0/16'],
    region: 'us-east-1',
    ownerId: '222222222222',
  }),
  vpc('pend', '10.4.0.0/16'),
  vpc('exp', '10.5.0.0/16'),
  vpc('leaf', '10.6.0.0/16'),
  vpc('solo', '10.7.0.0/16'),
  peering('left', 'hub', 'left'),
  peering('right', 'right', 'hub'),
  peering('far', 'hub', 'far'),
  peering('pend', 'hub', 'pend', { status: 'pending-acceptance' }),
  peering('exp', 'hub', 'exp', { status: 'expired' }),
  peering('leaf', 'left', 'leaf'),

  routeTable('hub-a', 'hub', {
    '10.1.0.0/16': pcx('left'),
    '10.2.0.0/15': pcx('far'),
    '10.4.0.0/16': pcx('pend'),
    '10.5.0.0/16': pcx('exp'),
    '10.6.0.0/16': pcx('left'),
    '10.7.0.0/16': pcx('left'),
  }),
  routeTable('hub-b', 'hub', {
    '10.1.0.0/24': pcx('right'),
    '10.1.0.0/16': pcx('left'),
    '10.1.0.99/32': null,
  }),
  mainTable('hub-main', 'hub'),
  routeTable('hub-d', 'hub', { '0.0.0.0/0': pcx('left') }),
  routeTable('hub-e', 'hub', { '10.1.0.0/16': 'nat-gateway:n' }),
  routeTable('hub-n', 'hub', { '10.1.0.0/16': pcx('left') }),
  mainTable('left-main', 'left', {
    '10.0.0.0/16': pcx('left'),
    '10.6.0.0/16': pcx('leaf'),
    '0.0.0.0/0': 'internet-gateway:left',
  }),
  routeTable('left-none', 'left'),
  mainTable('right-main', 'right', { '10.0.0.0/16': pcx('right') }),
  mainTable('far-main', 'far', { '10.0.1.0/24': pcx('far') }),
  mainTable('exp-main', 'exp', { '10.0.0.0/16': pcx('exp') }),
  mainTable('leaf-main', 'leaf', { '10.0.0.0/16': pcx('leaf'), '10.1.0.0/16': pcx('leaf') }),
  internetGateway('left', 'left'),
  natGateway('n', 'hub-n', { privateIp: '10.0.5.100' }),

  served('hub-a', 'hub', '10.0.1.0/24', 'hub-a'),
  served('hub-b', 'hub', '10.0.2.0/24', 'hub-b'),
  served('hub-c', 'hub', '10.0.3.0/24'),
  served('hub-d', 'hub', '10.0.4.0/24', 'hub-d'),
  served('hub-n', 'hub', '10.0.5.0/24', 'hub-n'),
  served('hub-e', 'hub', '10.0.6.0/24', 'hub-e'),
  served('left-a', 'left', '10.1.0.0/24'),
  served('left-b', 'left', '10.1.1.0/24'),
  served('left-none', 'left', '10.1.2.0/24', 'left-none'),
  served('right-a', 'right', '10.1.0.0/24'),
  served('right-b', 'right', '10.1.1.0/24'),
  served('far-a', 'far', '10.2.0.0/24'),
  served('far-b', 'far', '10.3.0.0/24'),
  served('pend', 'pend', '10.4.0.0/24'),
  served('exp', 'exp', '10.5.0.0/24'),
  served('leaf', 'leaf', '10.6.0.0/24'),
  served('solo', 'solo', '10.7.0.0/24'),

  securityGroup('hub', 'hub', [all('10.0.0.0/8')]),
  securityGroup('stale', 'hub', [tcp(443, sg('solo')), tcp(443, sg('leaf'))]),
  securityGroup('left', 'left', [tcp(443, sg('hub'))]),
  securityGroup('left-open', 'left', [all('10.0.0.0/8')]),
  securityGroup('to-hub', 'left', [], [tcp(443, sg('hub'))]),
  securityGroup('right', 'right', [all('10.0.0.0/8')]),
  securityGroup('far', 'far', [tcp(443, sg('hub')), tcp(80, '10.0.0.0/16')]),
  securityGroup('pend', 'pend', [all('10.0.0.0/8')]),
  securityGroup('exp', 'exp', [all('10.0.0.0/8')]),
  securityGroup('leaf', 'leaf', [all('10.0.0.0/8')]),
  securityGroup('solo', 'solo', [all('10.0.0.0/8')]),

  host('ha', 'hub-a', '10.0.1.10', 'hub'),
  host('hs', 'hub-a', '10.0.1.20', 'stale'),
  host('hb', 'hub-b', '10.0.2.10', 'hub'),
  host('hc', 'hub-c', '10.0.3.10', 'hub'),
  host('hd', 'hub-d', '10.0.4.10', 'hub'),
  host('he', 'hub-e', '10.0.6.10', 'hub'),
  host('la', 'left-a', '10.1.0.10', 'left'),
  host('lb', 'left-b', '10.1.1.10', 'left'),
  host('lx', 'left-b', '10.1.1.30', 'to-hub'),
  host('lo', 'left-none', '10.1.2.10', 'left-open'),
  host('ra', 'right-a', '10.1.0.10', 'right'),
  host('rb', 'right-b', '10.1.1.20', 'right'),
  host('fa', 'far-a', '10.2.0.10', 'far'),
  host('fb', 'far-b', '10.3.0.10', 'far'),
  host('p', 'pend', '10.4.0.10', 'pend'),
  host('e', 'exp', '10.5.0.10', 'exp'),
  host('leaf', 'leaf', '10.6.0.10', 'leaf'),
  host('solo', 'solo', '10.7.0.10', 'solo'),
)

it.each([
  // a peer with routes on both sides
  ['ha', 'la', 'tcp/443', 'OK', 'PEER-14'],
  ['ha', 'la', 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['la', 'ha', 'tcp/22', 'OK', 'PEER-5'],
  ['la', 'leaf', 'tcp/443', 'OK', 'PEER-5'],
  ['leaf', 'la', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['hd', 'la', 'tcp/443', 'OK', 'PEER-6: 0/0 reaches the peer itself'],
  ['hc', 'hb', 'tcp/22', 'OK', 'RT-4'],
  ['10.0.1.10', 'la', 'tcp/443', 'OK', 'WALK-3'],
  // a route is missing or dead
  ['hc', 'la', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  ['la', 'hc', 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  ['ha', 'p', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'PEER-3'],
  ['ha', 'e', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'PEER-2'],
  ['e', 'ha', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'PEER-2'],
  ['hb', '10.1.0.99', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'RT-11'],
  ['hd', 'lo', 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  ['solo', 'ha', 'tcp/443', 'NO(DISCONNECTED_VPCS)', 'section 4 row 9'],
  // equal blocks on two sides
  ['hb', 'ra', 'tcp/443', 'OK', 'PEER-13'],
  ['hb', 'lb', 'tcp/443', 'OK', 'PEER-13'],
  ['ra', 'hb', 'tcp/443', 'OK', 'PEER-13'],
  ['lb', 'hb', 'tcp/443', 'OK', 'PEER-13'],
  ['hb', 'la', 'tcp/443', 'NO(CIDR_OVERLAP)', 'OVL-9'],
  ['ha', 'ra', 'tcp/443', 'NO(CIDR_OVERLAP)', 'OVL-9'],
  ['hb', 'rb', 'tcp/443', 'NO(CIDR_OVERLAP)', 'OVL-9: nobody in left has it'],
  ['ra', 'ha', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'PEER-12'],
  ['rb', 'hb', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'PEER-12'],
  ['la', 'hb', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'PEER-12'],
  ['ha', '10.1.0.10', 'tcp/443', 'OK', 'RT-6: this is la'],
  ['ha', '10.1.0.10', 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'RT-6: this is la'],
  ['hb', '10.1.0.10', 'tcp/80', 'OK', 'RT-6: this is ra'],
  // another Region
  ['ha', 'fa', 'tcp/443', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'PEER-14'],
  ['ha', 'fa', 'tcp/80', 'OK', 'PEER-14'],
  ['ha', 'fb', 'tcp/80', 'OK', 'PEER-6: one route over two blocks'],
  ['hb', 'fa', 'tcp/80', 'NO(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  ['fa', 'hb', 'tcp/80', 'NO(NO_ROUTE_TO_DESTINATION)', 'PEER-6'],
  ['fa', 'ha', 'tcp/80', 'OK', 'PEER-6'],
  // beyond the peer
  ['ha', 'leaf', 'tcp/443', 'NO(PEERING_TRANSITIVE)', 'PEER-7'],
  ['hd', 'leaf', 'tcp/443', 'NO(PEERING_TRANSITIVE)', 'PEER-7'],
  ['leaf', 'ha', 'tcp/443', 'NO(PEERING_TRANSITIVE)', 'PEER-7'],
  ['ha', 'solo', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'CL-2'],
  ['hd', 'internet:net', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'PEER-8'],
  ['hd', '198.51.100.1', 'tcp/443', 'NO(EDGE_TO_EDGE)', 'PEER-8'],
  // groups as peers of rules
  ['lx', 'ha', 'tcp/443', 'OK', 'SG-6'],
  ['lx', 'hc', 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'SG-6'],
  ['lx', 'leaf', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-6'],
  ['lx', 'hs', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-5: hs is not in the group'],
  ['hb', 'hs', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-8'],
  // by a NAT gateway into a peering connection
  ['he', 'lo', 'tcp/443', 'OK', 'NET-15: return to sender'],
  ['he', 'la', 'tcp/443', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'SG-7'],
  ['he', 'lo', '50', 'NO(PROTOCOL_RESTRICTION)', 'NET-10'],
  ['lo', 'he', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'PEER-5'],
  ['lb', 'he', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'WALK-9: NAT makes another source'],
  ['lb', '10.0.5.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(hubAndSpokes, from, to, what)).toBe(expected)
})
