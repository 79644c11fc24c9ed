import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const open = { securityGroupIds: ['security-group:open'] }
const internet = { id: 'internet:i', kind: 'internet', name: 'Internet' }
const elastic = { publicAddress: 'elastic-ip', publicIp: '198.51.100.10' }

/** A host in a subnet with this default route, a NAT gateway and an internet gateway. */
const design = (
  target: string,
  natSubnetTarget = 'internet-gateway:g',
  ...more: readonly unknown[]
) =>
  documentOf(
    internet,
    vpc('v', '10.0.0.0/16'),
    routeTable('host', 'v', { '0.0.0.0/0': target }),
    routeTable('nat', 'v', { '0.0.0.0/0': natSubnetTarget }),
    subnet('host', 'v', '10.0.1.0/24', { routeTableId: 'route-table:host' }),
    subnet('nat', 'v', '10.0.2.0/24', { routeTableId: 'route-table:nat' }),
    internetGateway('g', 'v'),
    natGateway('n', 'nat'),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload('host', 'host', open, elastic),
    ...more,
  )

describe('section 12.3', () => {
  it('row 1: egress none and no route: both listed, the group first', () => {
    const closed = securityGroup('open', 'v', [], [])
    const bare = routeTable('host', 'v')
    const { codes, request } = ask(
      design('nat-gateway:n', undefined, closed, bare),
      'host',
      '8.8.8.8',
    )
    expect(codes).toEqual(['SG_HAS_NO_RULES', 'NO_ROUTE_TO_DESTINATION'])
    expect(request.hops.map((hop) => hop.hypothetical)).toEqual([false, false, true, true])
  })
  it('row 2: an Elastic IP in a subnet whose way out is a NAT gateway', () => {
    expect(verdict(design('nat-gateway:n'), 'internet:i', 'host')).toBe(
      'NO<-(RETURN_PATH_ASYMMETRIC)',
    )
    expect(verdict(design('internet-gateway:g'), 'internet:i', 'host')).toBe('OK')
  })
  it('row 5: the NAT subnet routes to its own NAT gateway', () => {
    expect(verdict(design('nat-gateway:n', 'nat-gateway:n'), 'host', '8.8.8.8')).toBe(
      'NO(LOOP_DETECTED)',
    )
  })
  it('row 5: so do two NAT gateways that route to each other', () => {
    const second = [
      subnet('nat2', 'v', '10.0.3.0/24', { routeTableId: 'route-table:nat2' }),
      routeTable('nat2', 'v', { '0.0.0.0/0': 'nat-gateway:n' }),
      natGateway('n2', 'nat2'),
    ]
    expect(verdict(design('nat-gateway:n', 'nat-gateway:n2', second), 'host', '8.8.8.8')).toBe(
      'NO(LOOP_DETECTED)',
    )
  })
})

const sites = (back: Record<string, string>, ...more: readonly unknown[]) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('a', 'a', { '10.1.0.0/16': 'vpc-peering-connection:ab' }),
    subnet('a', 'a', '10.0.0.0/24'),
    workload('a', 'a', { securityGroupIds: ['security-group:a'] }),
    securityGroup('a', 'a', []),
    vpc('b', '10.1.0.0/16'),
    mainTable('b', 'b', back),
    subnet('b', 'b', '10.1.0.0/24'),
    subnet('b-nat', 'b', '10.1.1.0/24'),
    securityGroup('b', 'b', [all('0.0.0.0/0')]),
    workload('b', 'b', { securityGroupIds: ['security-group:b'] }, elastic),
    internetGateway('b', 'b'),
    natGateway('b', 'b-nat'),
    peering('ab', 'a', 'b'),
    ...more,
  )

