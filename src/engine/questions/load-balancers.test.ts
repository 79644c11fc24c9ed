import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf as documentOfList,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  networkAcl,
  aclAllow,
  networkInterface,
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
import { resolve } from '../network'
import { ask, told, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>

const documentOf = (...inputs: readonly unknown[]) =>
  documentOfList((inputs as readonly unknown[][]).flat(Infinity))

const zone = (letter: string) => ({ availabilityZone: `eu-west-1${letter}` })
const groups = (...names: readonly string[]) => ({
  securityGroupIds: names.map((name) => `security-group:${name}`),
})
const at = (name: string, ...faces: readonly string[]) => workload(name, faces, groups(name))

/** VPC v with public subnets in zones a and b, private ones beside them, and a client inside. */
const base = [
  vpc('v', '10.0.0.0/16', { ipv6CidrBlocks: ['2001:db8:0:100::/56'] }),
  internetGateway('igw', 'v'),
  mainTable('main', 'v'),
  routeTable('public', 'v', {
    '0.0.0.0/0': 'internet-gateway:igw',
    '::/0': 'internet-gateway:igw',
  }),
  subnet('pub-a', 'v', '10.0.100.0/24', {
    ...zone('a'),
    routeTableId: 'route-table:public',
    ipv6CidrBlock: '2001:db8:0:100::/64',
  }),
  subnet('pub-b', 'v', '10.0.101.0/24', {
    ...zone('b'),
    routeTableId: 'route-table:public',
    ipv6CidrBlock: '2001:db8:0:101::/64',
  }),
  subnet('pri-a', 'v', '10.0.0.0/24', { ...zone('a'), ipv6CidrBlock: '2001:db8:0:110::/64' }),
  subnet('pri-b', 'v', '10.0.1.0/24', zone('b')),
  subnet('pri-c', 'v', '10.0.2.0/24', zone('c')),
  securityGroup('lb', 'v', [tcp(443, '0.0.0.0/0'), tcp(443, '::/0'), tcp(80, '0.0.0.0/0')]),
  securityGroup('client', 'v'),
  at('client', 'pri-a'),
]
const both = ['pub-a', 'pub-b']
const facing = { scheme: 'internet-facing' }
const forwardTo = (protocol: string, ...names: readonly string[]) => ({
  listeners: { 443: listener(protocol, names) },
})

/** An Application Load Balancer with a listener on 443. */
const alb = (more: More = {}, subnets: readonly string[] = both) =>
  loadBalancer('alb', 'v', subnets, { ...groups('lb'), ...forwardTo('HTTPS', 'tg'), ...more })
/** A Network Load Balancer, made without security groups unless `more` says otherwise. */
const nlb = (more: More = {}, subnets: readonly string[] = both) =>
  loadBalancer('nlb', 'v', subnets, {
    type: 'network',
    securityGroupIds: null,
    ...forwardTo('TCP', 'tg'),
    ...more,
  })
const http = (targets: readonly (string | More)[], more: More = {}) =>
  targetGroup('tg', 'v', targets, { protocol: 'HTTP', port: 8080, ...more })
const overTcp = (targets: readonly (string | More)[], more: More = {}) =>
  targetGroup('tg', 'v', targets, { port: 8080, ...more })
const server = (name: string, subnetName: string, ...rules: readonly unknown[]) => [
  securityGroup(name, 'v', rules.length > 0 ? rules : [all('0.0.0.0/0'), all('::/0')]),
  at(name, subnetName),
]
const fromBalancer = tcp(8080, 'security-group:lb')

const toAlb = (document: ReturnType<typeof documentOf>, from = 'client') =>
  verdict(document, from, 'load-balancer:alb')
const toNlb = (document: ReturnType<typeof documentOf>, from = 'client') =>
  verdict(document, from, 'load-balancer:nlb')
/** Asked at the address of its node in zone a, where its name may lead elsewhere. */
const askNodeA = (document: ReturnType<typeof documentOf>, id: 'nlb' | 'alb') => {
  const nodes = resolve(document).interfacesOf(`load-balancer:${id}`)
  const node = nodes.find(({ availabilityZone }) => availabilityZone === 'eu-west-1a')
  return ask(document, 'client', node?.privateIp ?? '')
}
const toNodeA = (document: ReturnType<typeof documentOf>, id: 'nlb' | 'alb' = 'nlb') =>
  told(askNodeA(document, id))
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }

