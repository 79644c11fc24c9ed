import type { Document } from '../../model/document'
import {
  documentOf,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  transitGateway,
  vpc,
  vpnGateway,
  workload,
} from '../../model/testing/build'

/** A design with a fault, and what is said of it. */
export interface Failing {
  readonly document: Document
  /** The finding of severity error that tells of it; null where the export alone does. */
  readonly finding: string | null
  /** The resource that the report of the export blames. */
  readonly blames: string
}

/** One that AWS refuses whatever the code looks like: it is exported as drawn, and said to fail. */
export interface Refused extends Failing {
  /** How AWS, or the provider before it is asked, says that this is why. */
  readonly error: RegExp
}

const inZone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const base = [vpc('a', '10.0.0.0/16'), mainTable('a-main', 'a')]
const s = subnet('s', 'a', '10.0.0.0/24')
const other = vpc('b', '10.1.0.0/16')
const two = [s, subnet('t', 'a', '10.0.1.0/24', inZone('b'))]

const withSecondary = (primary: string, secondary: string) =>
  documentOf(vpc('a', primary, { secondaryCidrBlocks: [secondary] }))

/** What AWS refuses, and the emulator with it. */
export const refusedDesigns: Readonly<Record<string, Refused>> = {
  'PEER-1: peers whose blocks overlap': {
    document: documentOf(
      vpc('a', '10.4.0.0/16'),
      vpc('b', '10.5.0.0/16', { secondaryCidrBlocks: ['10.4.128.0/20'] }),
      peering('ab', 'a', 'b'),
    ),
    finding: 'peered-vpcs-overlap',
    blames: 'vpc-peering-connection:ab',
    error: /CIDR\s+blocks \S+ and \S+ overlap/,
  },
  'VPC-6: a secondary block of another private range': {
    document: withSecondary('10.0.0.0/16', '192.168.0.0/16'),
    finding: 'cidr-combination-refused',
    blames: 'vpc:a',
    error: /InvalidVpc\.Range: 192\.168\.0\.0\/16 is from another/,
  },
  'VPC-6: a private block beside 100.64.0.0/10': {
    document: withSecondary('100.64.0.0/16', '10.0.0.0/16'),
    finding: 'cidr-combination-refused',
    blames: 'vpc:a',
    error: /InvalidVpc\.Range: 10\.0\.0\.0\/16 is from another/,
  },
  'VPC-7: 10.0.0.0/16 beside a primary block in 10.0.0.0/15': {
    document: withSecondary('10.1.0.0/16', '10.0.0.0/20'),
    finding: 'cidr-combination-refused',
    blames: 'vpc:a',
    error: /InvalidVpc\.Range: 10\.0\.0\.0\/16 is restricted/,
  },
  'VPC-5: a secondary block that overlaps the primary': {
    document: withSecondary('10.2.0.0/16', '10.2.0.0/20'),
    finding: 'cidr-combination-refused',
    blames: 'vpc:a',
    error: /InvalidVpc\.Conflict/,
  },
  'VPC-2: a VPC larger than /16': {
    document: documentOf(vpc('a', '10.0.0.0/15')),
    finding: 'cidr-out-of-range',
    blames: 'vpc:a',
    error: /InvalidVpc\.Range|"10\.0\.0\.0\/15" must be between/,
  },
  'VPC-16: a subnet smaller than /28': {
    document: documentOf(base, subnet('s', 'a', '10.0.0.0/29')),
    finding: 'cidr-out-of-range',
    blames: 'subnet:s',
    error: /InvalidSubnet\.Range|"10\.0\.0\.0\/29" must be between/,
  },
  'VPC-16: a subnet outside its VPC': {
    document: documentOf(base, subnet('s', 'a', '10.1.0.0/24')),
    finding: 'subnet-misplaced',
    blames: 'subnet:s',
    error: /InvalidSubnet\.Range/,
  },
  'VPC-17: subnets that overlap': {
    document: documentOf(base, s, subnet('t', 'a', '10.0.0.128/25')),
    finding: 'subnet-misplaced',
    blames: 'subnet:t',
    error: /InvalidSubnet\.Conflict/,
  },
  'NAT-3: a public NAT gateway without an internet gateway': {
    document: documentOf(base, s, natGateway('n', 's')),
    finding: 'nat-without-internet-route',
    blames: 'nat-gateway:n',
    error: /Gateway\.NotAttached/,
  },
  'a zone of another Region': {
    document: documentOf(base, subnet('s', 'a', '10.0.0.0/24', { availabilityZone: 'us-east-1a' })),
    finding: null,
    blames: 'subnet:s',
    error: /us-east-1a is not a zone/,
  },
  'a second internet gateway': {
    document: documentOf(base, internetGateway('i', 'a'), internetGateway('j', 'a')),
    finding: null,
    blames: 'internet-gateway:j',
    error: /Resource\.AlreadyAssociated/,
  },
  'a second virtual private gateway': {
    document: documentOf(base, vpnGateway('i', 'a'), vpnGateway('j', 'a')),
    finding: null,
    blames: 'vpn-gateway:j',
    error: /already has|AlreadyAssociated|VpnGateway/,
  },
  'a route table of another VPC': {
    document: documentOf(
      base,
      other,
      routeTable('r', 'b'),
      subnet('s', 'a', '10.0.0.0/24', { routeTableId: 'route-table:r' }),
    ),
    finding: null,
    blames: 'subnet:s',
    error: /belong to different\s+networks/,
  },
  'a NAT gateway whose address is not in its subnet': {
    document: documentOf(
      base,
      s,
      natGateway('n', 's', { connectivityType: 'private', privateIp: '10.0.9.9' }),
    ),
    finding: null,
    blames: 'nat-gateway:n',
    error: /10\.0\.9\.9 is not in subnet/,
  },
  'a prefix list with more entries than it has room for': {
    document: documentOf(prefixList('l', ['10.0.0.0/24', '10.0.1.0/24'], { maxEntries: 1 })),
    finding: null,
    blames: 'prefix-list:l',
    error: /2 entries,? (and )?(MaxEntries|max_entries) is 1/,
  },
}

