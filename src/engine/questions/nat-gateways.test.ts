import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type Routes = Record<string, string>
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const open = (name = 'v') => ({ securityGroupIds: [`security-group:${name}`] })
const openGroup = (name: string) => securityGroup(name, name, [all('0.0.0.0/0')])

/** Hosts in a private subnet whose default route is a NAT gateway in subnet `nat`. */
const design = (
  nat: unknown = natGateway('n', 'nat', { publicIp: '198.51.100.1', privateIp: '10.0.2.4' }),
  out: Routes = { '0.0.0.0/0': 'internet-gateway:g' },
  ...more: readonly unknown[]
) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16'),
    internetGateway('g', 'v'),
    routeTable('pri', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
    routeTable('nat', 'v', out),
    subnet('pri', 'v', '10.0.1.0/24', { routeTableId: 'route-table:pri' }),
    subnet('nat', 'v', '10.0.2.0/24', { routeTableId: 'route-table:nat' }),
    openGroup('v'),
    workload('app', 'pri', open()),
    nat,
    ...more,
  )
const privateNat = natGateway('n', 'nat', { connectivityType: 'private' })
const sourceSeen = (document: Parameters<typeof ask>[0], to: string) =>
  ask(document, 'app', to).request.hops.at(-1)?.after.source

const siteB = (ingress: readonly unknown[] = [all('0.0.0.0/0')], routes: Routes = {}) => [
  vpc('b', '10.1.0.0/16'),
  subnet('b', 'b', '10.1.1.0/24'),
  mainTable('b', 'b', routes),
  securityGroup('b', 'b', ingress),
  workload('b', 'b', open('b')),
  peering('vb', 'v', 'b'),
]
const toPeer = { '10.1.0.0/16': 'vpc-peering-connection:vb' }

