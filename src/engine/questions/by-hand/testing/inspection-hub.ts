/*
 * An inspection VPC with a firewall in each of two zones, behind a transit gateway.
 *
 *   red 10.11/16, blue 10.12/16   attached in a and b       hosts red-a, red-b, blue-a, blue-b
 *   green 10.13/16                attached in c only        green-c; green-a in a
 *   yellow 10.14/16               attached in a             yellow: past the firewalls
 *   front 10.15/16                attached in a and b: ALB web, internet-facing, its target blue-a
 *   insp 10.100/16                attached in a and b
 *     insp-tgw-a  0/0 → fw-a      fw-a  0/0 → nat-a, 10/8 → tgw   pub-a  0/0 → igw, 10/8 → fw-a
 *     insp-tgw-b  0/0 → fw-b      fw-b  0/0 → nat-b, 10/8 → tgw   pub-b  0/0 → igw, 10/8 → tgw
 *
 *   spokes     red, blue, green, front:  0/0 insp
 *   inspected  insp:              all but insp propagate
 *   direct     yellow:            red propagates, 0/0 insp
 *
 *   NLB blue (blue-a, blue-b): 9443 to instance blue-a, its client kept, cross-zone off
 *
 *   edge 10.200/16, on its own: igw with an edge table that sends web-1 and web-2 to gate
 *     gate   10.200.0/24  0/0 → igw            web-1  0/0 → gate, ::/0 → igw
 *     web-2  0/0 → igw (past gate)             web-3  0/0 → gate, but not in the edge table
 *     NLB edge in web-1, NLB bare in web-2, both to web-2
 */
import {
  all,
  documentOf,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
} from '../../../../model/testing/build'
import { edgeVpc } from './inspection-edge'
import { firewall, host, rule, sg, type More } from './shorthand'

const tgw = 'transit-gateway:core'
const inside = (
  name: string,
  of: string,
  block: string,
  zone: 'a' | 'b' | 'c',
  by: string | null = null,
  more: More = {},
) =>
  subnet(name, of, block, {
    availabilityZone: `eu-west-1${zone}`,
    routeTableId: by && `route-table:${by}`,
    ...more,
  })
const spoke = (name: string, number: number) => [
  vpc(name, `10.${number}.0.0/16`),
  mainTable(`${name}-main`, name, { '0.0.0.0/0': tgw }),
]
const open = (name: string) =>
  securityGroup(
    name,
    name,
    [all('10.11.0.0/16'), all('10.13.0.0/16'), all('10.14.0.0/16'), tcp(22, '10.100.0.0/16')],
    [all('0.0.0.0/0')],
  )
interface Variant {
  readonly applianceMode?: boolean
  /** What differs of both firewalls, of fw-b alone, and of gate. */
  readonly both?: More
  readonly second?: More
  readonly secondFace?: More
  readonly gate?: More
  readonly gateFace?: More
  /** Static routes of the table `inspected`. */
  readonly inspected?: Readonly<Record<string, string>>
}