describe('WALK-9: a reply by a device that did not see the request', () => {
  it('a NAT gateway of the default route', () => {
    expect(verdict(sites({ '0.0.0.0/0': 'nat-gateway:b' }), 'a', 'b')).toBe(
      'NO<-(RETURN_PATH_ASYMMETRIC)',
    )
  })
  it('an internet gateway drops a private destination first', () => {
    expect(verdict(sites({ '0.0.0.0/0': 'internet-gateway:b' }), 'a', 'b')).toBe(
      'NO<-(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    )
  })
  it('an internet gateway, where the VPCs have public blocks (VPC-14)', () => {
    const publicBlock = [vpc('a', '52.10.0.0/16'), subnet('a', 'a', '52.10.0.0/24')]
    expect(verdict(sites({ '0.0.0.0/0': 'internet-gateway:b' }, publicBlock), 'a', 'b')).toBe(
      'NO<-(RETURN_PATH_ASYMMETRIC)',
    )
  })
})

describe('WALK-13, CL-3: several interfaces at both ends', () => {
  const document = documentOf(
    vpc('v', '10.0.0.0/16'),
    subnet('one', 'v', '10.0.1.0/24'),
    subnet('two', 'v', '10.0.2.0/24'),
    subnet('far', 'v', '10.0.3.0/24', { availabilityZone: 'eu-west-1b' }),
    securityGroup('open', 'v', [all('10.0.1.0/24')]),
    workload('both', ['one', 'two'], open),
    workload('far', 'far', open),
  )
  it('CL-3: where there are more ways than are followed, none is taken on trust', () => {
    const shop = (size: number) => {
      const hosts = Array.from({ length: size }, (_, index) =>
        workload(`t${index}`, 'targets', { securityGroupIds: ['security-group:all'] }),
      )
      return documentOf(
        vpc('v', '10.0.0.0/16'),
        subnet('targets', 'v', '10.0.8.0/21'),
        subnet('lb', 'v', '10.0.100.0/24'),
        securityGroup('all', 'v', [all('0.0.0.0/0')]),
        workload('client', 'targets'),
        hosts,
        loadBalancer('lb', 'v', 'lb', {
          type: 'network',
          securityGroupIds: null,
          listeners: { 443: listener('TCP', 'tg') },
        }),
        targetGroup(
          'tg',
          'v',
          hosts.map(({ id }) => id),
        ),
      )
    }
    expect(verdict(shop(20), 'client', 'load-balancer:lb')).toBe('OK')
    const many = ask(shop(260), 'client', 'load-balancer:lb')
    expect(many.verdict).toBe('not-modelled')
    expect(many.details).toContain('BRANCHES_CUT')
  })
  it('passing and failing ways are told apart', () => {
    const answer = ask(document, 'both', 'far')
    expect(answer.verdict).toBe('not-reachable')
    expect(answer.details).toContain('PARTIAL')
    expect(answer.label).toBe('subnet two to subnet far')
    expect(answer.branches.map((branch) => branch.verdict)).toEqual(['reachable', 'not-reachable'])
    expect(answer.sentence).toContain('Only 1 of 2 ways work')
  })
  it('the interfaces of one workload reach each other or not', () => {
    expect(ask(document, 'both', 'both').branches.map((branch) => branch.label)).toEqual([
      'subnet one to subnet two',
      'subnet two to subnet one',
    ])
  })
  it('a path into another zone says so', () => {
    expect(ask(document, 'both', 'far').branches[0]?.details).toEqual(['AVAILABILITY_ZONE_CROSSED'])
  })
})

describe('BAD_STATE: a stopped instance', () => {
  const stopped = design(
    'internet-gateway:g',
    undefined,
    workload('off', 'nat', { ...open, state: 'stopped' }),
  )
  it('neither sends nor receives', () => {
    expect(verdict(stopped, 'off', 'host')).toBe('NO(BAD_STATE)')
    expect(verdict(stopped, 'host', 'off')).toBe('NO(BAD_STATE)')
  })
})

describe('questions that have no path to follow', () => {
  const document = design('internet-gateway:g')
  it.each([
    ['gone', 'host', 'NO(NO_SOURCE_OR_DESTINATION)'],
    ['host', 'gone', 'NO(NO_SOURCE_OR_DESTINATION)'],
    ['10.77.0.1', 'host', 'NO(NO_SOURCE_OR_DESTINATION)'],
    ['nat-gateway:n', 'host', 'NOT-MODELLED'],
    ['host', 'subnet:nat', 'OK'],
    ['host', 'host', 'NOT-MODELLED'],
    ['internet:i', '8.8.8.8', 'NO(NO_POSSIBLE_DESTINATION)'],
    ['internet:i', 'internet:i', 'NOT-MODELLED'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(verdict(document, from, to)).toBe(expected)
  })
  it('what is not modelled says what is missing', () => {
    expect(ask(document, 'host', 'vpc:v').missing).toEqual([
      'A VPC receives nothing itself in the model.',
    ])
  })
})

describe('an address as source', () => {
  const document = design('internet-gateway:g')
  it.each([
    ['10.0.1.4', 'the interface that has it'],
    ['198.51.100.10', 'the interface whose public address it is'],
    ['8.8.8.8', 'a host outside'],
  ])('%s is %s', (from) => {
    const to = from === '8.8.8.8' ? 'host' : '1.1.1.1'
    expect(verdict(document, from, to)).toBe('OK')
  })
  it('WALK-13: that several VPCs have decides nothing where they differ', () => {
    const twin = (name: string, routes: Readonly<Record<string, string>>) => [
      vpc(name, '10.0.0.0/16'),
      mainTable(name, name, routes),
      subnet(name, name, '10.0.1.0/24'),
      internetGateway(name, name),
      workload(
        name,
        name,
        {},
        { privateIpAddress: '10.0.1.9', ...elastic, publicIp: `198.51.100.${name.length}` },
      ),
    ]
    const toInternet = (name: string) => ({ '0.0.0.0/0': `internet-gateway:${name}` })
    const differing = documentOf(twin('x', toInternet('x')), twin('yy', {}))
    const answer = ask(differing, '10.0.1.9', '1.1.1.1')
    expect(answer.verdict).toBe('not-modelled')
    expect(answer.missing[0]).toContain('The VPCs x and yy all hold 10.0.1.9')
    expect(verdict(documentOf(twin('x', {}), twin('yy', {})), '10.0.1.9', '1.1.1.1')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
    const alike = documentOf(twin('x', toInternet('x')), twin('yy', toInternet('yy')))
    expect(verdict(alike, '10.0.1.9', '1.1.1.1')).toBe('OK')
    expect(verdict(differing, 'yy', '1.1.1.1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })
})

describe('an internet gateway as an end', () => {
  const document = documentOf(
    vpc('v', '10.0.0.0/16'),
    vpc('w', '10.1.0.0/16'),
    internetGateway('g', 'v'),
    internetGateway('h', 'w'),
    mainTable('v', 'v', { '0.0.0.0/0': 'internet-gateway:g' }),
    mainTable('w', 'w'),
    subnet('s', 'v', '10.0.1.0/24'),
    subnet('t', 'w', '10.1.1.0/24'),
    securityGroup('open', 'v', [all('0.0.0.0/0')]),
    workload(
      'web',
      's',
      { securityGroupIds: ['security-group:open'] },
      { publicAddress: 'elastic-ip' },
    ),
    workload('hidden', 's'),
    workload('lone', 't', {}, { publicAddress: 'elastic-ip' }),
  )
  it.each([
    ['web', 'internet-gateway:g', 'OK'],
    ['hidden', 'internet-gateway:g', 'NO(IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS)'],
    ['web', 'internet-gateway:h', 'NO(NO_POSSIBLE_DESTINATION)'], // leaves by its own
    ['lone', 'internet-gateway:h', 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['internet-gateway:g', 'web', 'OK'],
    ['internet-gateway:h', 'web', 'NO(NO_POSSIBLE_DESTINATION)'],
    ['internet-gateway:g', 'hidden', 'NO(NO_POSSIBLE_DESTINATION)'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(verdict(document, from, to)).toBe(expected)
  })
})