/** What AWS refuses and the emulator does not: the report says it, no deployment shows it. */
export const refusedUnseen: Readonly<Record<string, Failing>> = {
  'VPC-23: six VPCs in a Region': {
    document: documentOf(Array.from({ length: 6 }, (_, at) => vpc(`v${at}`, `10.${at}.0.0/16`))),
    finding: 'quota-reached',
    blames: 'vpc:v0',
  },
  'EP-10: a Gateway Load Balancer on another port than 6081': {
    document: documentOf(
      base,
      targetGroup('g', 'a', [], { targetType: 'ip', protocol: 'GENEVE', port: 6000 }),
    ),
    finding: null,
    blames: 'target-group:g',
  },
  'a host header that is no name': {
    document: documentOf(
      base,
      two,
      targetGroup('g', 'a', [], { targetType: 'ip', protocol: 'HTTP', port: 80 }),
      loadBalancer('lb', 'a', ['s', 't'], {
        listeners: {
          80: {
            ...listener('HTTP', 'g'),
            rules: { 1: { hostHeaders: ['a b'], action: listener('HTTP', 'g').defaultAction } },
          },
        },
      }),
    ),
    finding: null,
    blames: 'load-balancer:lb',
  },
  'an interface whose address is not in its subnet': {
    document: documentOf(base, s, workload('w', 's', {}, { privateIpAddress: '10.0.9.9' })),
    finding: null,
    blames: 'workload:w',
  },
}

/** What AWS would refuse, and the code leaves out: the report says so, and the rest deploys. */
export const leftOut: Readonly<Record<string, Failing>> = {
  'VPC-9: a route inside a secondary block': {
    document: documentOf(
      vpc('a', '10.5.0.0/16', { secondaryCidrBlocks: ['10.2.0.0/16'] }),
      other,
      peering('ab', 'a', 'b'),
      routeTable('r', 'a', { '10.2.0.0/24': 'vpc-peering-connection:ab' }),
    ),
    finding: 'block-covers-route',
    blames: 'route-table:r',
  },
  'RT-5: a route inside the VPC': {
    document: documentOf(
      base,
      internetGateway('i', 'a'),
      routeTable('r', 'a', { '10.0.0.0/24': 'internet-gateway:i' }),
    ),
    finding: 'route-inside-vpc-refused',
    blames: 'route-table:r',
  },
  'RT-11: a route to a detached internet gateway': {
    document: documentOf(
      base,
      internetGateway('i', 'a', { attachmentState: 'detached' }),
      routeTable('r', 'a', { '0.0.0.0/0': 'internet-gateway:i' }),
    ),
    finding: 'route-to-detached-gateway',
    blames: 'route-table:r',
  },
  'LB-1: an Application Load Balancer in one zone': {
    document: documentOf(base, s, loadBalancer('lb', 'a', ['s'])),
    finding: 'balancer-in-one-zone',
    blames: 'load-balancer:lb',
  },
  'SG-6: a group of another Region': {
    document: documentOf(
      base,
      vpc('b', '10.1.0.0/16', { region: 'us-east-1' }),
      peering('ab', 'a', 'b'),
      securityGroup('far', 'b'),
      securityGroup('g', 'a', [tcp(80, 'security-group:far')]),
    ),
    finding: 'group-reference-across-regions',
    blames: 'security-group:g',
  },
  'TGW-12: an attachment with two subnets in a zone': {
    document: documentOf(
      base,
      transitGateway('t'),
      s,
      subnet('u', 'a', '10.0.1.0/24'),
      tgwAttachment('x', 't', 'a', ['s', 'u']),
    ),
    finding: null,
    blames: 'transit-gateway-vpc-attachment:x',
  },
}