export function inspectionHub({
  applianceMode = false,
  both = {},
  second = {},
  secondFace = {},
  gate = {},
  gateFace = {},
  inspected = {},
}: Variant = {}) {
  return documentOf(
    { id: 'internet:net', kind: 'internet', name: 'the internet' },
    spoke('red', 11),
    spoke('blue', 12),
    spoke('green', 13),
    spoke('yellow', 14),
    vpc('front', '10.15.0.0/16'),
    internetGateway('front', 'front'),
    vpc('insp', '10.100.0.0/16'),
    internetGateway('insp', 'insp'),
    natGateway('nat-a', 'pub-a', { privateIp: '10.100.11.100', publicIp: '52.40.0.100' }),
    natGateway('nat-b', 'pub-b', { privateIp: '10.100.12.100', publicIp: '52.40.0.101' }),

    transitGateway('core', {
      defaultRouteTableAssociation: false,
      defaultRouteTablePropagation: false,
      securityGroupReferencingSupport: true,
    }),
    tgwAttachment('red', 'core', 'red', ['red-tgw-a', 'red-tgw-b']),
    tgwAttachment('blue', 'core', 'blue', ['blue-tgw-a', 'blue-tgw-b']),
    tgwAttachment('green', 'core', 'green', 'green-tgw-c'),
    tgwAttachment('yellow', 'core', 'yellow', 'yellow-tgw-a'),
    tgwAttachment('front', 'core', 'front', ['front-tgw-a', 'front-tgw-b']),
    tgwAttachment('insp', 'core', 'insp', ['insp-tgw-a', 'insp-tgw-b'], {
      applianceModeSupport: applianceMode,
    }),
    tgwRouteTable('spokes', 'core', {
      associations: ['red', 'blue', 'green', 'front'],
      routes: { '0.0.0.0/0': 'insp' },
    }),
    tgwRouteTable('inspected', 'core', {
      associations: ['insp'],
      propagations: ['red', 'blue', 'green', 'yellow', 'front'],
      routes: inspected,
    }),
    tgwRouteTable('direct', 'core', {
      associations: ['yellow'],
      propagations: ['red'],
      routes: { '0.0.0.0/0': 'insp' },
    }),

    mainTable('front-main', 'front'),
    routeTable('front', 'front', { '0.0.0.0/0': 'internet-gateway:front', '10.0.0.0/8': tgw }),
    mainTable('insp-main', 'insp'),
    routeTable('insp-tgw-a', 'insp', { '0.0.0.0/0': 'workload:fw-a' }),
    routeTable('insp-tgw-b', 'insp', { '0.0.0.0/0': 'workload:fw-b' }),
    routeTable('fw-a', 'insp', { '0.0.0.0/0': 'nat-gateway:nat-a', '10.0.0.0/8': tgw }),
    routeTable('fw-b', 'insp', { '0.0.0.0/0': 'nat-gateway:nat-b', '10.0.0.0/8': tgw }),
    routeTable('pub-a', 'insp', {
      '0.0.0.0/0': 'internet-gateway:insp',
      '10.0.0.0/8': 'workload:fw-a',
    }),
    routeTable('pub-b', 'insp', { '0.0.0.0/0': 'internet-gateway:insp', '10.0.0.0/8': tgw }),
    inside('insp-tgw-a', 'insp', '10.100.0.0/28', 'a', 'insp-tgw-a'),
    inside('insp-tgw-b', 'insp', '10.100.0.16/28', 'b', 'insp-tgw-b'),
    inside('fw-a', 'insp', '10.100.1.0/24', 'a', 'fw-a'),
    inside('fw-b', 'insp', '10.100.2.0/24', 'b', 'fw-b'),
    inside('pub-a', 'insp', '10.100.11.0/24', 'a', 'pub-a'),
    inside('pub-b', 'insp', '10.100.12.0/24', 'b', 'pub-b'),
    inside('front-tgw-a', 'front', '10.15.255.0/28', 'a'),
    inside('front-tgw-b', 'front', '10.15.255.16/28', 'b'),
    inside('front-a', 'front', '10.15.1.0/24', 'a', 'front'),
    inside('front-b', 'front', '10.15.2.0/24', 'b', 'front'),
    inside('red-tgw-a', 'red', '10.11.255.0/28', 'a'),
    inside('red-tgw-b', 'red', '10.11.255.16/28', 'b'),
    inside('red-a', 'red', '10.11.1.0/24', 'a'),
    inside('red-b', 'red', '10.11.2.0/24', 'b'),
    inside('blue-tgw-a', 'blue', '10.12.255.0/28', 'a'),
    inside('blue-tgw-b', 'blue', '10.12.255.16/28', 'b'),
    inside('blue-a', 'blue', '10.12.1.0/24', 'a'),
    inside('blue-b', 'blue', '10.12.2.0/24', 'b'),
    inside('green-tgw-c', 'green', '10.13.255.0/28', 'c'),
    inside('green-a', 'green', '10.13.1.0/24', 'a'),
    inside('green-c', 'green', '10.13.3.0/24', 'c'),
    inside('yellow-tgw-a', 'yellow', '10.14.255.0/28', 'a'),
    inside('yellow', 'yellow', '10.14.1.0/24', 'a'),

    securityGroup('fw', 'insp', [
      tcp([0, 65535], '10.0.0.0/8'),
      rule('udp', '10.0.0.0/8', 53),
      rule('icmp', '10.0.0.0/8'),
    ]),
    open('red'),
    securityGroup('blue', 'blue', [
      tcp(443, '10.0.0.0/8'),
      tcp(9000, sg('red')),
      rule('udp', '10.0.0.0/8', 53, 123),
      rule('icmp', '10.0.0.0/8'),
      { ipProtocol: '47', cidrIpv4: '10.0.0.0/8' },
    ]),
    securityGroup('front', 'front', [tcp([443, 444], '0.0.0.0/0')]),
    open('green'),
    open('yellow'),
    firewall('fw-a', 'fw-a', '10.100.1.10', 'fw', both),
    firewall('fw-b', 'fw-b', '10.100.2.10', 'fw', { ...both, ...second }, secondFace),
    host('red-a', 'red-a', '10.11.1.10', 'red'),
    host('red-b', 'red-b', '10.11.2.10', 'red'),
    host('blue-a', 'blue-a', '10.12.1.10', 'blue'),
    host('blue-b', 'blue-b', '10.12.2.10', 'blue'),
    host('green-a', 'green-a', '10.13.1.10', 'green'),
    host('green-c', 'green-c', '10.13.3.10', 'green'),
    host('yellow', 'yellow', '10.14.1.10', 'yellow'),

    targetGroup('blue-far', 'front', ['10.12.1.10'], {
      targetType: 'ip',
      protocol: 'HTTPS',
      port: 443,
    }),
    targetGroup('past', 'front', ['10.14.1.10'], {
      targetType: 'ip',
      protocol: 'HTTPS',
      port: 443,
    }),
    loadBalancer('web', 'front', [], {
      scheme: 'internet-facing',
      crossZone: true,
      securityGroupIds: [sg('front')],
      subnets: {
        'subnet:front-a': { privateIPv4Address: '10.15.1.20', publicIp: '52.60.0.1' },
        'subnet:front-b': { privateIPv4Address: '10.15.2.20', publicIp: '52.60.0.2' },
      },
      listeners: { 443: listener('HTTPS', 'blue-far'), 444: listener('HTTPS', 'past') },
    }),
    targetGroup('blue', 'blue', ['workload:blue-a'], { port: 443 }),
    loadBalancer('blue', 'blue', [], {
      type: 'network',
      securityGroupIds: null,
      subnets: {
        'subnet:blue-a': { privateIPv4Address: '10.12.1.30' },
        'subnet:blue-b': { privateIPv4Address: '10.12.2.30' },
      },
      listeners: { 9443: listener('TCP', 'blue') },
    }),
    edgeVpc(gate, gateFace),
  )
}
