import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  networkInterface,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const open = { securityGroupIds: ['security-group:open'] }
const unchecked = { sourceDestCheck: false }
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }

/** An appliance in subnet `mid` that forwards, unless `more` or `face` say otherwise. */
const appliance = (more: More = {}, face: More = {}, place = 'mid') =>
  workload(
    'fw',
    place,
    { ...open, workloadType: 'appliance', forwarding: 'forward', ...more },
    { ...unchecked, ...face },
  )

/**
 * Subnets A and B of one VPC, an appliance between them: each table sends what is for the other
 * subnet to it, unless `a` or `b` say otherwise.
 */
const between = (
  box: unknown = appliance(),
  { a, b }: { readonly a?: object; readonly b?: object } = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('main', 'v'),
    routeTable('a', 'v', { '10.0.2.0/24': 'workload:fw', ...a }),
    routeTable('b', 'v', { '10.0.1.0/24': 'workload:fw', ...b }),
    subnet('a', 'v', '10.0.1.0/24', { routeTableId: 'route-table:a' }),
    subnet('b', 'v', '10.0.2.0/24', { routeTableId: 'route-table:b' }),
    subnet('mid', 'v', '10.0.3.0/24'),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload('a', 'a', open),
    workload('a2', 'a', open),
    workload('b', 'b', open),
    box,
    ...more,
  )

const devices = (document: Parameters<typeof ask>[0], from: string, to: string) =>
  ask(document, from, to).request.hops.map((hop) => hop.component)

describe('section 2', () => {
  it('row 4: the CIDR of subnet B to an interface, mirrored in B: by the appliance, then local', () => {
    const answer = ask(between(), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.map((hop) => hop.term)).toEqual([
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
      'security group',
      'network ACL',
      'route table',
      'network ACL',
      'security group',
      'network interface',
    ])
    expect(answer.reply?.hops.map((hop) => hop.component)).toContain('workload:fw')
  })
  it('row 4: the same by the ID of the network interface', () => {
    const routes = { a: { '10.0.2.0/24': 'network-interface:eni' } }
    const eni = networkInterface('eni', 'mid', {
      instanceId: 'workload:fw',
      groupIds: ['security-group:open'],
      ...unchecked,
    })
    const box = appliance({}, { sourceDestCheck: true }, 'home')
    const back = { b: { '10.0.1.0/24': 'network-interface:eni' } }
    const home = subnet('home', 'v', '10.0.4.0/24')
    expect(verdict(between(box, { ...routes, ...back }, eni, home), 'a', 'b')).toBe('OK')
  })
  it('row 8, trap 3: inside a subnet the appliance is bypassed (RT-18)', () => {
    const document = between(appliance(), { a: { '10.0.1.0/24': 'workload:fw' } })
    expect(verdict(document, 'a', 'a2')).toBe('OK')
    expect(devices(document, 'a', 'a2')).not.toContain('workload:fw')
  })
})

describe('RT-4: the local route may lead to a device instead', () => {
  const whole = { a: { '10.0.0.0/16': 'workload:fw' }, b: { '10.0.0.0/16': 'workload:fw' } }
  it('all that leaves the subnet for the VPC goes by it', () => {
    const bare = documentOf(
      ...Object.values(between().resources),
      routeTable('a', 'v', { '10.0.0.0/16': 'workload:fw' }),
      routeTable('b', 'v', { '10.0.0.0/16': 'workload:fw' }),
    )
    expect(verdict(bare, 'a', 'b')).toBe('OK')
    expect(devices(bare, 'a', 'b')).toContain('workload:fw')
  })
  it('in the subnet of the device too it goes round for ever', () => {
    const table = mainTable('main', 'v', { '10.0.0.0/16': 'workload:fw' })
    expect(verdict(between(appliance(), whole, table), 'a', 'b')).toBe('NO(LOOP_DETECTED)')
  })
})

