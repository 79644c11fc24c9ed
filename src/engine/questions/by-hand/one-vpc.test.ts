/*
 * Verdicts worked out by hand from the rules before the engine was run: one VPC and the internet.
 *
 *   internet ── igw ─┬─ pub   10.0.0.0/24   0/0 → igw      web bare friend off   [NAT good, failed]
 *                    ├─ owned 44.10.0.0/25  0/0 → igw      own (a public block of the VPC's own)
 *                    ├─ app   10.0.2.0/24   0/0 → good     api batch mute twin
 *                    ├─ shared 100.64.0.0/24 0/0 → good    cgn
 *                    ├─ plain 10.0.3.0/24   main: local    lonely (Elastic IP) twin   [NAT bad]
 *                    ├─ wrong 10.0.4.0/24   0/0 → bad      lost
 *                    ├─ dead  10.0.5.0/24   0/0 → failed, 203.0.113.0/24 → igw       dead
 *                    ├─ hole  10.0.6.0/24   0/0 → good, 203.0.113.0/24 → (deleted)   hole
 *                    ├─ self  10.0.7.0/24   0/0 → loop     self                  [NAT loop]
 *                    ├─ gone  10.0.8.0/24   0/0 → (deleted) gone
 *                    └─ aside 10.0.9.0/24   0/0 → good     aside (Elastic IP)
 *
 * Corrected afterwards, by the rules: internet → api (CL-5 outranks section 3 row 5). By choice:
 * bare → 10.9.0.1 (NET-6 before NET-2). Added afterwards: the two rows of mute and SG-10.
 */
import { expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../../model/testing/build'
import { verdict } from '../../testing/ask'

const igw = 'internet-gateway:igw'
const partner = '203.0.113.0/24'
const table = (name: string, routes: Readonly<Record<string, string | null>>) =>
  routeTable(name, 'shop', routes)
const served = (name: string, cidrBlock: string, by: string | null) =>
  subnet(name, 'shop', cidrBlock, { routeTableId: by && `route-table:${by}` })
const group = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })
const elastic = (privateIpAddress: string, publicIp: string) => ({
  privateIpAddress,
  publicAddress: 'elastic-ip',
  publicIp,
})
const at = (privateIpAddress: string) => ({ privateIpAddress })

