import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  documentOf,
  endpointService,
  inspectionEndpoint,
  listener,
  loadBalancer,
  mainTable,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

type More = Readonly<Record<string, unknown>>
const open = { securityGroupIds: ['security-group:open'] }
const geneve = { protocol: 'GENEVE', port: 6081 }
const a = 'vpc-endpoint:e-a'
const b = 'vpc-endpoint:e-b'

interface Shape {
  readonly there?: string
  readonly back?: string
  readonly endpoint?: More
  readonly service?: More
  readonly balancer?: More
  readonly one?: More
  readonly two?: More
  readonly targets?: readonly (string | More)[]
}

/**
 * Hosts a and b of VPC v, each sending what is for the other to an endpoint; appliances one (zone a)
 * and two (zone b) behind a Gateway Load Balancer in VPC s.
 */
const inspected = (
  {
    there = a,
    back = a,
    endpoint = {},
    service = {},
    balancer = {},
    one = {},
    two = {},
    targets = ['workload:one', 'workload:two'],
  }: Shape = {},
  ...more: readonly unknown[]
) =>
  documentOf(
    vpc('v', '10.0.0.0/16'),
    mainTable('main', 'v'),
    routeTable('a', 'v', { '10.0.2.0/24': there }),
    routeTable('b', 'v', { '10.0.1.0/24': back }),
    subnet('a', 'v', '10.0.1.0/24', { routeTableId: 'route-table:a' }),
    subnet('b', 'v', '10.0.2.0/24', { routeTableId: 'route-table:b' }),
    subnet('e-a', 'v', '10.0.3.0/24'),
    subnet('e-b', 'v', '10.0.4.0/24', { availabilityZone: 'eu-west-1b' }),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload('a', 'a', open),
    workload('b', 'b', open),
    inspectionEndpoint('e-a', 'v', 'vpc-endpoint-service:s', 'e-a', endpoint),
    inspectionEndpoint('e-b', 'v', 'vpc-endpoint-service:s', 'e-b'),
    vpc('s', '10.0.0.0/16'),
    subnet('s-a', 's', '10.0.1.0/24'),
    subnet('s-b', 's', '10.0.2.0/24', { availabilityZone: 'eu-west-1b' }),
    subnet('t-a', 's', '10.0.3.0/24'),
    securityGroup('geneve', 's', [
      { ipProtocol: 'udp', fromPort: 6081, toPort: 6081, cidrIpv4: '10.0.0.0/16' },
    ]),
    workloadOf('one', 't-a', one),
    workloadOf('two', 's-b', two),
    loadBalancer('g', 's', ['s-a', 's-b'], {
      type: 'gateway',
      securityGroupIds: null,
      listeners: { 6081: listener('GENEVE', 'g') },
      ...balancer,
    }),
    targetGroup('g', 's', targets, geneve),
    endpointService('s', 's', 'g', { type: 'GatewayLoadBalancer', ...service }),
    ...more,
  )

const workloadOf = (name: string, place: string, more: More) =>
  workload(name, place, {
    workloadType: 'appliance',
    forwarding: 'forward',
    securityGroupIds: ['security-group:geneve'],
    ...more,
  })

const crossZone = { balancer: { crossZone: true } }

