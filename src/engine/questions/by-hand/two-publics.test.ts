/*
 * Verdicts worked out by hand from the rules before the engine was run: two VPCs that meet both on
 * the internet and over an inter-Region peering connection, and one cut off from both.
 *
 *                            internet
 *            igw-e /            | igw-w           \ igw-c (detached)
 *   east 10.0.0.0/16 ──pcx── west 10.1.0.0/16      cut 10.2.0.0/16
 *   eu-west-1                us-east-1             eu-west-1
 *   e-pub  main: 0/0 → igw-e                       w-pub  main: 0/0 → igw-w, 10.0/16 → pcx
 *   e-priv 0/0 → nat-e (in e-pub), 10.1/16 → pcx   w-priv 0/0 → nat-w (in w-mid), 10.0.1/24 → pcx
 *   c-pub  main: 0/0 → igw-c                       w-mid  0/0 → nat-w2 (in w-pub)
 *   c-priv 0/0 → nat-c (in c-pub)
 *
 * Corrected afterwards: w2 → 10.0.0.10 (NET-15 was overlooked), and e3's rules, which EC2 would have
 * refused without ports.
 */
import { expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
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

const pcx = 'vpc-peering-connection:pcx'
const sg = (name: string) => `security-group:${name}`
const served = (name: string, vpcName: string, cidrBlock: string, by: string | null = null) =>
  subnet(name, vpcName, cidrBlock, { routeTableId: by && `route-table:${by}` })
const group = (name: string, more = {}) => ({ securityGroupIds: [sg(name)], ...more })
const at = (privateIpAddress: string) => ({ privateIpAddress })
const elastic = (privateIpAddress: string, publicIp: string) => ({
  privateIpAddress,
  publicAddress: 'elastic-ip',
  publicIp,
})
const rule = (
  ipProtocol: string,
  cidrIpv4: string,
  fromPort: number | null = null,
  toPort = fromPort,
) => ({ ipProtocol, cidrIpv4, fromPort, toPort })

const twoPublics = documentOf(
  { id: 'internet:net', kind: 'internet', name: 'the internet' },
  vpc('east', '10.0.0.0/16'),
  vpc('west', '10.1.0.0/16', { region: 'us-east-1', ownerId: '222222222222' }),
  vpc('cut', '10.2.0.0/16'),
  peering('pcx', 'east', 'west'),
  internetGateway('igw-e', 'east'),
  internetGateway('igw-w', 'west'),
  internetGateway('igw-c', 'cut', { attachmentState: 'detached' }),
  natGateway('nat-e', 'e-pub', { privateIp: '10.0.0.100', publicIp: '52.1.0.100' }),
  natGateway('nat-w', 'w-mid'),
  natGateway('nat-w2', 'w-pub', { publicIp: '52.2.0.100' }),
  natGateway('nat-c', 'c-pub'),
  mainTable('e-main', 'east', { '0.0.0.0/0': 'internet-gateway:igw-e' }),
  routeTable('e-priv', 'east', { '0.0.0.0/0': 'nat-gateway:nat-e', '10.1.0.0/16': pcx }),
  mainTable('w-main', 'west', { '0.0.0.0/0': 'internet-gateway:igw-w', '10.0.0.0/16': pcx }),
  routeTable('w-priv', 'west', { '0.0.0.0/0': 'nat-gateway:nat-w', '10.0.1.0/24': pcx }),
  routeTable('w-mid', 'west', { '0.0.0.0/0': 'nat-gateway:nat-w2' }),
  mainTable('c-main', 'cut', { '0.0.0.0/0': 'internet-gateway:igw-c' }),
  routeTable('c-priv', 'cut', { '0.0.0.0/0': 'nat-gateway:nat-c' }),
  served('e-pub', 'east', '10.0.0.0/24'),
  served('e-priv', 'east', '10.0.1.0/24', 'e-priv'),
  served('w-pub', 'west', '10.1.0.0/24'),
  served('w-priv', 'west', '10.1.1.0/24', 'w-priv'),
  served('w-mid', 'west', '10.1.2.0/24', 'w-mid'),
  served('c-pub', 'cut', '10.2.0.0/24'),
  served('c-priv', 'cut', '10.2.1.0/24', 'c-priv'),

  securityGroup('e1', 'east', [
    tcp(443, '52.2.0.10/32'),
    rule('udp', '0.0.0.0/0', 53),
    rule('icmp', '0.0.0.0/0', 8, 0),
    rule('50', '0.0.0.0/0'),
  ]),
  securityGroup(
    'e2',
    'east',
    [tcp(443, sg('e1'))],
    [rule('6', '0.0.0.0/0', 443), rule('udp', '0.0.0.0/0', 0, 65535)],
  ),
  securityGroup('e3', 'east', [rule('6', '10.0.0.0/8', 0, 65535), rule('17', '10.0.0.0/8')]),
  securityGroup('unreachables', 'east', [rule('icmp', '0.0.0.0/0', 3, -1)]),
  securityGroup('any-icmp', 'east', [rule('icmp', '0.0.0.0/0', -1)]),
  securityGroup('e-open', 'east', [all('0.0.0.0/0')]),
  securityGroup('w1', 'west', [
    tcp(443, '52.1.0.10/32'),
    tcp(80, '52.1.0.100/32'),
    tcp(22, sg('e1')),
  ]),
  securityGroup('w2', 'west', [all('10.0.0.0/8')]),
  securityGroup('c1', 'cut', [all('0.0.0.0/0')]),

  workload('e1', 'e-pub', group('e1'), elastic('10.0.0.10', '52.1.0.10')),
  workload('e2', 'e-pub', group('e2'), {
    privateIpAddress: '10.0.0.20',
    publicAddress: 'auto-assigned',
  }),
  workload('e3', 'e-priv', group('e3'), at('10.0.1.10')),
  workload('e4', 'e-pub', group('e-open', { state: 'stopped' }), at('10.0.0.40')),
  workload('e5', 'e-pub', group('unreachables'), at('10.0.0.50')),
  workload('e6', 'e-pub', group('any-icmp'), at('10.0.0.60')),
  workload('e7', ['e-pub', 'e-priv'], group('e-open'), { publicAddress: 'elastic-ip' }),
  workload('w1', 'w-pub', group('w1'), elastic('10.1.0.10', '52.2.0.10')),
  workload('w2', 'w-priv', group('w2'), at('10.1.1.10')),
  workload('c1', 'c-pub', group('c1'), elastic('10.2.0.10', '52.3.0.10')),
  workload('c2', 'c-pub', {}, at('10.2.0.20')),
  workload('c3', 'c-priv', {}, at('10.2.1.30')),
  workload('c4', 'c-priv', group('c1'), at('10.2.1.40')),
)

const net = 'internet:net'
const rfc1918 = 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'

it.each([
  // by public addresses, VPC to VPC
  ['e1', '52.2.0.10', 'tcp/443', 'OK', 'NET-23'],
  ['w1', '52.1.0.10', 'tcp/443', 'OK', 'NET-23'],
  ['e1', '52.2.0.10', 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-23'],
  ['e3', '52.2.0.10', 'tcp/80', 'OK', 'NET-23: from the NAT gateway'],
  ['e3', '52.2.0.10', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-23'],
  ['e1', '52.2.0.10', 'tcp/22', 'NO(SG_REFERENCES_NOT_PRESERVED)', 'CL-8'],
  ['w2', '52.1.0.10', 'icmp', 'OK', 'NET-23: through two NAT gateways'],
  ['e1', '52.1.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['w1', '52.1.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['e3', '52.1.0.100', 'tcp/443', 'NO(NAT_UNSOLICITED_INBOUND)', 'NET-12'],
  ['e3', '52.1.0.10', 'udp/53', 'OK', 'NET-22'],
  ['e3', '52.1.0.10', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-22'],
  // over the peering connection
  ['w1', 'e3', 'tcp/443', 'OK', 'SG-4: protocol 6 is tcp'],
  ['w1', 'e3', 'udp/53', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4: EC2 wants ports for udp'],
  ['w2', 'e3', 'tcp/9', 'OK', 'PEER-6'],
  ['e3', 'w2', 'udp/9', 'OK', 'PEER-6'],
  ['e3', '10.1.0.10', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-23: the rules name public'],
  ['w1', '10.0.0.10', 'udp/53', `NO<-(${rfc1918})`, 'PEER-5, NET-6'],
  ['w1', '10.0.0.10', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'NET-23'],
  ['e1', '10.1.0.10', 'tcp/443', `NO(${rfc1918})`, 'NET-6'],
  ['w2', '10.0.0.10', 'icmp', 'OK', 'NET-15: nat-w2 sends into pcx'],
  // internet
  [net, 'e1', 'udp/53', 'OK', 'SG-4'],
  [net, 'e1', '17/53', 'OK', 'SG-4: protocol 17 is udp'],
  [net, 'e1', 'tcp/53', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  [net, 'e1', 'icmp', 'OK', 'SG-4: an echo request'],
  [net, 'e1', '1', 'OK', 'SG-4: protocol 1 is icmp'],
  [net, 'e1', '50', 'OK', 'SG-4'],
  [net, 'e1', '47', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['e1', net, '47', 'OK', 'NET-4'],
  ['e2', net, 'tcp/443', 'OK', 'SG-4: protocol 6 is tcp'],
  ['e2', net, 'tcp/80', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['e2', net, 'udp/53', 'OK', 'SG-4'],
  ['e2', net, 'icmp', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['w2', net, 'tcp/443', 'OK', 'RT-20: through two NAT gateways'],
  [net, 'e7', 'udp/53', 'NO<-(RETURN_PATH_ASYMMETRIC)', 'CL-3'],
  ['e7', net, 'udp/53', 'OK', 'CL-3'],
  // same subnet, same VPC
  ['e1', 'e2', 'tcp/443', 'OK', 'SG-5'],
  ['e1', 'e2', 'udp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4'],
  ['e3', 'e2', 'tcp/443', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-5'],
  ['e1', 'e4', 'tcp/443', 'NO(BAD_STATE)', 'CL-1'],
  ['e4', 'e6', 'icmp', 'NO(BAD_STATE)', 'CL-1'],
  ['e1', 'e5', 'icmp', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-4: an echo request is type 8'],
  ['e1', 'e6', 'icmp', 'OK', 'SG-4'],
  ['c2', 'c3', 'tcp/22', 'OK', 'SG-3'],
  ['c1', 'c2', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)', 'SG-3'],
  ['c1', '10.2.1.40', 'tcp/22', 'OK', 'RT-4'],
  // the detached internet gateway
  ['c1', net, 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'CL-1'],
  ['c4', net, 'tcp/443', 'NO(BAD_STATE_ROUTE)', 'CL-1'],
  [net, 'c1', 'tcp/443', 'NO(BAD_STATE_ATTACHMENT)', 'CL-5'],
  ['e1', '52.3.0.10', 'tcp/443', 'NO(BAD_STATE_ATTACHMENT)', 'CL-5'],
])('%s → %s %s: %s (%s)', (from, to, what, expected) => {
  expect(verdict(twoPublics, from, to, what)).toBe(expected)
})