const shop = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  { id: 'public-address:partner', kind: 'public-address', name: 'partner', cidrBlock: partner },
  vpc('shop', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/16', '44.10.0.0/24'] }),
  internetGateway('igw', 'shop'),
  mainTable('main', 'shop'),
  table('pub', { '0.0.0.0/0': igw }),
  table('app', { '0.0.0.0/0': 'nat-gateway:good' }),
  table('wrong', { '0.0.0.0/0': 'nat-gateway:bad' }),
  table('dead', { '0.0.0.0/0': 'nat-gateway:failed', [partner]: igw }),
  table('hole', { '0.0.0.0/0': 'nat-gateway:good', [partner]: null }),
  table('self', { '0.0.0.0/0': 'nat-gateway:loop' }),
  table('gone', { '0.0.0.0/0': null }),
  served('pub', '10.0.0.0/24', 'pub'),
  served('owned', '44.10.0.0/25', 'pub'),
  served('app', '10.0.2.0/24', 'app'),
  served('shared', '100.64.0.0/24', 'app'),
  served('plain', '10.0.3.0/24', null),
  served('wrong', '10.0.4.0/24', 'wrong'),
  served('dead', '10.0.5.0/24', 'dead'),
  served('hole', '10.0.6.0/24', 'hole'),
  served('self', '10.0.7.0/24', 'self'),
  served('gone', '10.0.8.0/24', 'gone'),
  served('aside', '10.0.9.0/24', 'app'),
  natGateway('good', 'pub', { privateIp: '10.0.0.100', publicIp: '52.0.0.100' }),
  natGateway('failed', 'pub', { state: 'failed' }),
  natGateway('bad', 'plain'),
  natGateway('loop', 'self'),
  securityGroup('web', 'shop', [tcp(443, '0.0.0.0/0')]),
  securityGroup('api', 'shop', [
    tcp(8080, 'security-group:web'),
    { ipProtocol: 'icmp', fromPort: 8, toPort: -1, cidrIpv4: '10.0.0.0/16' },
  ]),
  securityGroup('batch', 'shop', [], [tcp(443, '0.0.0.0/0')]),
  securityGroup('mute', 'shop', [tcp(443, '0.0.0.0/0')], []),
  securityGroup('open', 'shop', [all('0.0.0.0/0')]),
  workload('web', 'pub', group('web'), elastic('10.0.0.10', '52.0.0.10')),
  workload('bare', 'pub', {}, at('10.0.0.11')),
  workload('friend', 'pub', {}, at('10.0.0.13')),
  workload('off', 'pub', { ...group('open'), state: 'stopped' }, elastic('10.0.0.12', '52.0.0.12')),
  workload('own', 'owned', group('open'), elastic('44.10.0.10', '52.0.0.44')),
  workload('api', 'app', group('api'), at('10.0.2.10')),
  workload('batch', 'app', group('batch'), at('10.0.2.11')),
  workload('mute', 'app', group('mute'), at('10.0.2.12')),
  workload('cgn', 'shared', group('open'), at('100.64.0.10')),
  workload('lonely', 'plain', group('open'), elastic('10.0.3.10', '52.0.0.30')),
  workload('twin', ['app', 'plain'], group('open')),
  workload('lost', 'wrong', group('open'), at('10.0.4.10')),
  workload('dead', 'dead', group('open'), at('10.0.5.10')),
  workload('hole', 'hole', group('open'), at('10.0.6.10')),
  workload('self', 'self', group('open'), at('10.0.7.10')),
  workload('gone', 'gone', group('open'), at('10.0.8.10')),
  workload('aside', 'aside', group('open'), elastic('10.0.9.10', '52.0.0.90')),
)

const net = 'internet:net'
const rfc1918 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'
const rfc6598 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'
const noPublicIp = 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'