describe('NET-11, trap 5: the Elastic IP appears only behind the internet gateway', () => {
  it('over a peering connection the far side sees the private address', () => {
    const document = design(undefined, toPeer, siteB([tcp(443, '10.0.2.4/32')]))
    expect(sourceSeen(document, 'b')).toBe('10.0.2.4')
    expect(verdict(document, 'app', 'b')).toBe('OK')
  })
  it('a rule for the Elastic IP does not match there', () => {
    const document = design(undefined, toPeer, siteB([tcp(443, '198.51.100.1/32')]))
    expect(verdict(document, 'app', 'b')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('through a transit gateway it is the private address too', () => {
    const document = design(
      undefined,
      { '10.1.0.0/16': 'transit-gateway:t' },
      siteB([tcp(443, '10.0.2.4/32')], { '10.0.0.0/16': 'transit-gateway:t' }),
      transitGateway('t'),
      tgwAttachment('v', 't', 'v', 'nat'),
      tgwAttachment('b', 't', 'b', 'b'),
      tgwRouteTable('t', 't', { associations: ['v', 'b'], propagations: ['v', 'b'] }),
    )
    expect(verdict(document, 'app', 'b')).toBe('OK')
    expect(sourceSeen(document, 'b')).toBe('10.0.2.4')
  })
})

describe('NET-13, trap 6: who may use a NAT gateway', () => {
  it('not what comes over a peering connection (PEER-8)', () => {
    const document = design(
      undefined,
      undefined,
      siteB([], { '0.0.0.0/0': 'vpc-peering-connection:vb' }),
    )
    expect(verdict(document, 'b', 'internet:i')).toBe('NO(EDGE_TO_EDGE)')
    const hop = ask(document, 'b', 'internet:i').request.hops.find((it) => it.code)
    expect(hop?.related).toContain('NGW_REQUIRES_SOURCE_IN_VPC')
  })

  /** Central egress: spoke B uses the NAT gateway of VPC V through a transit gateway. */
  const central = (
    back: Routes = { '10.1.0.0/16': 'transit-gateway:t' },
    entry: Routes = { '0.0.0.0/0': 'nat-gateway:n' },
  ) =>
    design(
      undefined,
      { '0.0.0.0/0': 'internet-gateway:g', ...back },
      subnet('tgw', 'v', '10.0.3.0/24', { routeTableId: 'route-table:tgw' }),
      routeTable('tgw', 'v', entry),
      siteB([], { '0.0.0.0/0': 'transit-gateway:t' }).slice(0, -1),
      transitGateway('t'),
      tgwAttachment('v', 't', 'v', 'tgw'),
      tgwAttachment('b', 't', 'b', 'b'),
      tgwRouteTable('spokes', 't', { associations: ['b'], routes: { '0.0.0.0/0': 'v' } }),
      tgwRouteTable('egress', 't', { associations: ['v'], routes: { '10.1.0.0/16': 'b' } }),
    )
  it('NET-14: what comes over a transit gateway may', () => {
    expect(verdict(central(), 'b', 'internet:i')).toBe('OK')
  })
  it('row 7, CL-6: without a route back in the NAT subnet the answer goes to the gateway', () => {
    expect(verdict(central({}), 'b', 'internet:i')).toBe(
      'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    )
  })
  it('trap 21: past the NAT gateway it does not get out (NET-7)', () => {
    expect(
      verdict(central(undefined, { '0.0.0.0/0': 'internet-gateway:g' }), 'b', 'internet:i'),
    ).toBe('NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)')
  })
})

describe('NET-15, trap 7: return to sender over a peering connection', () => {
  it('a private NAT gateway needs no route back', () => {
    expect(verdict(design(privateNat, toPeer, siteB()), 'app', 'b')).toBe('OK')
  })
  it('an instance does', () => {
    const direct = routeTable('pri', 'v', toPeer)
    expect(verdict(design(privateNat, toPeer, siteB(), direct), 'app', 'b')).toBe(
      'NO<-(NO_ROUTE_TO_DESTINATION)',
    )
  })
  it('a network ACL on the way back still counts', () => {
    const closed = [
      networkAcl('out', 'b', { 100: aclAllow('0.0.0.0/0') }),
      subnet('b', 'b', '10.1.1.0/24', { networkAclId: 'network-acl:out' }),
    ]
    expect(verdict(design(privateNat, toPeer, siteB(), closed), 'app', 'b')).toBe(
      'NO<-(SUBNET_ACL_RESTRICTION)',
    )
  })
})

describe('NET-16: a private NAT gateway', () => {
  it('section 3 row 6: what it sends to an internet gateway is dropped', () => {
    expect(verdict(design(privateNat), 'app', 'internet:i')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
  })
  it('a public one is not', () => {
    expect(verdict(design(), 'app', 'internet:i')).toBe('OK')
  })
})

describe('NET-18: a zonal NAT gateway serves any zone', () => {
  it('and the path says that it crosses zones', () => {
    const far = subnet('pri', 'v', '10.0.1.0/24', {
      routeTableId: 'route-table:pri',
      availabilityZone: 'eu-west-1b',
    })
    const answer = ask(design(undefined, undefined, far), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.details).toContain('AVAILABILITY_ZONE_CROSSED')
  })
})

describe('several addresses of a NAT gateway', () => {
  const two = natGateway('n', 'nat', {
    publicIp: '198.51.100.1',
    secondaryAddresses: [{ publicIp: '198.51.100.2' }],
  })
  it('any of them may be the one of a connection', () => {
    const answer = ask(design(two), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches.map((it) => it.request.hops.at(-1)?.after.source)).toEqual([
      '198.51.100.1',
      '198.51.100.2',
    ])
  })
  it('who admits only one of them admits only a part', () => {
    const other = [
      vpc('b', '10.1.0.0/16'),
      subnet('b', 'b', '10.1.1.0/24'),
      mainTable('b', 'b', { '0.0.0.0/0': 'internet-gateway:b' }),
      internetGateway('b', 'b'),
      securityGroup('b', 'b', [tcp(443, '198.51.100.1/32')]),
      workload('b', 'b', open('b'), { publicAddress: 'elastic-ip', publicIp: '203.0.113.9' }),
    ]
    const answer = ask(design(two, undefined, other), 'app', '203.0.113.9')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.label).toContain('as 10.0.2.5')
  })
})

describe('NET-19: a regional NAT gateway', () => {
  const regional = (more: object = {}) => ({
    id: 'nat-gateway:n',
    kind: 'nat-gateway',
    name: 'n',
    availabilityMode: 'regional',
    vpcId: 'vpc:v',
    publicIp: '198.51.100.1',
    ...more,
  })
  it('lies in no subnet and leads to the internet gateway by itself', () => {
    const answer = ask(design(regional(), {}), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.after.source).toBe('198.51.100.1')
    expect(answer.request.hops.filter((hop) => hop.term === 'network ACL')).toHaveLength(1)
  })
  it('an address that AWS chooses does as well', () => {
    expect(verdict(design(regional({ publicIp: null }), {}), 'app', 'internet:i')).toBe('OK')
  })
  it('without an internet gateway it leads nowhere', () => {
    const detached = internetGateway('g', 'v', { attachmentState: 'detached' })
    expect(verdict(design(regional(), {}, detached), 'app', 'internet:i')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
  it('a table of its own decides (RT-20)', () => {
    const own = [
      routeTable('own', 'v'),
      routeTable('full', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    ]
    const by = (table: string) =>
      verdict(
        design(regional({ routeTableId: `route-table:${table}` }), {}, own),
        'app',
        'internet:i',
      )
    expect(by('own')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(by('full')).toBe('OK')
  })
  it('in manual mode it serves only its zones', () => {
    const zones = (it: readonly string[]) => regional({ availabilityZones: it })
    expect(verdict(design(zones(['eu-west-1b']), {}), 'app', 'internet:i')).toBe(
      'NO(REGIONAL_NGW_ROUTE_AZ_RESTRICTION)',
    )
    expect(verdict(design(zones(['eu-west-1a', 'eu-west-1b']), {}), 'app', 'internet:i')).toBe('OK')
  })
  it('NET-12: nobody gets in by it', () => {
    expect(verdict(design(regional(), {}), 'internet:i', '198.51.100.1', 'tcp/22')).toBe(
      'NO(NAT_UNSOLICITED_INBOUND)',
    )
  })
  it('CL-1: one that failed is broken itself', () => {
    expect(verdict(design(regional({ state: 'failed' }), {}), 'app', 'internet:i')).toBe(
      'NO(BAD_STATE)',
    )
  })
  it('to anywhere but the internet is not modelled', () => {
    const far = routeTable('pri', 'v', { '10.0.2.0/24': 'nat-gateway:n' })
    const host = workload('far', 'nat', open())
    expect(verdict(design(regional(), {}, far, host), 'app', 'far')).toBe('NOT-MODELLED')
  })
})

describe('NET-24: an Elastic IP address belongs to one interface', () => {
  it('given twice, neither is what AWS would have', () => {
    const twice = [
      workload('x', 'nat', open(), { publicAddress: 'elastic-ip', publicIp: '198.51.100.1' }),
    ]
    expect(verdict(design(undefined, undefined, twice), 'x', 'internet:i')).toBe('NOT-MODELLED')
  })
})

it('NET-9, WALK-15: one in a subnet without IPv4 addresses, which AWS refuses, passes nothing in silence', () => {
  const six = (block: string | null) =>
    documentOf(
      vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2a05:d018:1::/56'] }),
      mainTable('v', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      routeTable('nat', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      subnet('s', 'v', '10.0.1.0/24'),
      subnet('nat', 'v', block, {
        ipv6CidrBlock: '2a05:d018:1::/64',
        routeTableId: 'route-table:nat',
      }),
      internetGateway('g', 'v'),
      natGateway('n', 'nat'),
      workload('host', 's'),
    )
  expect(verdict(six(null), 'host', '8.8.8.8')).toBe('NOT-MODELLED')
  expect(verdict(six('10.0.2.0/24'), 'host', '8.8.8.8')).toBe('OK')
})