describe('EP-12: a Gateway Load Balancer endpoint', () => {
  it('hands traffic to an appliance of its zone and back, in both directions', () => {
    const answer = ask(inspected(), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    const way = answer.request.hops.map((hop) => hop.component)
    expect(way).toContain('load-balancer:g')
    expect(way).toContain('workload:one')
    expect(way).not.toContain('workload:two')
    expect(answer.reply?.hops.map((hop) => hop.component)).toContain('workload:one')
  })
  it('LB-9, WALK-15: an appliance in another VPC, by its address', () => {
    const group = (ip: string) => targetGroup('g', 's', [ip], { ...geneve, targetType: 'ip' })
    const far = [
      vpc('far', '10.9.0.0/16'),
      subnet('far', 'far', '10.9.1.0/24'),
      securityGroup('far', 'far', [all('0.0.0.0/0')]),
      workload(
        'far',
        'far',
        {
          workloadType: 'appliance',
          forwarding: 'forward',
          securityGroupIds: ['security-group:far'],
        },
        { privateIpAddress: '10.9.1.9' },
      ),
    ]
    const registered = { ipAddress: '10.9.1.9', availabilityZone: null }
    const there = targetGroup('g', 's', [registered], { ...geneve, targetType: 'ip' })
    expect(verdict(inspected({}, ...far, there), 'a', 'b')).toBe('NOT-MODELLED')
    const one = workloadOf('one', 't-a', {
      interfaces: { 'subnet:t-a': { privateIpAddress: '10.0.3.9' } },
    })
    expect(verdict(inspected({}, one, group('10.0.3.9')), 'a', 'b')).toBe('OK')
  })
  it('EP-12: which of two target groups gets a flow is not told', () => {
    const forwardTo = (...groups: readonly string[]) => ({
      balancer: { listeners: { 6081: listener('GENEVE', groups) } },
    })
    const other = targetGroup('other', 's', ['workload:two'], geneve)
    expect(verdict(inspected(forwardTo('g', 'other'), other), 'a', 'b')).toBe('NOT-MODELLED')
    expect(verdict(inspected(forwardTo('g'), other), 'a', 'b')).toBe('OK')
  })
  it('LB-10, WALK-13: with cross-zone load balancing every appliance may be the one', () => {
    const answer = ask(inspected(crossZone), 'a', 'b')
    expect(answer.verdict).toBe('reachable')
    expect(answer.branches).toHaveLength(2)
    for (const { request, reply } of answer.branches) {
      const inspectors = [request, reply].map((walk) =>
        walk?.hops
          .map((hop) => hop.component)
          .filter((id) => id === 'workload:one' || id === 'workload:two'),
      )
      // the flow keeps to one appliance, there and back
      expect(new Set(inspectors.flat()).size).toBe(1)
    }
  })
  it.each<readonly [string, Shape, string]>([
    [
      'CL-7: request and reply by endpoints of two zones',
      { back: b },
      'NO<-(MIDDLEBOX_ASYMMETRIC)',
    ],
    [
      'CL-7: appliances that keep no state',
      { back: b, one: { stateful: false }, two: { stateful: false } },
      'OK',
    ],
    ['one that drops', { one: { forwarding: 'drop' } }, 'NO(FIREWALL_RULES_RESTRICTION)'],
    ['one that drops in the other zone', { two: { forwarding: 'drop' } }, 'OK'],
    [
      'CL-3: one that drops, with cross-zone load balancing',
      { ...crossZone, two: { forwarding: 'drop' } },
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
    ['one that does not forward', { one: { forwarding: 'none' } }, 'NO(NO_POSSIBLE_DESTINATION)'],
    ['one that translates', { one: { forwarding: 'masquerade' } }, 'NOT-MODELLED'],
    ['one that is stopped', { one: { state: 'stopped' } }, 'NO(BAD_STATE)'],
    [
      'CL-14: unhealthy ones get nothing',
      {
        ...crossZone,
        one: { forwarding: 'drop' },
        targets: [{ targetId: 'workload:one', health: 'unhealthy' }, 'workload:two'],
      },
      'OK',
    ],
    [
      'CL-14: unless all are',
      {
        one: { forwarding: 'drop' },
        targets: [{ targetId: 'workload:one', health: 'unhealthy' }],
      },
      'NO(FIREWALL_RULES_RESTRICTION)',
    ],
    ['LB-10: no target in the zone', { targets: ['workload:two'] }, 'NO(ELB_NOT_CROSSZONE)'],
    ['LB-10: none, but cross-zone', { ...crossZone, targets: ['workload:two'] }, 'OK'],
    ['no targets', { targets: [] }, 'NO(ELBV2_LISTENER_HAS_NO_TG)'],
    ['no listener', { balancer: { listeners: {} } }, 'NO(ELBV2_LISTENER_HAS_NO_TG)'],
    ['one that is being made', { balancer: { state: 'provisioning' } }, 'NO(BAD_STATE)'],
    ['EP-8: not accepted', { endpoint: { state: 'pendingAcceptance' } }, 'NO(BAD_STATE)'],
    ['EP-8: a service that is not Available', { service: { state: 'Pending' } }, 'NO(BAD_STATE)'],
    ['a service for interface endpoints', { service: { type: 'Interface' } }, 'NOT-MODELLED'],
    [
      'EP-10: no node in the zone',
      { balancer: { subnets: { 'subnet:s-b': {} } } },
      'NO(VPCE_SERVICE_NOT_INSTALLED_IN_AZ)',
    ],
    [
      'a Network Load Balancer behind the service',
      { balancer: { type: 'network' } },
      'NOT-MODELLED',
    ],
  ])('%s', (_, shape, expected) => {
    expect(verdict(inspected(shape), 'a', 'b')).toBe(expected)
  })
  it('the group of the appliance admits GENEVE, or it gets nothing', () => {
    const other = securityGroup('geneve', 's', [
      { ipProtocol: 'udp', fromPort: 6082, toPort: 6082, cidrIpv4: '10.0.0.0/16' },
    ])
    expect(verdict(inspected({}, other), 'a', 'b')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })
  it('so do the network ACLs between node and appliance (ACL-5)', () => {
    const only = (port: number) => [
      subnet('t-a', 's', '10.0.3.0/24', { networkAclId: 'network-acl:n' }),
      networkAcl(
        'n',
        's',
        { 100: aclAllow('10.0.0.0/16', '17', port) },
        { 100: aclAllow('10.0.0.0/16', '17', port) },
      ),
    ]
    expect(verdict(inspected({}, ...only(6081)), 'a', 'b')).toBe('OK')
    expect(verdict(inspected({}, ...only(443)), 'a', 'b')).toBe('NO(SUBNET_ACL_RESTRICTION)')
  })
  it('CL-7: appliances that are not in the design are assumed to pass, with a warning', () => {
    const ofIps = targetGroup('g', 's', ['10.0.1.77', '10.0.2.77'], { ...geneve, targetType: 'ip' })
    const same = ask(inspected({}, ofIps), 'a', 'b')
    expect(same.verdict).toBe('reachable')
    expect(same.details).toContain('PATH_THROUGH_GWLB_NOT_CHECKED')
    expect(same.details).not.toContain('MIDDLEBOX_ASYMMETRIC')
    const other = ask(inspected({ back: b }, ofIps), 'a', 'b')
    expect(other.verdict).toBe('reachable')
    expect(other.details).toContain('MIDDLEBOX_ASYMMETRIC')
  })
  it('nobody reaches a node of it by its address', () => {
    expect(verdict(inspected(), 'one', 'load-balancer:g', 'udp/6081')).toBe(
      'NO(ELBV2_LISTENERS_MISMATCH)',
    )
  })
  it('ACL-11: between a host and the endpoint in its own subnet the network ACL is asked', () => {
    const home = [
      subnet('a', 'v', '10.0.1.0/24', {
        routeTableId: 'route-table:a',
        networkAclId: 'network-acl:n',
      }),
      networkAcl('n', 'v', { 100: aclAllow('10.0.2.0/24') }, { 100: aclAllow('0.0.0.0/0') }),
      inspectionEndpoint('e-a', 'v', 'vpc-endpoint-service:s', 'a'),
    ]
    const { codes, request } = ask(inspected({}, ...home), 'a', 'b')
    expect(codes[0]).toBe('SUBNET_ACL_RESTRICTION')
    expect(request.hops.find((hop) => hop.decision === 'drops')?.component).toBe('network-acl:n')
  })
})