describe('section 10, the table', () => {
  const [chain, target] = server('server', 'pri-a', fromBalancer)
  it('row 1: ALB in public subnets, targets private, chain of security groups', () => {
    const document = documentOf(
      internet,
      base,
      alb(facing),
      http(['workload:server']),
      chain,
      target,
    )
    const answer = ask(document, 'internet:i', 'load-balancer:alb')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches).toHaveLength(2)
  })
  const vpcOnly = server('server', 'pri-a', tcp(8080, '10.0.0.0/16'))
  it('row 2: NLB with instance targets, target group admits the VPC only', () => {
    const document = documentOf(
      internet,
      base,
      nlb({ ...facing, crossZone: true }),
      vpcOnly,
      overTcp(['workload:server']),
    )
    expect(toNlb(document, 'internet:i')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('row 3: as row 2 with ip targets over TCP: the source is the NLB', () => {
    const document = documentOf(
      internet,
      base,
      nlb({ ...facing, crossZone: true }),
      vpcOnly,
      overTcp(['workload:server'], { targetType: 'ip' }),
    )
    expect(toNlb(document, 'internet:i')).toBe('OK')
  })
  it('row 4: no listener on the port', () => {
    const document = documentOf(base, alb(), http(['workload:server']), chain, target)
    expect(verdict(document, 'client', 'load-balancer:alb', 'tcp/80')).toBe(
      'NO(ELBV2_LISTENERS_MISMATCH)',
    )
  })
  it('row 5: the target group is empty', () => {
    expect(toAlb(documentOf(base, alb(), http([])))).toBe('NO(ELBV2_LISTENER_HAS_NO_TG)')
  })
})

describe('LB-3, LB-4: schemes', () => {
  const [chain, target] = server('server', 'pri-a', fromBalancer)
  const design = [internet, base, http(['workload:server']), chain, target]
  it('LB-3: internet-facing in private subnets gets the request, and the reply is lost', () => {
    const document = documentOf(design, alb(facing, ['pri-a', 'pri-b']))
    expect(toAlb(document, 'internet:i')).toBe('NO<-(NO_ROUTE_TO_DESTINATION)')
  })
  it('LB-3: the name of an internet-facing one means public addresses inside the VPC too', () => {
    const document = documentOf(design, alb(facing))
    expect(toAlb(document)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(document, 'client', '10.0.100.4')).toBe('OK')
  })
  it('LB-4: an internal one is out of reach of the internet, in public subnets too', () => {
    const document = documentOf(design, alb())
    expect(toAlb(document, 'internet:i')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(toAlb(document)).toBe('OK')
  })
  it.each([
    ['with routes on both sides', { '10.0.0.0/16': 'vpc-peering-connection:p' }, 'OK'],
    ['without one', {}, 'NO(NO_ROUTE_TO_DESTINATION)'],
  ])('LB-4: an internal one over a peering connection, %s', (_, routes, expected) => {
    const document = documentOf(
      design,
      alb({}, ['pri-a', 'pri-b']),
      vpc('w', '10.1.0.0/16'),
      subnet('w', 'w', '10.1.0.0/24'),
      mainTable('w-main', 'w', routes),
      mainTable('main', 'v', { '10.1.0.0/16': 'vpc-peering-connection:p' }),
      peering('p', 'v', 'w'),
      workload('far', 'w'),
    )
    expect(toAlb(document, 'far').replace('DISCONNECTED_VPCS', 'NO_ROUTE_TO_DESTINATION')).toBe(
      expected,
    )
  })
  it('LB-3: a dual-stack one answers IPv6 clients and still speaks IPv4 to its targets', () => {
    const document = documentOf(design, alb({ ...facing, ipAddressType: 'dualstack' }))
    const [face] = ask(document, 'internet:i', 'load-balancer:alb').branches
    expect(face?.verdict).toBe('reachable')
    const six = ask(document, 'internet:i', '2001:db8:0:100::4')
    expect(six.verdict).toBe('reachable')
    const opened = six.request.hops.find((hop) => hop.decision === 'translates')
    expect(opened?.after).toMatchObject({ source: '10.0.100.4', destination: '10.0.0.5' })
  })
  it('LB-3: one of IPv4 alone has no IPv6 address', () => {
    expect(verdict(documentOf(design, alb(facing)), 'internet:i', '2001:db8:0:100::4')).not.toBe(
      'OK',
    )
  })
})

describe('LB-5, SG-7: an Application Load Balancer ends the connection', () => {
  const design = (...rules: readonly unknown[]) =>
    documentOf(base, alb(), http(['workload:server']), server('server', 'pri-b', ...rules))
  it.each([
    ['LB-5: the group of the load balancer', fromBalancer, 'OK'],
    ['LB-5: the subnets of the load balancer', tcp(8080, '10.0.100.0/23'), 'OK'],
    [
      'LB-5: the listener port, not the target port',
      tcp(443, 'security-group:lb'),
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    ['LB-5: the subnet of the client', tcp(8080, '10.0.0.0/24'), 'NO(ENI_SG_RULES_MISMATCH)'],
    [
      'section 8 row 7: the group of the client',
      tcp(8080, 'security-group:client'),
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    ],
    [
      'SG-7: a group that the client is not in',
      tcp(8080, 'security-group:server'),
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
  ])('%s', (_, rule, expected) => {
    expect(toAlb(design(rule))).toBe(expected)
  })
  it('CL-8: the lost group has the mismatch as related code', () => {
    const { request, sentence } = ask(
      design(tcp(8080, 'security-group:client')),
      'client',
      'load-balancer:alb',
    )
    expect(request.hops.find((hop) => hop.decision === 'drops')?.related).toEqual([
      'ENI_SG_RULES_MISMATCH',
    ])
    expect(sentence).toContain('by way of load balancer alb')
  })
  it('CL-4: what the target answers belongs to the request until the client is answered', () => {
    const { request, reply } = ask(design(fromBalancer), 'client', 'load-balancer:alb')
    expect(request.hops.map((hop) => hop.term)).toEqual([
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'Application Load Balancer',
      'Application Load Balancer',
      'security group',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
    ])
    expect(reply?.hops.at(-1)?.after).toMatchObject({ source: '10.0.100.4', sourcePort: 443 })
  })
  it('LB-5: its own groups have to admit the client and let it out to the targets', () => {
    const closed = securityGroup('lb', 'v', [tcp(443, '10.0.1.0/24')])
    const mute = securityGroup('lb', 'v', [tcp(443, '0.0.0.0/0')], [tcp(8443, '0.0.0.0/0')])
    const rest = [alb(), http(['workload:server']), server('server', 'pri-b', fromBalancer)]
    expect(toAlb(documentOf(base, rest, closed))).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(toAlb(documentOf(base, rest, mute))).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it.each([
    ['the port range of load balancers', [1024, 65535], 'OK'],
    ['the listener port alone', [443, 443], 'NO<-(SUBNET_ACL_RESTRICTION)'],
  ] as const)('ACL-7: answers of targets come back to %s', (_, ports, expected) => {
    const document = documentOf(
      base,
      alb(),
      http(['workload:server']),
      server('server', 'pri-b', fromBalancer),
      networkAcl(
        'public',
        'v',
        {
          100: aclAllow('10.0.0.0/24', 'tcp', 443),
          110: aclAllow('10.0.1.0/24', 'tcp', [ports[0], ports[1]]),
        },
        { 100: aclAllow('0.0.0.0/0') },
      ),
      ...both.map((name, index) =>
        subnet(name, 'v', `10.0.${100 + index}.0/24`, {
          ...zone(index === 0 ? 'a' : 'b'),
          routeTableId: 'route-table:public',
          networkAclId: 'network-acl:public',
        }),
      ),
    )
    expect(toAlb(document)).toBe(expected)
  })
})

describe('LB-6: does the target see the client?', () => {
  const seen = (listening: string, group: More, target = 'workload:server') => {
    const document = documentOf(
      base,
      nlb({ ...forwardTo(listening, 'tg'), crossZone: true }),
      targetGroup('tg', 'v', [target], { port: 8080, ...group }),
      server('server', 'pri-b'),
    )
    const what = listening.includes('UDP') ? 'udp/443' : 'tcp/443'
    const { verdict: told, request } = ask(document, 'client', 'load-balancer:nlb', what)
    expect(told).toBe('reachable')
    return request.hops.at(-1)?.after.source === '10.0.0.4' ? 'client' : 'load balancer'
  }
  it.each([
    ['TCP', { protocol: 'TCP', targetType: 'instance' }, 'client'],
    ['TLS', { protocol: 'TLS', targetType: 'instance' }, 'client'],
    ['UDP', { protocol: 'UDP', targetType: 'instance' }, 'client'],
    ['TCP', { protocol: 'TCP', targetType: 'ip' }, 'load balancer'],
    ['TLS', { protocol: 'TCP', targetType: 'ip' }, 'load balancer'],
    ['UDP', { protocol: 'UDP', targetType: 'ip' }, 'client'],
    ['TCP_UDP', { protocol: 'TCP_UDP', targetType: 'ip' }, 'client'],
    ['TCP', { protocol: 'TCP', targetType: 'ip', preserveClientIp: true }, 'client'],
    ['TCP', { protocol: 'TCP', targetType: 'instance', preserveClientIp: false }, 'load balancer'],
    ['UDP', { protocol: 'UDP', targetType: 'ip', preserveClientIp: false }, 'client'], // always on
    ['TCP_UDP', { protocol: 'TCP_UDP', targetType: 'ip', preserveClientIp: false }, 'client'],
  ])('%s listener, %j: the %s', (listening, group, expected) => {
    expect(seen(listening, group)).toBe(expected)
  })
  it('LB-6: translation to the other family never keeps the address', () => {
    const document = documentOf(
      internet,
      base,
      nlb({ ...facing, ipAddressType: 'dualstack', crossZone: true }),
      overTcp(['workload:server']),
      server('server', 'pri-b'),
    )
    const { verdict: told, request } = ask(document, 'internet:i', '2001:db8:0:100::4')
    expect(told).toBe('reachable')
    expect(request.hops.at(-1)?.after).toMatchObject({
      source: '10.0.100.4',
      destination: '10.0.1.4',
    })
  })
  it('LB-6: an IPv6 client is kept towards IPv6 targets', () => {
    const document = documentOf(
      internet,
      base,
      nlb({ ...facing, ipAddressType: 'dualstack', crossZone: true }),
      overTcp(['2001:db8:0:110::99'], {
        targetType: 'ip',
        ipAddressType: 'ipv6',
        preserveClientIp: true,
      }),
      securityGroup('server', 'v', [all('::/0')]),
      workload('server', 'pri-a', groups('server'), { ipv6Addresses: ['2001:db8:0:110::99'] }),
    )
    const { verdict: told, request } = ask(document, 'internet:i', '2001:db8:0:100::4')
    expect(told).toBe('reachable')
    expect(request.hops.at(-1)?.after.source).toBe(request.hops[0]?.after.source)
  })
})

describe('WALK-11: a client that is preserved', () => {
  const design = [
    base,
    nlb({ crossZone: true }),
    overTcp(['workload:server']),
    server('server', 'pri-b'),
  ]
  it('the reply returns through the NLB, which answers from its own address', () => {
    const { verdict: told, reply } = ask(documentOf(design), 'client', 'load-balancer:nlb')
    expect(told).toBe('reachable')
    const through = reply?.hops.find((hop) => hop.term === 'Network Load Balancer')
    expect(through?.before).toMatchObject({ source: '10.0.1.4', destination: '10.0.0.4' })
    expect(through?.after).toMatchObject({ source: '10.0.100.4', sourcePort: 443 })
  })
  it('whatever the table of the target says', () => {
    const stray = routeTable('stray', 'v', { '10.0.0.0/24': 'network-interface:sink' })
    const document = documentOf(
      design,
      stray,
      networkInterface('sink', 'pri-c'),
      subnet('pri-b', 'v', '10.0.1.0/24', { ...zone('b'), routeTableId: 'route-table:stray' }),
    )
    expect(toNlb(document)).toBe('OK')
  })
  it('from the internet, although the target has no way there', () => {
    const document = documentOf(internet, design, nlb({ ...facing, crossZone: true }))
    expect(toNlb(document, 'internet:i')).toBe('OK')
  })
  it('a client in the subnet of the target is answered through the NLB too', () => {
    const document = documentOf(design, workload('near', 'pri-b'))
    const { verdict: told, reply } = ask(document, 'near', 'load-balancer:nlb')
    expect(told).toBe('reachable')
    expect(reply?.hops.some((hop) => hop.term === 'Network Load Balancer')).toBe(true)
  })
  it.each([
    ['the client', '10.0.0.0/24', 'OK'],
    ['the load balancer', '10.0.100.0/23', 'NO(SUBNET_ACL_RESTRICTION)'],
  ])('the network ACL of the target sees the client: one that admits %s', (_, block, expected) => {
    const document = documentOf(
      design,
      networkAcl('b', 'v', { 100: aclAllow(block) }, { 100: aclAllow('0.0.0.0/0') }),
      subnet('pri-b', 'v', '10.0.1.0/24', { ...zone('b'), networkAclId: 'network-acl:b' }),
    )
    expect(toNlb(document)).toBe(expected)
  })
  it.each([
    [
      'a group of the client',
      tcp(8080, 'security-group:client'),
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    ],
    ['the address of the client', tcp(8080, '10.0.0.0/24'), 'OK'],
    ['the address of the load balancer', tcp(8080, '10.0.100.0/23'), 'NO(ENI_SG_RULES_MISMATCH)'],
  ])('targets that admit %s', (_, rule, expected) => {
    expect(toNlb(documentOf(design, server('server', 'pri-b', rule)))).toBe(expected)
  })
})

describe('LB-7: where the client cannot be preserved', () => {
  const far = [
    vpc('w', '10.1.0.0/16'),
    subnet('w', 'w', '10.1.0.0/24', zone('a')),
    mainTable('w-main', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
    workload('far', 'w', {}, { privateIpAddress: '10.1.0.9' }),
    securityGroup('open', 'w', [all('0.0.0.0/0')]),
    workload('far', 'w', groups('open'), { privateIpAddress: '10.1.0.9' }),
    routeTable('public', 'v', { '10.1.0.0/16': 'vpc-peering-connection:p' }),
  ]
  const preserving = overTcp(['10.1.0.9'], { targetType: 'ip', preserveClientIp: true })
  const plain = overTcp(['10.1.0.9'], { targetType: 'ip' })
  it('in a VPC peered in the same Region it can, and the reply comes back through the NLB', () => {
    const document = documentOf(base, far, nlb(), preserving, peering('p', 'v', 'w'))
    expect(toNlb(document)).toBe('OK')
  })
  it('in a VPC peered across Regions it cannot', () => {
    const abroad = vpc('w', '10.1.0.0/16', { region: 'us-east-1' })
    const there = subnet('w', 'w', '10.1.0.0/24', { availabilityZone: 'us-east-1a' })
    const design = [base, far, abroad, there, nlb(), peering('p', 'v', 'w')]
    expect(toNlb(documentOf(design, preserving))).toBe('NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)')
    expect(toNlb(documentOf(design, plain))).toBe('OK')
  })
  it('behind a transit gateway it cannot', () => {
    const over = [
      transitGateway('t'),
      tgwAttachment('v', 't', 'v', both),
      tgwAttachment('w', 't', 'w', 'w'),
      tgwRouteTable('rt', 't', { associations: ['v', 'w'], propagations: ['v', 'w'] }),
      mainTable('w-main', 'w', { '10.0.0.0/16': 'transit-gateway:t' }),
      routeTable('public', 'v', { '10.1.0.0/16': 'transit-gateway:t' }),
    ]
    expect(toNlb(documentOf(base, far, over, nlb(), preserving))).toBe(
      'NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)',
    )
    expect(toNlb(documentOf(base, far, over, nlb(), plain))).toBe('OK')
  })
  it('a target that calls its own NLB fails, and does not when the client is not kept', () => {
    const design = [base, nlb({ crossZone: true }), server('server', 'pri-b')]
    const kept = overTcp(['workload:server'])
    const lost = overTcp(['workload:server'], { preserveClientIp: false })
    expect(toNlb(documentOf(design, kept), 'server')).toBe('NO(ELBV2_SOURCE_ADDRESS_PRESERVATION)')
    expect(toNlb(documentOf(design, lost), 'server')).toBe('OK')
  })
  it('of two targets one calls: only the way to itself fails', () => {
    const document = documentOf(
      base,
      nlb({ crossZone: true }),
      overTcp(['workload:server', 'workload:other']),
      server('server', 'pri-b'),
      server('other', 'pri-a'),
    )
    const answer = ask(document, 'server', 'load-balancer:nlb')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.branches.filter((branch) => branch.verdict === 'reachable')).toHaveLength(2)
  })
})

describe('LB-8: security groups of a Network Load Balancer', () => {
  const guarded = { ...groups('lb'), crossZone: true }
  const closed = securityGroup('lb', 'v', [tcp(443, '10.9.0.0/16')])
  it('made without any, everything reaches its listener', () => {
    const design = [base, closed, overTcp(['workload:server']), server('server', 'pri-b')]
    expect(toNlb(documentOf(design, nlb({ crossZone: true })))).toBe('OK')
    expect(toNlb(documentOf(design, nlb(guarded)))).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('targets may name its group although they see the client', () => {
    const design = [base, overTcp(['workload:server']), server('server', 'pri-b', fromBalancer)]
    expect(toNlb(documentOf(design, nlb(guarded)))).toBe('OK')
    expect(toNlb(documentOf(design, nlb({ crossZone: true })))).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})

describe('LB-9: what may be a target', () => {
  const elsewhere = [
    vpc('w', '10.1.0.0/16'),
    subnet('w', 'w', '10.1.0.0/24', zone('a')),
    mainTable('w-main', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
    securityGroup('open', 'w', [all('0.0.0.0/0')]),
    workload('far', 'w', groups('open'), { privateIpAddress: '10.1.0.9' }),
    peering('p', 'v', 'w'),
    routeTable('public', 'v', { '10.1.0.0/16': 'vpc-peering-connection:p' }),
  ]
  it.each([
    ['an instance of another VPC', ['workload:far'], { targetType: 'instance' }, 'NOT-MODELLED'],
    ['the same by address', ['10.1.0.9'], { targetType: 'ip' }, 'OK'],
    ['the same as a resource, by address', ['workload:far'], { targetType: 'ip' }, 'OK'],
    ['a public address', ['8.8.8.8'], { targetType: 'ip' }, 'NOT-MODELLED'],
    [
      'a private address that nobody has',
      ['10.1.0.77'],
      { targetType: 'ip' },
      'NO(NO_POSSIBLE_DESTINATION)',
    ],
    [
      'an address where instances are expected',
      ['10.1.0.9'],
      { targetType: 'instance' },
      'NOT-MODELLED',
    ],
  ])('%s', (_, targets, more, expected) => {
    expect(toAlb(documentOf(base, elsewhere, alb(), http(targets, more)))).toBe(expected)
  })
  it('a public range that the VPC has as a block is as good as a private one', () => {
    const document = documentOf(
      base,
      vpc('v', '10.0.0.0/16', {
        secondaryCidrBlocks: ['9.9.0.0/16'],
        ipv6CidrBlocks: ['2001:db8:0:100::/56'],
      }),
      subnet('odd', 'v', '9.9.0.0/24', zone('a')),
      workload('server', 'odd', groups('server'), { privateIpAddress: '9.9.0.9' }),
      securityGroup('server', 'v', [fromBalancer]),
      alb(),
      http(['9.9.0.9'], { targetType: 'ip' }),
    )
    expect(toAlb(document)).toBe('OK')
  })
  it.each([
    ['instance', 1],
    ['ip', 2],
  ])('an instance with two interfaces, target type %s: %i targets', (targetType, count) => {
    const document = documentOf(
      base,
      alb({}, ['pub-a']),
      http(['workload:server'], { targetType }),
      securityGroup('server', 'v', [fromBalancer]),
      at('server', 'pri-b', 'pub-b'),
      loadBalancer('alb', 'v', both, { ...groups('lb'), ...forwardTo('HTTPS', 'tg') }),
    )
    const { branches } = ask(document, 'client', '10.0.100.4')
    expect(branches).toHaveLength(count)
  })
  it('LB-12: an ECS service stands for all of its tasks', () => {
    const document = documentOf(
      base,
      alb(),
      http(['workload:tasks'], { targetType: 'ip' }),
      securityGroup('server', 'v', [fromBalancer]),
      workload('tasks', ['pri-a', 'pri-b'], { workloadType: 'ecs-service', ...groups('server') }),
    )
    const answer = ask(document, 'client', 'load-balancer:alb')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches).toHaveLength(4)
    expect(answer.branches[0]?.label).toBe('subnet pri-a to subnet pub-a, to 10.0.0.5:8080')
  })
  it('LB-12: and takes the port that a target is registered with', () => {
    const document = documentOf(
      base,
      alb(),
      http([{ targetId: 'workload:server', port: 9090 }], { targetType: 'ip' }),
      server('server', 'pri-b', tcp(9090, 'security-group:lb')),
    )
    expect(toAlb(document)).toBe('OK')
  })
  it('an interface of its own may be a target', () => {
    const document = documentOf(
      base,
      alb(),
      http(['network-interface:eni'], { targetType: 'ip' }),
      server('server', 'pri-b'),
      networkInterface('eni', 'pri-a', {
        instanceId: 'workload:server',
        groupIds: ['security-group:server'],
        privateIpAddress: '10.0.0.77',
      }),
    )
    const { request, verdict: told } = ask(document, 'client', 'load-balancer:alb')
    expect(told).toBe('reachable')
    expect(request.hops.at(-1)?.after.destination).toBe('10.0.0.77')
  })
})

describe('LB-10, CL-13: zones', () => {
  const inZone = (
    letter: string,
    more: More = {},
    group: More = {},
    subnets: readonly string[] = both,
  ) =>
    documentOf(
      base,
      nlb(more, subnets),
      overTcp(['workload:server'], group),
      server('server', `pri-${letter}`),
    )
  it.each([
    ['node in a, target in a, cross-zone off', inZone('a', {}, {}, ['pub-a']), 'OK'],
    [
      'node in a, target in c, which has no node',
      inZone('c', { crossZone: true }),
      'NO(ELB_INSTALLED_AZ_RESTRICTION)',
    ],
    ['nodes in a and b, target in b, cross-zone off', inZone('b'), 'NO(ELB_NOT_CROSSZONE)'],
    ['the same with cross-zone on', inZone('b', { crossZone: true }), 'OK'],
    ['CL-13: the target group turns it on', inZone('b', {}, { crossZone: true }), 'OK'],
    [
      'CL-13: the target group turns it off',
      inZone('b', { crossZone: true }, { crossZone: false }),
      'NO(ELB_NOT_CROSSZONE)',
    ],
  ])('%s', (_, document, expected) => {
    expect(toNodeA(document)).toBe(expected)
  })
  it('the code that tells of the zone is related', () => {
    const { request } = askNodeA(inZone('b'), 'nlb')
    expect(request.hops.at(-1)?.related).toEqual(['ELBV2_NO_TARGETS_IN_AZ'])
  })
  it.each([
    ['on by default', {}, 'OK'],
    ['off by the target group', { crossZone: false }, 'NO(ELB_NOT_CROSSZONE)'],
  ])('of an Application Load Balancer: %s', (_, more, expected) => {
    const document = documentOf(
      base,
      alb(),
      http(['workload:server'], more),
      server('server', 'pri-b', fromBalancer),
    )
    expect(toNodeA(document, 'alb')).toBe(expected)
  })
  it('an address outside the VPC counts for every zone, unless it is said to be in one', () => {
    const design = [
      base,
      vpc('w', '10.1.0.0/16'),
      subnet('w', 'w', '10.1.0.0/24', zone('a')),
      mainTable('w-main', 'w', { '10.0.0.0/16': 'vpc-peering-connection:p' }),
      securityGroup('open', 'w', [all('0.0.0.0/0')]),
      workload('far', 'w', groups('open'), { privateIpAddress: '10.1.0.9' }),
      peering('p', 'v', 'w'),
      routeTable('public', 'v', { '10.1.0.0/16': 'vpc-peering-connection:p' }),
      nlb(),
    ]
    const target = (availabilityZone: string | null) =>
      overTcp([{ ipAddress: '10.1.0.9', availabilityZone }], { targetType: 'ip' })
    expect(toNlb(documentOf(design, target(null)))).toBe('OK')
    const inA = documentOf(design, target('eu-west-1a'))
    const nodes = resolve(inA).interfacesOf('load-balancer:nlb')
    const inB = nodes.find(({ availabilityZone }) => availabilityZone === 'eu-west-1b')
    expect(verdict(inA, 'client', inB?.privateIp ?? '')).toBe('NO(ELB_NOT_CROSSZONE)')
    expect(toNodeA(inA)).toBe('OK')
  })
})

describe('LB-10, CL-14: the name leads only to nodes that have a healthy target', () => {
  const two = (first: string, second: string, more: More = {}) =>
    documentOf(
      base,
      nlb(more),
      overTcp([
        { targetId: 'workload:one', health: first },
        { targetId: 'workload:two', health: second },
      ]),
      server('one', 'pri-a', tcp(22, '0.0.0.0/0')),
      server('two', 'pri-b'),
    )
  const refused = 'NO(ENI_SG_RULES_MISMATCH)'
  it.each([
    ['healthy in b alone', two('unhealthy', 'healthy'), 'OK', refused],
    ['healthy in both', two('healthy', 'healthy'), refused, refused],
    ['healthy in none: all nodes', two('unhealthy', 'unhealthy'), refused, refused],
    [
      'healthy in b alone, cross-zone on',
      two('unhealthy', 'healthy', { crossZone: true }),
      'OK',
      'OK',
    ],
  ])('%s', (_, document, byName, byNodeA) => {
    expect(toNlb(document)).toBe(byName)
    expect(toNodeA(document)).toBe(byNodeA)
  })
  it('a zone without any target of one of two groups is left out', () => {
    const listeners = { 443: listener('TCP', ['tg']), 80: listener('TCP', ['other']) }
    const document = documentOf(
      base,
      nlb({ listeners }),
      overTcp(['workload:one', 'workload:two']),
      targetGroup('other', 'v', ['workload:two'], { port: 8080 }),
      server('one', 'pri-a', tcp(22, '0.0.0.0/0')),
      server('two', 'pri-b'),
    )
    expect(toNlb(document)).toBe('OK')
    expect(toNodeA(document)).toBe(refused)
  })
  it('with targets in one zone only, it leads there', () => {
    const document = documentOf(
      base,
      nlb(),
      overTcp(['workload:server']),
      server('server', 'pri-b'),
    )
    expect(toNlb(document)).toBe('OK')
    expect(toNodeA(document)).toBe('NO(ELB_NOT_CROSSZONE)')
  })
})

describe('CL-14: health', () => {
  const two = (first: string, second: string) =>
    documentOf(
      base,
      alb(),
      http([
        { targetId: 'workload:one', health: first },
        { targetId: 'workload:two', health: second },
      ]),
      server('one', 'pri-a', fromBalancer),
      server('two', 'pri-b', tcp(22, '0.0.0.0/0')),
    )
  it.each([
    ['healthy', 'unhealthy', 'OK', false],
    ['healthy', 'healthy', 'NO(ENI_SG_RULES_MISMATCH)', false],
    ['unhealthy', 'healthy', 'NO(ENI_SG_RULES_MISMATCH)', false],
    ['unhealthy', 'unhealthy', 'NO(ENI_SG_RULES_MISMATCH)', true], // fails open to both
    ['unhealthy', 'draining', 'OK', true],
    ['draining', 'draining', 'NO(ELBV2_LISTENER_HAS_NO_TG)', false],
    ['unavailable', 'initial', 'OK', false], // nobody checks the first
  ])('%s and %s: %s', (first, second, expected, warned) => {
    const document = two(first, second)
    expect(toAlb(document)).toBe(expected)
    expect(ask(document, 'client', 'load-balancer:alb').details.includes('UNHEALTHY_TARGETS')).toBe(
      warned,
    )
  })
  it('LB-11: a health check is a question of its own, from the nodes to a target', () => {
    const checked = (...rules: readonly unknown[]) =>
      documentOf(
        base,
        alb(),
        http(['workload:server'], { healthCheckPort: 8081 }),
        server('server', 'pri-b', ...rules),
      )
    const check = (document: ReturnType<typeof documentOf>, what: string) =>
      verdict(document, 'load-balancer:alb', 'server', what)
    expect(check(checked(tcp(8081, 'security-group:lb')), 'tcp/8081')).toBe('OK')
    expect(check(checked(fromBalancer), 'tcp/8081')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(check(checked(fromBalancer), 'tcp/8080')).toBe('OK')
    expect(check(checked(fromBalancer), 'tcp/22')).toBe('NOT-MODELLED')
    expect(verdict(checked(), 'load-balancer:alb', 'client', 'tcp/8080')).toBe('NOT-MODELLED')
  })
})

describe('CL-12: listeners', () => {
  const design = [base, http(['workload:server']), server('server', 'pri-b', fromBalancer)]
  const listening = (it: unknown, protocol = 'HTTPS') =>
    alb({ listeners: { 443: { protocol, defaultAction: it } } })
  it.each(['redirect', 'fixed-response'])('%s is answered by the load balancer itself', (type) => {
    const answer = ask(documentOf(design, listening({ type })), 'client', 'load-balancer:alb')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.because).toEqual({
      type: 'listener',
      loadBalancerId: 'load-balancer:alb',
      port: 443,
    })
    expect(answer.reply?.hops[0]?.term).toBe('Application Load Balancer')
  })
  it('other rules than the default action are told', () => {
    const defaultAction = { type: 'forward', targetGroups: { 'target-group:tg': {} } }
    const rules = { 10: { pathPatterns: ['/old'], action: { type: 'redirect' } } }
    const ruled = alb({ listeners: { 443: { protocol: 'HTTPS', defaultAction, rules } } })
    const details = (it: unknown) =>
      ask(documentOf(design, it), 'client', 'load-balancer:alb').details
    expect(details(ruled)).toContain('OTHER_LISTENER_RULES')
    expect(details(alb())).not.toContain('OTHER_LISTENER_RULES')
  })
  it('every target group with a weight gets its share', () => {
    const weighed = (weight: number) =>
      documentOf(
        design,
        targetGroup('empty', 'v', [], { protocol: 'HTTP' }),
        listening({
          type: 'forward',
          targetGroups: { 'target-group:tg': {}, 'target-group:empty': { weight } },
        }),
      )
    expect(toAlb(weighed(0))).toBe('OK')
    expect(toAlb(weighed(1))).toBe('NO(ELBV2_LISTENER_HAS_NO_TG)')
    expect(ask(weighed(1), 'client', 'load-balancer:alb').details).toContain('PARTIAL')
  })
  it('forwards to nothing', () => {
    const document = documentOf(design, listening({ type: 'forward', targetGroups: {} }))
    expect(toAlb(document)).toBe('NO(ELBV2_LISTENER_HAS_NO_TG)')
  })
  it.each([
    ['TCP', 'tcp/443', 'OK'],
    ['TCP', 'udp/443', 'NO(ELBV2_LISTENERS_MISMATCH)'],
    ['TLS', 'tcp/443', 'OK'],
    ['UDP', 'udp/443', 'OK'],
    ['UDP', 'tcp/443', 'NO(ELBV2_LISTENERS_MISMATCH)'],
    ['TCP_UDP', 'tcp/443', 'OK'],
    ['TCP_UDP', 'udp/443', 'OK'],
    ['QUIC', 'udp/443', 'OK'],
    ['TCP', 'icmp', 'NO(ELBV2_LISTENERS_MISMATCH)'],
    ['TCP', 'tcp', 'NO(ELBV2_LISTENERS_MISMATCH)'], // every port
  ])('a listener of %s and %s: %s', (protocol, what, expected) => {
    const document = documentOf(
      base,
      nlb({ ...forwardTo(protocol, 'tg'), crossZone: true }),
      overTcp(['workload:server'], { protocol }),
      server('server', 'pri-b'),
    )
    expect(verdict(document, 'client', 'load-balancer:nlb', what)).toBe(expected)
  })
  it.each([
    ['HTTP', 'OK'],
    ['TCP', 'NO(ELBV2_LISTENER_REQUIRES_TG_ACCEPT)'],
  ])('a listener of HTTPS and a target group of %s: %s', (protocol, expected) => {
    expect(toAlb(documentOf(design, alb(), http(['workload:server'], { protocol })))).toBe(expected)
  })
  it.each([
    ['active', 'OK'],
    ['active_impaired', 'OK'],
    ['provisioning', 'NO(BAD_STATE)'],
    ['failed', 'NO(BAD_STATE)'],
  ])('a load balancer that is %s: %s', (state, expected) => {
    expect(toAlb(documentOf(design, alb({ state })))).toBe(expected)
  })
})

describe('an Application Load Balancer behind a Network Load Balancer', () => {
  const design = (rule: unknown) =>
    documentOf(
      base,
      securityGroup('lb', 'v', [rule]),
      alb({}, ['pri-a', 'pri-b']),
      http(['workload:server']),
      server('server', 'pri-b', fromBalancer),
      nlb(forwardTo('TCP', 'front')),
      targetGroup('front', 'v', ['load-balancer:alb'], { targetType: 'alb', port: 443 }),
    )
  it('sees the client, and answers through both', () => {
    const { verdict: told, reply } = ask(
      design(tcp(443, '10.0.0.0/24')),
      'client',
      'load-balancer:nlb',
    )
    expect(told).toBe('reachable')
    expect(
      reply?.hops.filter((hop) => hop.decision === 'translates').map((hop) => hop.name),
    ).toEqual(['alb', 'nlb'])
  })
  it('has to admit the client, not the addresses before it', () => {
    expect(toNlb(design(tcp(443, '10.0.100.0/23')))).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})

describe('the address that a client asked', () => {
  it('answers it, in every hop of the reply after the node', () => {
    const document = documentOf(
      internet,
      base,
      alb(facing),
      http(['workload:server']),
      server('server', 'pri-b', fromBalancer),
    )
    const { reply, question: asked, request } = ask(document, 'internet:i', 'load-balancer:alb')
    expect(asked.destination).toEqual({ type: 'resource', id: 'load-balancer:alb' })
    expect(reply?.hops.at(-1)?.before.source).toBe(request.hops[0]?.before.destination)
  })
  it('what leaves a node for a target is no answer to what the client sent elsewhere', () => {
    const document = documentOf(base, alb(), http(['workload:server']), server('server', 'pri-b'))
    expect(verdict(document, 'client', 'server', 'tcp/8080')).toBe('OK')
    expect(verdict(document, 'server', '10.0.100.4', 'tcp/8081')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
})