describe('RT-19: what forwards', () => {
  it.each([
    [
      'with the check on',
      appliance({}, { sourceDestCheck: true }),
      'ENI_SOURCE_DEST_CHECK_RESTRICTION',
    ],
    ['stopped', appliance({ state: 'stopped' }), 'BAD_STATE'],
    [
      'an instance that does not forward',
      appliance({ forwarding: 'none' }),
      'NO_POSSIBLE_DESTINATION',
    ],
    ['one that drops', appliance({ forwarding: 'drop' }), 'FIREWALL_RULES_RESTRICTION'],
  ])('%s: %s', (_, box, code) => {
    expect(verdict(between(box), 'a', 'b')).toBe(`NO(${code})`)
  })
  it('takes what is addressed to itself, check on or off', () => {
    const toMid = { a: { '10.0.3.0/24': 'workload:fw' } }
    const box = appliance({ forwarding: 'none' }, { sourceDestCheck: true })
    expect(verdict(between(box, toMid), 'a', 'fw')).toBe('OK')
  })
  it('its own groups and network ACL are asked, in and out', () => {
    const closed = (ingress: readonly unknown[], egress: readonly unknown[]) => [
      securityGroup('fw', 'v', ingress, egress),
    ]
    const box = appliance({ securityGroupIds: ['security-group:fw'] })
    const anywhere = [all('0.0.0.0/0')]
    expect(verdict(between(box, {}, closed([tcp(22, '0.0.0.0/0')], anywhere)), 'a', 'b')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    expect(verdict(between(box, {}, closed(anywhere, [tcp(22, '0.0.0.0/0')])), 'a', 'b')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    expect(verdict(between(box, {}, closed(anywhere, anywhere)), 'a', 'b')).toBe('OK')
  })
  it('an interface attached to nothing forwards nothing', () => {
    const routes = { a: { '10.0.2.0/24': 'network-interface:eni' } }
    const eni = networkInterface('eni', 'mid', unchecked)
    expect(verdict(between(appliance(), routes, eni), 'a', 'b')).toBe('NO(BAD_STATE_ROUTE)')
    expect(ask(between(appliance(), routes, eni), 'a', 'b').codes).toContain('BAD_STATE_ATTACHMENT')
  })
})

describe('RT-20: behind an appliance the table of its own subnet decides', () => {
  it('without a route there the packet ends', () => {
    const far = {
      a: { '10.9.0.0/16': 'workload:fw' },
    }
    const document = between(appliance(), far, vpc('w', '10.9.0.0/16'))
    expect(verdict(document, 'a', '10.9.0.5')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    const hops = ask(document, 'a', '10.9.0.5').request.hops
    expect(hops.at(-1)?.at).toBe('subnet:mid')
  })
})

describe('WALK-15: a private address outside every VPC that a route to an instance is written for', () => {
  it.each(['192.168.9.9/32', '192.168.0.0/16'])(
    '%s: it may have it itself, as an overlay address, or a tunnel to it',
    (block) => {
      expect(
        verdict(between(appliance(), { a: { [block]: 'workload:fw' } }), 'a', '192.168.9.9'),
      ).toBe('NOT-MODELLED')
    },
  )
  it('is nobody where the instance only gets it by default, or is no appliance', () => {
    const byDefault = { a: { '0.0.0.0/0': 'workload:fw' } }
    expect(verdict(between(appliance(), byDefault), 'a', '192.168.9.9')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
    const own = { a: { '192.168.9.9/32': 'workload:fw' } }
    expect(
      verdict(between(appliance({}, { sourceDestCheck: true }), own), 'a', '192.168.9.9'),
    ).toBe('NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)')
    expect(verdict(between(appliance({ state: 'stopped' }), own), 'a', '192.168.9.9')).toBe(
      'NO(BAD_STATE)',
    )
  })
})

describe('several interfaces of an appliance', () => {
  const inner = { '10.0.2.0/24': 'network-interface:in' }
  const both = (...more: readonly unknown[]) =>
    between(
      workload('fw', 'mgmt', { ...open, forwarding: 'forward' }),
      { a: inner, b: { '10.0.1.0/24': 'network-interface:out' } },
      subnet('mgmt', 'v', '10.0.9.0/24'),
      subnet('out', 'v', '10.0.4.0/24'),
      networkInterface('in', 'mid', {
        instanceId: 'workload:fw',
        groupIds: ['security-group:open'],
        ...unchecked,
      }),
      networkInterface('out', 'out', {
        instanceId: 'workload:fw',
        groupIds: ['security-group:open'],
        ...unchecked,
      }),
      ...more,
    )
  it('in by one and out by the other; the one for management has its check on', () => {
    const answer = ask(both(), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(
      answer.request.hops.filter((hop) => hop.term === 'network ACL').map((it) => it.at),
    ).toEqual(['subnet:a', 'subnet:mid', 'subnet:out', 'subnet:b'])
  })
  it('the reply goes out where the request came in', () => {
    const hops = ask(both(), 'a', 'b').reply?.hops ?? []
    expect(hops.filter((hop) => hop.term === 'network ACL').map((it) => it.at)).toEqual([
      'subnet:b',
      'subnet:out',
      'subnet:mid',
      'subnet:a',
    ])
  })
  it('of three there is no telling', () => {
    const third = [
      subnet('third', 'v', '10.0.5.0/24'),
      networkInterface('third', 'third', { instanceId: 'workload:fw', ...unchecked }),
    ]
    expect(verdict(both(third), 'a', 'b')).toBe('NOT-MODELLED')
  })
  it('AWS takes an instance with several as no target', () => {
    const document = both(routeTable('a', 'v', { '10.0.2.0/24': 'workload:fw' }))
    expect(verdict(document, 'a', 'b')).toBe('NOT-MODELLED')
    expect(ask(document, 'a', 'b').missing[0]).toContain('Name one of its interfaces')
  })
})

describe('SG-7, trap 8: the group of the sender is not known behind an appliance', () => {
  it('where the rule names it', () => {
    const groups = [
      securityGroup('client', 'v'),
      securityGroup('b', 'v', [all('security-group:client')]),
      workload('a', 'a', { securityGroupIds: ['security-group:client'] }),
      workload('b', 'b', { securityGroupIds: ['security-group:b'] }),
    ]
    expect(verdict(between(appliance(), {}, groups), 'a', 'b')).toBe(
      'NO(SG_REFERENCES_NOT_PRESERVED)',
    )
    const direct = documentOf(
      ...Object.values(between(appliance(), {}, groups).resources),
      routeTable('a', 'v'),
      routeTable('b', 'v'),
    )
    expect(verdict(direct, 'a', 'b')).toBe('OK')
  })
})

describe('CL-7: an appliance that keeps state sees both directions', () => {
  const oneWay = (box: unknown) =>
    documentOf(...Object.values(between(box).resources), routeTable('b', 'v'))
  const backOnly = (box: unknown) =>
    documentOf(...Object.values(between(box).resources), routeTable('a', 'v'))
  it('the reply goes past it', () => {
    expect(verdict(oneWay(appliance()), 'a', 'b')).toBe('NO<-(MIDDLEBOX_ASYMMETRIC)')
  })
  it('the reply runs into it', () => {
    expect(verdict(backOnly(appliance()), 'a', 'b')).toBe('NO<-(MIDDLEBOX_ASYMMETRIC)')
  })
  it('trap 27: one that keeps none does not mind', () => {
    expect(verdict(oneWay(appliance({ stateful: false })), 'a', 'b')).toBe('OK')
    expect(verdict(backOnly(appliance({ stateful: false })), 'a', 'b')).toBe('OK')
  })
  it('but its groups do: they keep state, and what they did not see is new to them (SG-1)', () => {
    const box = appliance({ stateful: false, securityGroupIds: ['security-group:fw'] })
    const group = securityGroup('fw', 'v', [tcp(443, '0.0.0.0/0')])
    const document = documentOf(...Object.values(backOnly(box).resources), group)
    expect(verdict(document, 'a', 'b')).toBe('NO<-(ENI_SG_RULES_MISMATCH)')
  })
  it('request and reply by different appliances', () => {
    const second = [
      workload('fw2', 'mid', { ...open, forwarding: 'forward' }, unchecked),
      routeTable('b', 'v', { '10.0.1.0/24': 'workload:fw2' }),
    ]
    const document = documentOf(...Object.values(between().resources), second)
    expect(verdict(document, 'a', 'b')).toBe('NO<-(MIDDLEBOX_ASYMMETRIC)')
  })
})

describe('section 12.3', () => {
  const sites = (box: unknown) =>
    documentOf(
      vpc('a', '10.0.0.0/16'),
      vpc('b', '10.1.0.0/16'),
      peering('ab', 'a', 'b'),
      mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
      routeTable('b', 'b', { '10.0.0.0/16': 'workload:fw' }),
      mainTable('b-mid', 'b', { '10.0.0.0/16': 'vpc-peering-connection:ab' }),
      subnet('a', 'a', '10.0.1.0/24'),
      subnet('b', 'b', '10.1.1.0/24', { routeTableId: 'route-table:b' }),
      subnet('b-mid', 'b', '10.1.2.0/24'),
      securityGroup('a', 'a', [all('0.0.0.0/0')]),
      securityGroup('open', 'b', [all('0.0.0.0/0')]),
      workload('a', 'a', { securityGroupIds: ['security-group:a'] }),
      workload('b', 'b', open),
      box,
    )
  it('row 3: a reply by another way, nothing on it that keeps state', () => {
    const answer = ask(sites(appliance({ stateful: false }, {}, 'b-mid')), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.details).toContain('ASYMMETRIC_PATH')
  })
  it('row 4: with a firewall on one way only', () => {
    expect(verdict(sites(appliance({}, {}, 'b-mid')), 'a', 'b')).toBe('NO<-(MIDDLEBOX_ASYMMETRIC)')
  })
})

/** A NAT instance in a public subnet, which a private one uses. */
const natInstance = (face: More = {}, more: More = {}, ...others: readonly unknown[]) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16'),
    internetGateway('g', 'v'),
    routeTable('pub', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    routeTable('pri', 'v', { '0.0.0.0/0': 'workload:nat' }),
    subnet('pub', 'v', '10.0.1.0/24', { routeTableId: 'route-table:pub' }),
    subnet('pri', 'v', '10.0.2.0/24', { routeTableId: 'route-table:pri' }),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload(
      'nat',
      'pub',
      { ...open, forwarding: 'masquerade', ...more },
      {
        ...unchecked,
        publicAddress: 'elastic-ip',
        publicIp: '198.51.100.9',
        ...face,
      },
    ),
    workload('app', 'pri', open),
    ...others,
  )

describe('CL-15: a NAT instance', () => {
  it('gives its own address, which the internet gateway translates', () => {
    const answer = ask(natInstance(), 'app', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.at(-1)?.after.source).toBe('198.51.100.9')
  })
  it('that only forwards leaves the private address, which the gateway refuses (NET-7)', () => {
    expect(verdict(natInstance({}, { forwarding: 'forward' }), 'app', 'internet:i')).toBe(
      'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)',
    )
  })
  it('needs its check off', () => {
    expect(verdict(natInstance({ sourceDestCheck: true }), 'app', 'internet:i')).toBe(
      'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)',
    )
  })
  it('is known by its own group, no longer by that of who uses it', () => {
    const far = (from: string) => [
      routeTable('pri', 'v', { '0.0.0.0/0': 'workload:nat', '10.0.3.0/24': 'workload:nat' }),
      subnet('far', 'v', '10.0.3.0/24'),
      securityGroup('nat', 'v', [all('0.0.0.0/0')]),
      securityGroup('far', 'v', [all(from)]),
      workload('far', 'far', { securityGroupIds: ['security-group:far'] }),
    ]
    const nat = { securityGroupIds: ['security-group:nat'] }
    expect(verdict(natInstance({}, nat, far('security-group:nat')), 'app', 'far')).toBe('OK')
    expect(verdict(natInstance({}, nat, far('security-group:open')), 'app', 'far')).not.toBe('OK')
  })
  it('RT-19: by which of two interfaces it sends is not told, for the other may have its check on', () => {
    const lan = [
      routeTable('pri', 'v', { '0.0.0.0/0': 'network-interface:lan' }),
      subnet('lan', 'v', '10.0.3.0/24'),
      networkInterface('lan', 'lan', {
        instanceId: 'workload:nat',
        groupIds: ['security-group:open'],
        ...unchecked,
      }),
    ]
    const guarded = natInstance({ sourceDestCheck: true }, {}, ...lan)
    expect(verdict(guarded, 'app', 'internet:i')).toBe('NOT-MODELLED')
    expect(verdict(natInstance({}, {}, ...lan), 'app', 'internet:i')).toBe('OK')
  })
  it('is no way in', () => {
    expect(verdict(natInstance(), 'internet:i', 'app')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('takes connections of its own', () => {
    expect(verdict(natInstance(), 'internet:i', 'nat')).toBe('OK')
  })
  it('a reply that runs into it is given another source', () => {
    const host = workload('web', 'pri', open, { publicAddress: 'elastic-ip' })
    expect(verdict(natInstance({}, {}, host), 'internet:i', 'web')).toBe(
      'NO<-(RETURN_PATH_ASYMMETRIC)',
    )
  })
})

/**
 * Web hosts with public addresses in subnet `web`; the internet gateway's own table sends what is
 * for them to an appliance in `mid`.
 */
const edge = ({
  web = { '0.0.0.0/0': 'workload:fw' },
  routes = { '10.0.2.0/24': 'workload:fw' },
  box = appliance({}, { publicAddress: 'elastic-ip' }),
  more = [],
}: {
  readonly web?: Record<string, string>
  readonly routes?: Record<string, string>
  readonly box?: unknown
  readonly more?: readonly unknown[]
} = {}) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16'),
    internetGateway('g', 'v'),
    routeTable('edge', 'v', routes, { gatewayId: 'internet-gateway:g' }),
    routeTable('web', 'v', web),
    routeTable('mid', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    subnet('web', 'v', '10.0.2.0/24', { routeTableId: 'route-table:web' }),
    subnet('mid', 'v', '10.0.3.0/24', { routeTableId: 'route-table:mid' }),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload('web', 'web', open, { publicAddress: 'elastic-ip' }),
    natGateway('n', 'mid'),
    box,
    more,
  )

describe('RT-15: the table of an internet gateway', () => {
  it('sends what comes in by the appliance, and the reply goes back by it', () => {
    const answer = ask(edge(), 'internet:i', 'web')
    expect(answer.verdict).toBe('reachable')
    expect(answer.request.hops.map((hop) => hop.component)).toContain('route-table:edge')
    expect(answer.reply?.hops.map((hop) => hop.component)).toContain('workload:fw')
  })
  it('so do answers to what was opened from inside', () => {
    const answer = ask(edge(), 'web', 'internet:i')
    expect(answer.verdict).toBe('reachable')
    expect(answer.reply?.hops.map((hop) => hop.component)).toContain('route-table:edge')
  })
  it('with the local route alone it delivers', () => {
    const document = edge({ routes: {}, web: { '0.0.0.0/0': 'internet-gateway:g' } })
    expect(verdict(document, 'internet:i', 'web')).toBe('OK')
    expect(devices(document, 'internet:i', 'web')).not.toContain('workload:fw')
  })
  it.each([
    ['a part of a subnet', { '10.0.2.0/25': 'workload:fw' }],
    ['anything outside the VPC', { '0.0.0.0/0': 'workload:fw' }],
    ['a NAT gateway as target', { '10.0.2.0/24': 'nat-gateway:n' }],
  ])('AWS refuses %s, so that local decides', (_, routes) => {
    const document = edge({ routes, web: { '0.0.0.0/0': 'internet-gateway:g' } })
    expect(verdict(document, 'internet:i', 'web')).toBe('OK')
  })
  it('RT-2: the main table is no gateway table', () => {
    const main = routeTable(
      'edge',
      'v',
      { '10.0.2.0/24': 'workload:fw' },
      {
        gatewayId: 'internet-gateway:g',
        main: true,
      },
    )
    const document = edge({ web: { '0.0.0.0/0': 'internet-gateway:g' }, more: [main] })
    expect(verdict(document, 'internet:i', 'web')).toBe('OK')
  })
})

describe('RT-16: the appliance behind a gateway table', () => {
  it('needs a public address', () => {
    expect(verdict(edge({ box: appliance() }), 'internet:i', 'web')).toBe(
      'NO(INGRESS_RTB_NO_PUBLIC_IP)',
    )
  })
  it('needs to run', () => {
    const box = appliance({ state: 'stopped' }, { publicAddress: 'elastic-ip' })
    expect(verdict(edge({ box }), 'internet:i', 'web')).toBe('NO(BAD_STATE)')
  })
})

describe('RT-17: what comes in by the appliance goes out by it', () => {
  it('a reply straight to the gateway', () => {
    const document = edge({ web: { '0.0.0.0/0': 'internet-gateway:g' } })
    expect(verdict(document, 'internet:i', 'web')).toBe('NO<-(INGRESS_RTB_TRAFFIC_REDIRECTION)')
  })
  it('a request straight to the gateway', () => {
    const document = edge({ web: { '0.0.0.0/0': 'internet-gateway:g' } })
    expect(verdict(document, 'web', 'internet:i')).toBe('NO(INGRESS_RTB_TRAFFIC_REDIRECTION)')
  })
  it('whether or not the appliance keeps state', () => {
    const box = appliance({ stateful: false }, { publicAddress: 'elastic-ip' })
    const document = edge({ web: { '0.0.0.0/0': 'internet-gateway:g' }, box })
    expect(verdict(document, 'internet:i', 'web')).toBe('NO<-(INGRESS_RTB_TRAFFIC_REDIRECTION)')
  })
  it('the appliance itself goes out as it likes', () => {
    const document = edge({ routes: { '10.0.0.0/16': 'workload:fw' } })
    expect(verdict(document, 'fw', 'internet:i')).toBe('OK')
  })
})
