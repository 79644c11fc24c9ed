import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf as documentOfList,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const documentOf = (...inputs: readonly unknown[]) =>
  documentOfList((inputs as readonly unknown[][]).flat(Infinity))
const zone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const groups = (name: string) => ({ securityGroupIds: [`security-group:${name}`] })
const open = (name: string, vpcName: string) => securityGroup(name, vpcName, [all('0.0.0.0/0')])

/** Two VPCs with the same block, and routable ones beside it. */
const vpcs = [
  vpc('a', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.1.0/24'] }),
  vpc('b', '10.0.0.0/16', { secondaryCidrBlocks: ['100.64.2.0/24'] }),
  subnet('a-plain', 'a', '10.0.0.0/24', { routeTableId: 'route-table:a-plain' }),
  subnet('a-routable', 'a', '100.64.1.0/26', { routeTableId: 'route-table:a-routable' }),
  subnet('b-plain', 'b', '10.0.0.0/24'),
  subnet('b-one', 'b', '100.64.2.0/26', { routeTableId: 'route-table:b-routable' }),
  subnet('b-two', 'b', '100.64.2.64/26', { routeTableId: 'route-table:b-routable', ...zone('b') }),
]
const tables = [
  routeTable('a-plain', 'a', { '100.64.2.0/24': 'nat-gateway:n' }),
  routeTable('a-routable', 'a', { '100.64.2.0/24': 'transit-gateway:t' }),
  routeTable('b-routable', 'b', { '100.64.1.0/24': 'transit-gateway:t' }),
  mainTable('b-main', 'b'),
]
const nat = natGateway('n', 'a-routable', { connectivityType: 'private' })
const attachments = [
  tgwAttachment('a', 't', 'a', 'a-routable'),
  tgwAttachment('b', 't', 'b', ['b-one', 'b-two']),
]
const transit = [
  transitGateway('t', { defaultRouteTableAssociation: false, defaultRouteTablePropagation: false }),
  attachments,
  tgwRouteTable('from-a', 't', { associations: ['a'], routes: { '100.64.2.0/24': 'b' } }),
  tgwRouteTable('from-b', 't', { associations: ['b'], routes: { '100.64.1.0/24': 'a' } }),
]
const balancer = [
  open('lb', 'b'),
  loadBalancer('lb', 'b', ['b-one', 'b-two'], {
    ...groups('lb'),
    listeners: { 443: listener('HTTPS', 'tg') },
  }),
  targetGroup('tg', 'b', ['workload:server'], { protocol: 'HTTP', port: 8080, targetType: 'ip' }),
]
const hosts = [
  open('client', 'a'),
  workload('client', 'a-plain', groups('client'), { privateIpAddress: '10.0.0.5' }),
  securityGroup('server', 'b', [tcp(8080, 'security-group:lb')]),
  workload('server', 'b-plain', groups('server'), { privateIpAddress: '10.0.0.7' }),
]
const pattern = [vpcs, tables, nat, transit, balancer, hosts]
const toBalancer = (...inputs: readonly unknown[]) =>
  verdict(documentOf(inputs), 'client', 'load-balancer:lb')

describe('section 11, the table', () => {
  it('row 1: the pattern is complete', () => {
    expect(toBalancer(pattern)).toBe('OK')
    expect(verdict(documentOf(pattern), 'client', '100.64.2.4')).toBe('OK')
  })
  it('row 2: no route to the transit gateway in the routable subnet of A', () => {
    expect(toBalancer(pattern, routeTable('a-routable', 'a'))).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('row 3: no route to the transit gateway in the routable subnets of B', () => {
    expect(toBalancer(pattern, routeTable('b-routable', 'b'))).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
  it('row 4: A to the target of B by its own address', () => {
    const document = documentOf(pattern)
    expect(verdict(document, 'client', 'server', 'tcp/8080')).toBe('NO(CIDR_OVERLAP)')
    expect(ask(document, 'client', 'server', 'tcp/8080').sentence).toContain(
      'the packet stays in VPC a',
    )
  })
  it('row 4: where A has that address too, its own host gets the packet', () => {
    const twin = workload('twin', 'a-plain', groups('client'), { privateIpAddress: '10.0.0.7' })
    const answer = ask(documentOf(pattern, twin), 'client', 'server', 'tcp/8080')
    expect(answer.codes[0]).toBe('CIDR_OVERLAP')
    expect(answer.sentence).toContain('is delivered to twin in VPC a')
  })
  it('row 5: B to a host of A', () => {
    expect(verdict(documentOf(pattern), 'server', 'client')).toBe('NO(NAT_UNSOLICITED_INBOUND)')
  })
})

describe('OVL-1: what does not join VPCs that overlap', () => {
  const plain = [
    vpc('a', '10.0.0.0/16'),
    vpc('b', '10.0.0.0/16'),
    subnet('a', 'a', '10.0.0.0/24'),
    subnet('b', 'b', '10.0.1.0/24'),
    open('a', 'a'),
    open('b', 'b'),
    workload('one', 'a', groups('a'), { privateIpAddress: '10.0.0.5' }),
    workload('other', 'b', groups('b'), { privateIpAddress: '10.0.1.7' }),
  ]
  it('a peering connection is refused, and local decides before it', () => {
    const document = documentOf(
      plain,
      peering('p', 'a', 'b'),
      mainTable('a', 'a', { '10.0.1.0/24': 'vpc-peering-connection:p' }),
    )
    expect(verdict(document, 'one', 'other')).toBe('NO(CIDR_OVERLAP)')
  })
  it('a transit gateway with full propagation has no route, and local decides before it', () => {
    const document = documentOf(
      plain,
      transitGateway('t'),
      tgwAttachment('a', 't', 'a', 'a'),
      tgwAttachment('b', 't', 'b', 'b'),
      tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] }),
      mainTable('a', 'a', { '10.0.0.0/8': 'transit-gateway:t' }),
      mainTable('b', 'b', { '10.0.0.0/8': 'transit-gateway:t' }),
    )
    expect(verdict(document, 'one', 'other')).toBe('NO(CIDR_OVERLAP)')
  })
  it('VPCs that do not overlap are joined by the same design', () => {
    const document = documentOf(
      plain,
      vpc('b', '10.1.0.0/16'),
      subnet('b', 'b', '10.1.1.0/24'),
      workload('other', 'b', groups('b'), { privateIpAddress: '10.1.1.7' }),
      transitGateway('t'),
      tgwAttachment('a', 't', 'a', 'a'),
      tgwAttachment('b', 't', 'b', 'b'),
      tgwRouteTable('rt', 't', { associations: ['a', 'b'], propagations: ['a', 'b'] }),
      mainTable('a', 'a', { '10.0.0.0/8': 'transit-gateway:t' }),
      mainTable('b', 'b', { '10.0.0.0/8': 'transit-gateway:t' }),
    )
    expect(verdict(document, 'one', 'other')).toBe('OK')
  })
})

describe('OVL-2, OVL-3, OVL-4: the pattern, part by part', () => {
  it('OVL-2: without a routable block the load balancer cannot be told from hosts of A', () => {
    const inside = loadBalancer('lb', 'b', ['b-plain'], {
      ...groups('lb'),
      listeners: { 443: listener('HTTPS', 'tg') },
    })
    expect(toBalancer(pattern, inside)).toBe('NO(CIDR_OVERLAP)')
  })
  it('OVL-2: with a public NAT gateway it works too, for the transit gateway sees the private address', () => {
    expect(toBalancer(pattern, natGateway('n', 'a-routable'))).toBe('OK')
  })
  it('OVL-2: without the NAT gateway B answers into its own block', () => {
    const direct = routeTable('a-plain', 'a', { '100.64.2.0/24': 'transit-gateway:t' })
    expect(toBalancer(pattern, direct)).toMatch(/^NO<-/)
  })
  it('OVL-3: every hop of the request is where the pattern has it', () => {
    const { request } = ask(documentOf(pattern), 'client', 'load-balancer:lb')
    const terms = request.hops.map(({ term }) => term)
    const order = [
      'NAT gateway',
      'transit gateway route table',
      'Application Load Balancer',
      'network interface',
    ]
    expect(order.map((term) => terms.lastIndexOf(term))).toEqual(
      order.map((term) => terms.lastIndexOf(term)).toSorted((a, b) => a - b),
    )
    expect(order.every((term) => terms.includes(term))).toBe(true)
  })
  it.each([
    [
      'OVL-3: no route to the NAT gateway',
      routeTable('a-plain', 'a'),
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'OVL-3: no static route to B',
      tgwRouteTable('from-a', 't', { associations: ['a'] }),
      'NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'OVL-3: the listener is another',
      loadBalancer('lb', 'b', ['b-one', 'b-two'], {
        ...groups('lb'),
        listeners: { 8443: listener('HTTPS', 'tg') },
      }),
      'NO(ELBV2_LISTENERS_MISMATCH)',
    ],
    [
      'OVL-4: no static route back to A',
      tgwRouteTable('from-b', 't', { associations: ['b'] }),
      'NO<-(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)',
    ],
    [
      'OVL-4: the route back names another target',
      routeTable('b-routable', 'b', { '100.64.1.0/24': null }),
      'NO<-(BAD_STATE_ROUTE)',
    ],
  ])('%s', (_, change, expected) => {
    expect(toBalancer(pattern, change)).toBe(expected)
  })
  it('OVL-4: the subnet of the target needs no route, nor does one harm', () => {
    const extra = mainTable('b-main', 'b', { '100.64.1.0/24': 'transit-gateway:t' })
    expect(toBalancer(pattern, extra)).toBe('OK')
  })
})

describe('OVL-5: how the VPCs are attached', () => {
  it('through the routable subnets, in every zone of the load balancer', () => {
    const one = tgwAttachment('b', 't', 'b', 'b-one')
    expect(toBalancer(pattern, one)).toBe('NO<-(TGW_ROUTE_AZ_RESTRICTION)')
  })
  it('with static routes for the routable blocks only', () => {
    const wide = tgwRouteTable('from-a', 't', {
      associations: ['a'],
      routes: { '10.0.0.0/16': 'b' },
    })
    expect(toBalancer(pattern, wide)).toBe('NO(TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT)')
  })
})

describe('OVL-6: one direction', () => {
  it('nobody in B opens a connection to the NAT gateway', () => {
    const near = workload('near', 'b-one')
    expect(verdict(documentOf(pattern, near), 'near', '100.64.1.4')).toBe(
      'NO(NAT_UNSOLICITED_INBOUND)',
    )
  })
  it('nor from a subnet that has no way there', () => {
    expect(verdict(documentOf(pattern), 'server', '100.64.1.4')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
  it('a mirrored design opens the other one', () => {
    const mirrored = [
      natGateway('m', 'b-one', { connectivityType: 'private' }),
      mainTable('b-main', 'b', { '100.64.1.0/24': 'nat-gateway:m' }),
      subnet('a-two', 'a', '100.64.1.64/26', {
        routeTableId: 'route-table:a-routable',
        ...zone('b'),
      }),
      tgwAttachment('a', 't', 'a', ['a-routable', 'a-two']),
      open('back', 'a'),
      loadBalancer('back', 'a', ['a-routable', 'a-two'], {
        ...groups('back'),
        listeners: { 443: listener('HTTPS', 'back') },
      }),
      targetGroup('back', 'a', ['workload:client'], { protocol: 'HTTP', port: 80 }),
      open('server', 'b'),
    ]
    const document = documentOf(pattern, mirrored)
    expect(verdict(document, 'server', 'load-balancer:back')).toBe('OK')
    expect(verdict(documentOf(pattern), 'server', 'load-balancer:lb')).toBe('OK') // inside B
  })
})

describe('OVL-8: a private NAT gateway over a peering connection', () => {
  const over = [
    vpcs,
    nat,
    balancer,
    hosts,
    peering('p', 'a', 'b'),
    routeTable('a-plain', 'a', { '100.64.2.0/24': 'nat-gateway:n' }),
    routeTable('a-routable', 'a', { '100.64.2.0/24': 'vpc-peering-connection:p' }),
    routeTable('b-routable', 'b'),
    mainTable('b-main', 'b'),
  ]
  it('does not rescue VPCs that overlap in another block', () => {
    expect(toBalancer(over)).toBe('NO(BAD_STATE_ROUTE)')
  })
  it('serves VPCs that overlap in none', () => {
    const moved = [
      vpc('b', '10.1.0.0/16', { secondaryCidrBlocks: ['100.64.2.0/24'] }),
      subnet('b-plain', 'b', '10.1.0.0/24'),
      workload('server', 'b-plain', groups('server'), { privateIpAddress: '10.1.0.7' }),
    ]
    expect(toBalancer(over, moved)).toBe('OK')
  })
})

describe('OVL-9: a hub with two spokes of the same block', () => {
  const spoke = (name: string, ip: string) => [
    vpc(name, '10.2.0.0/16'),
    subnet(name, name, '10.2.0.0/24'),
    open(name, name),
    workload(name, name, groups(name), { privateIpAddress: ip }),
    peering(`hub-${name}`, 'hub', name),
    mainTable(name, name, { '10.0.0.0/16': `vpc-peering-connection:hub-${name}` }),
  ]
  const hub = (routes: Readonly<Record<string, string>>) =>
    documentOf(
      vpc('hub', '10.0.0.0/16'),
      subnet('hub', 'hub', '10.0.0.0/24'),
      open('hub', 'hub'),
      workload('hub', 'hub', groups('hub')),
      mainTable('hub', 'hub', routes),
      spoke('b', '10.2.0.5'),
      spoke('c', '10.2.0.9'),
    )
  const apart = {
    '10.2.0.5/32': 'vpc-peering-connection:hub-b',
    '10.2.0.9/32': 'vpc-peering-connection:hub-c',
  }
  it('works host by host', () => {
    expect(verdict(hub(apart), 'b', 'hub')).toBe('OK')
    expect(verdict(hub(apart), 'c', 'hub')).toBe('OK')
  })
  it('and not by the whole block', () => {
    const whole = hub({ '10.2.0.0/16': 'vpc-peering-connection:hub-c' })
    expect(verdict(whole, 'b', 'hub')).toBe('NO<-(RETURN_PATH_ASYMMETRIC)')
    expect(verdict(whole, 'c', 'hub')).toBe('OK')
  })
})

it('OVL-1: any host of a subnet is not any host of another with the same block', () => {
  const apart = (block: string) =>
    documentOf(
      vpc('a', '10.0.0.0/16'),
      subnet('a', 'a', '10.0.1.0/24'),
      mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
      vpc('b', `${block}.0.0/16`),
      subnet('b', 'b', `${block}.1.0/24`),
      mainTable('b', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
      peering('ab', 'a', 'b'),
    )
  expect(verdict(apart('10.0'), 'subnet:a', 'subnet:b')).toBe('NO(CIDR_OVERLAP)')
  expect(verdict(apart('10.1'), 'subnet:a', 'subnet:b')).toBe('OK')
})