it.each([
  // out and in by the internet gateway
  ['web', net, 'tcp/443', 'OK', 'NET-2'],
  ['web', net, '47', 'OK', 'NET-4'],
  [net, 'web', 'tcp/443', 'OK', 'NET-4'],
  ['203.0.113.5', '52.0.0.10', 'tcp/443', 'OK', 'NET-4'],
  ['public-address:partner', 'web', 'tcp/443', 'OK', 'NET-4'],
  [net, 'web', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  [net, 'web', 'icmp', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['bare', net, 'tcp/443', `NO(${noPublicIp})`, 'NET-2'],
  ['web', '10.9.0.1', 'tcp/443', `NO(${rfc1918})`, 'NET-6'],
  ['web', '172.31.0.1', 'tcp/443', `NO(${rfc1918})`, 'NET-6'],
  ['web', '100.65.0.1', 'tcp/443', `NO(${rfc6598})`, 'NET-6'],
  ['bare', '10.9.0.1', 'tcp/443', `NO(${rfc1918})`, 'NET-6: a public address would not help'],
  [net, '52.9.9.9', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '10.0.2.10', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '44.10.0.10', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'VPC-14'],
  [net, 'own', 'tcp/443', 'OK', 'NET-8: by its Elastic IP'],
  [net, 'lonely', 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'NET-8'],
  ['lonely', net, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'NET-3'],
  [net, 'aside', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', '12.3 row 2'],
  [net, 'off', 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['off', net, 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  // by NAT gateways
  ['api', net, 'tcp/443', 'OK', 'NET-9'],
  ['api', net, 'udp/53', 'OK', 'NET-10'],
  ['api', net, 'icmp', 'OK', 'NET-10'],
  ['api', net, '50', 'NO(PROTOCOL_RESTRICTION)', 'NET-10'],
  ['api', '10.9.0.1', 'tcp/443', `NO(${rfc1918})`, 'S1 step 0'],
  ['cgn', net, 'tcp/443', 'OK', 'NET-9'],
  ['aside', net, 'tcp/443', 'OK', 'NET-9: the route decides, not the Elastic IP'],
  ['lost', net, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'NET-9'],
  ['dead', net, 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['dead', 'public-address:partner', 'tcp/443', `NO(${noPublicIp})`, 'RT-6'],
  ['hole', net, 'tcp/443', 'OK', 'RT-6'],
  ['hole', 'public-address:partner', 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'RT-11'],
  ['hole', '203.0.112.7', 'tcp/443', 'OK', 'RT-6'],
  ['self', net, 'tcp/443', 'NO(LOOP_DETECTED)', 'WALK-14'],
  ['gone', net, 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'RT-11'],
  [net, 'api', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'CL-5'],
  [net, '52.0.0.100', 'tcp/22', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['api', '10.0.0.100', 'icmp', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['bare', 'nat-gateway:good', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['twin', net, 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'CL-3'],
  // inside the VPC
  ['web', 'api', 'tcp/8080', 'OK', 'SG-5'],
  ['web', 'api', 'tcp/8081', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['bare', 'api', 'tcp/8080', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-5'],
  ['bare', 'api', 'icmp', 'OK', 'SG-4'],
  ['web', 'mute', 'tcp/443', 'OK', 'SG-1: stateful'],
  ['mute', 'web', 'tcp/443', 'NO(SG_HAS_NO_RULES)', 'CL-8'],
  ['api', 'batch', 'tcp/443', 'NO(SG_HAS_NO_RULES)', 'CL-8'],
  ['batch', net, 'tcp/443', 'OK', 'SG-2'],
  ['batch', net, 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-2'],
  ['friend', 'bare', 'tcp/22', 'OK', 'SG-3: the default group admits itself'],
  ['web', 'bare', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-3'],
  ['cgn', 'lonely', 'tcp/443', 'OK', 'VPC-12'],
  ['lonely', 'own', 'tcp/443', 'OK', 'VPC-14'],
  ['lonely', '44.10.0.10', 'tcp/443', 'OK', 'VPC-14'],
  ['api', '44.10.0.200', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'WALK-6'],
  ['lonely', '10.0.2.250', 'tcp/443', 'NO(NO_POSSIBLE_DESTINATION)', 'WALK-6'],
  ['web', 'off', 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['web', 'twin', 'tcp/443', 'OK', 'CL-3'],
  ['10.0.2.10', '10.0.3.10', 'tcp/443', 'OK', 'RT-4'],
  ['web', '10.0.0.2', 'udp/53', 'OK', 'VPC-20'],
  ['web', '169.254.169.254', 'tcp/80', 'OK', 'SG-10'],
  ['web', '169.254.169.253', 'udp/53', 'OK', 'VPC-20'],
  ['mute', '10.0.0.2', 'udp/53', 'OK', 'SG-10: no group filters the Resolver'],
  ['mute', '169.254.169.254', 'tcp/80', 'OK', 'SG-10: nor the metadata'],
  // out and in again
  ['api', '52.0.0.10', 'tcp/443', 'OK', 'NET-22'],
  ['api', '52.0.0.10', 'tcp/8080', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-22'],
  ['web', '52.0.0.44', 'tcp/443', 'OK', 'NET-22'],
  ['web', '52.0.0.90', 'tcp/443', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'NET-22'],
  ['api', '52.0.0.30', 'tcp/443', 'NO<-(NO_ROUTE_TO_DESTINATION)', 'NET-22'],
  ['lonely', '52.0.0.10', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)', 'NET-22'],
  ['web', '52.0.0.12', 'tcp/443', 'NO(BAD_STATE)', 'NET-22'],
  ['bare', '52.0.0.10', 'tcp/443', `NO(${noPublicIp})`, 'NET-22'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(shop, from, to, what)).toBe(expected)
})
