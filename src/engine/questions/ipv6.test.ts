import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  egressOnlyInternetGateway,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type Routes = Record<string, string>
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const open = { securityGroupIds: ['security-group:open'] }
const openGroup = (name: string, vpcName: string) =>
  securityGroup(name, vpcName, [all('0.0.0.0/0'), all('::/0')], [all('0.0.0.0/0'), all('::/0')])
const six = (address: string) => ({ ipv6Addresses: [address] })
const toGateway = { '::/0': 'internet-gateway:g' }
const toEigw = { '::/0': 'egress-only-internet-gateway:e' }

/** A dual-stack host `six` and one without IPv6, `four`, in one subnet. */
const design = (routes: Routes, ...more: readonly unknown[]) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2600:1f00::/56'] }),
    subnet('s', 'v', '10.0.1.0/24', {
      ipv6CidrBlock: '2600:1f00:0:1::/64',
      routeTableId: 'route-table:s',
    }),
    routeTable('s', 'v', routes),
    egressOnlyInternetGateway('e', 'v'),
    openGroup('open', 'v'),
    workload('six', 's', open, six('2600:1f00:0:1::10')),
    workload('four', 's', open),
    ...more,
  )
const gateway = internetGateway('g', 'v')

describe('RT-3, trap 22: IPv4 and IPv6 are separate', () => {
  it('0.0.0.0/0 never matches IPv6', () => {
    const document = design({ '0.0.0.0/0': 'internet-gateway:g' }, gateway)
    expect(verdict(document, 'six', '2606:4700::1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('nor ::/0 IPv4', () => {
    expect(verdict(design(toGateway, gateway), 'six', '8.8.8.8')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })
  it('the longest prefix decides in each', () => {
    const document = design(
      { ...toGateway, '2606:4700::/32': 'egress-only-internet-gateway:e' },
      gateway,
    )
    const by = (to: string) => ask(document, 'six', to).request.hops.map((hop) => hop.component)
    expect(by('2606:4700::1')).toContain('egress-only-internet-gateway:e')
    expect(by('2607:4700::1')).toContain('internet-gateway:g')
  })
})

describe('NET-5: IPv6 is not translated', () => {
  it('out with its own address', () => {
    const answer = ask(design(toGateway, gateway), 'six', '2606:4700::1')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.after.source).toBe('2600:1f00:0:1::10')
    expect(answer.request.hops.map((hop) => hop.decision)).not.toContain('translates')
  })
  it('trap 22: a host with ::/0 to the gateway is reached from the internet', () => {
    expect(verdict(design(toGateway, gateway), 'internet:i', '2600:1f00:0:1::10')).toBe('OK')
    expect(verdict(design(toGateway, gateway), 'internet:i', 'six')).toBe('OK')
  })
  it('where its group lets it', () => {
    const group = securityGroup('open', 'v', [all('0.0.0.0/0')])
    expect(verdict(design(toGateway, gateway, group), 'internet:i', 'six')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
  it('without a route back the reply is lost (NET-8)', () => {
    expect(verdict(design({}, gateway), 'internet:i', 'six')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
  it('behind a detached gateway', () => {
    const off = internetGateway('g', 'v', { attachmentState: 'detached' })
    const document = documentOf(
      ...Object.values(design(toGateway, off).resources).filter(
        (it) => it.kind !== 'egress-only-internet-gateway',
      ),
    )
    expect(verdict(document, 'internet:i', 'six')).toBe('NO(BAD_STATE_ATTACHMENT)')
  })
  it('an address of the VPC that nobody has', () => {
    expect(verdict(design(toGateway, gateway), 'internet:i', '2600:1f00:0:1::99')).toBe(
      'NO(NO_POSSIBLE_DESTINATION)',
    )
  })
  it('any host of a subnet may be meant', () => {
    expect(verdict(design(toGateway, gateway), 'internet:i', 'subnet:s')).toBe('OK')
  })
  it('the internet gateway serves only its own VPC (NET-7)', () => {
    const answer = ask(design(toGateway, gateway), 'six', 'fd00::1')
    expect(answer.codes[0]).toBe('NO_POSSIBLE_DESTINATION')
  })
  it('two VPCs by their IPv6 addresses, without peering (NET-23)', () => {
    const other = [
      vpc('w', '10.1.0.0/16', { ipv6CidrBlocks: ['2600:1f01::/56'] }),
      subnet('w', 'w', '10.1.1.0/24', {
        ipv6CidrBlock: '2600:1f01:0:1::/64',
        routeTableId: 'route-table:w',
      }),
      routeTable('w', 'w', { '::/0': 'internet-gateway:w' }),
      internetGateway('w', 'w'),
      openGroup('w', 'w'),
      workload('w', 'w', { securityGroupIds: ['security-group:w'] }, six('2600:1f01:0:1::10')),
    ]
    const answer = ask(design(toGateway, gateway, other), 'six', '2600:1f01:0:1::10')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.map((hop) => hop.component)).toContain('internet-gateway:w')
  })
})

describe('section 3', () => {
  it('row 8: ::/0 to an egress-only gateway, opened from the internet', () => {
    expect(verdict(design(toEigw), 'internet:i', 'six')).toBe('NO(EIGW_UNSOLICITED_INBOUND)')
  })
  it('row 9: the same, opened from inside', () => {
    const answer = ask(design(toEigw), 'six', 'internet:i')
    // IPv4 comes first and has no route: the family is asked for
    expect(answer.codes).toEqual(['NO_ROUTE_TO_DESTINATION'])
    const bySix = ask(design(toEigw), 'six', '2606:4700::1')
    expect(bySix.verdict).toBe('reachable')
    expect(bySix.reply?.hops.map((hop) => hop.component)).toContain(
      'egress-only-internet-gateway:e',
    )
  })
})

describe('NET-21: an egress-only internet gateway', () => {
  it('CL-9: beside an internet gateway, what comes in by that dies on the reply', () => {
    expect(verdict(design(toEigw, gateway), 'internet:i', 'six')).toBe(
      'NO<-(RETURN_PATH_ASYMMETRIC)',
    )
    expect(verdict(design(toEigw, gateway), 'six', '2606:4700::1')).toBe('OK')
  })
  it('takes no IPv4: AWS refuses the route (RT-13)', () => {
    const document = design({ '0.0.0.0/0': 'egress-only-internet-gateway:e' })
    expect(verdict(document, 'four', '8.8.8.8')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('of another VPC is a blackhole (RT-14)', () => {
    const far = [vpc('w', '10.1.0.0/16'), egressOnlyInternetGateway('w', 'w')]
    const document = design({ '::/0': 'egress-only-internet-gateway:w' }, far)
    expect(verdict(document, 'six', '2606:4700::1')).toBe('NO(BAD_STATE_ROUTE)')
  })
  it('carries nothing to addresses that are not of the internet', () => {
    expect(verdict(design(toEigw), 'six', 'fc00::1')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
})

describe('WALK-2: both ends need a family in common', () => {
  const only = [
    subnet('only', 'v', null, { ipv6CidrBlock: '2600:1f00:0:2::/64' }),
    workload('only', 'only', open),
  ]
  it('an IPv6-only host and one without IPv6', () => {
    expect(verdict(design({}, only), 'only', 'four')).toBe('NO(ADDRESS_FAMILY_MISMATCH)')
    expect(verdict(design({}, only), 'four', 'only')).toBe('NO(ADDRESS_FAMILY_MISMATCH)')
  })
  it('an IPv6-only host and a dual-stack one have IPv6', () => {
    const answer = ask(design({}, only), 'only', 'six')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops[0]?.before.destination).toBe('2600:1f00:0:1::10')
  })
  it('an address of the family the source lacks', () => {
    expect(verdict(design({}, only), 'only', '10.0.1.4')).toBe('NO(ADDRESS_FAMILY_MISMATCH)')
    expect(verdict(design({}), 'four', '2606:4700::1')).toBe('NO(ADDRESS_FAMILY_MISMATCH)')
  })
  it('two dual-stack hosts: IPv4, unless IPv6 is asked for', () => {
    const both = workload('both', 's', open, six('2600:1f00:0:1::20'))
    const document = design({}, both)
    expect(ask(document, 'six', 'both').request.hops[0]?.before.destination).toMatch(/^10\./)
    expect(verdict(document, 'six', '2600:1f00:0:1::20')).toBe('OK')
  })
})

describe('VPC-16: an IPv6-only subnet', () => {
  it('gives every interface an address of its own', () => {
    const only = [
      subnet('only', 'v', null, { ipv6CidrBlock: '2600:1f00:0:2::/64' }),
      workload('only', 'only', open),
    ]
    expect(ask(design({}, only), 'only', 'six').request.hops[0]?.before.source).toBe(
      '2600:1f00:0:2::4',
    )
  })
})

describe('PEER-17: IPv6 over a peering connection', () => {
  const sites = (back: Routes) =>
    design(
      { '2600:1f01::/56': 'vpc-peering-connection:vw' },
      vpc('w', '10.1.0.0/16', { ipv6CidrBlocks: ['2600:1f01::/56'] }),
      subnet('w', 'w', '10.1.1.0/24', {
        ipv6CidrBlock: '2600:1f01:0:1::/64',
        routeTableId: 'route-table:w',
      }),
      routeTable('w', 'w', back),
      openGroup('w', 'w'),
      workload('w', 'w', { securityGroupIds: ['security-group:w'] }, six('2600:1f01:0:1::10')),
      peering('vw', 'v', 'w'),
    )
  it('with routes on both sides', () => {
    const document = sites({ '2600:1f00::/56': 'vpc-peering-connection:vw' })
    expect(verdict(document, 'six', '2600:1f01:0:1::10')).toBe('OK')
  })
  it('an IPv4 route is no way back', () => {
    const document = sites({ '10.0.0.0/16': 'vpc-peering-connection:vw' })
    expect(verdict(document, 'six', '2600:1f01:0:1::10')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('NET-20: NAT64', () => {
  const nat = (only: object = {}, ...more: readonly unknown[]) =>
    design(
      {},
      gateway,
      subnet('pub', 'v', '10.0.9.0/24', { routeTableId: 'route-table:pub' }),
      routeTable('pub', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
      natGateway('n', 'pub', { publicIp: '198.51.100.1' }),
      subnet('only', 'v', null, {
        ipv6CidrBlock: '2600:1f00:0:2::/64',
        routeTableId: 'route-table:only',
        enableDns64: true,
        ...only,
      }),
      routeTable('only', 'v', { '64:ff9b::/96': 'nat-gateway:n' }),
      workload('only', 'only', open),
      more,
    )
  it('the gateway takes the prefix off and sends with its own IPv4 address', () => {
    const answer = ask(nat(), 'only', '64:ff9b::808:808')
    expect(answer.verdict).toBe('reachable')
    const { before, after } = answer.request.hops.find((hop) => hop.term === 'NAT gateway') ?? {}
    expect(before?.destination).toBe('64:ff9b::808:808')
    expect(after).toMatchObject({ source: '10.0.9.4', destination: '8.8.8.8' })
    expect(answer.reply?.hops.at(-1)?.after).toMatchObject({ source: '64:ff9b::808:808' })
  })
  it('a ping is an ICMPv6 one before and an ICMP one behind it', () => {
    const answer = ask(nat(), 'only', '64:ff9b::808:808', 'icmp')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops[0]?.before.icmp?.type).toBe(128)
    expect(answer.request.hops.at(-1)?.after.icmp?.type).toBe(8)
    expect(answer.reply?.hops.at(-1)?.after.icmp?.type).toBe(129)
  })
  it('by name, where DNS64 is on: an IPv4 host of the VPC', () => {
    const answer = ask(nat(), 'only', 'four')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops[0]?.before.destination).toBe('64:ff9b::a00:104')
  })
  it('by name with DNS64 off there is no address to send to', () => {
    expect(verdict(nat({ enableDns64: false }), 'only', 'four')).toBe('NO(ADDRESS_FAMILY_MISMATCH)')
  })
  it('a host with IPv6 is asked by IPv6, DNS64 or not', () => {
    expect(ask(nat(), 'only', 'six').request.hops[0]?.before.destination).toBe('2600:1f00:0:1::10')
  })
  it('without the route there is no way', () => {
    const bare = routeTable('only', 'v')
    expect(verdict(nat({}, bare), 'only', '64:ff9b::808:808')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('section 2 row 6: any other IPv6 route to a NAT gateway is refused (RT-13)', () => {
    const wide = routeTable('only', 'v', { '::/0': 'nat-gateway:n' })
    expect(verdict(nat({}, wide), 'only', '2606:4700::1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})
