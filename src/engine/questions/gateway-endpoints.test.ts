import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  all,
  awsService,
  documentOf,
  gatewayEndpoint,
  interfaceEndpoint,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { ask, verdict } from '../testing/ask'

const s3 = 'aws-service:s3'
const endpoint = 'vpc-endpoint:e'
const prefixes = ['52.218.0.0/17']

interface Given {
  readonly routes?: Record<string, string>
  readonly egress?: string
  readonly service?: Record<string, unknown>
  readonly more?: Record<string, unknown>
  readonly tables?: readonly string[]
  readonly others?: readonly unknown[]
  readonly acl?: string
}

/** A host `app` in a private subnet whose table a gateway endpoint for S3 is associated with. */
function design({
  routes = {},
  egress = '0.0.0.0/0',
  service = {},
  more = {},
  tables = ['pri'],
  others = [],
  acl,
}: Given = {}) {
  return documentOf(
    awsService('s3', service),
    vpc('a', '10.0.0.0/16'),
    mainTable('a-main', 'a'),
    routeTable('pub', 'a', { '0.0.0.0/0': 'internet-gateway:a' }),
    routeTable('pri', 'a', routes),
    subnet('pub', 'a', '10.0.100.0/24', { routeTableId: 'route-table:pub' }),
    subnet('pri', 'a', '10.0.0.0/24', {
      routeTableId: 'route-table:pri',
      networkAclId: acl === undefined ? null : 'network-acl:n',
    }),
    ...(acl === undefined
      ? []
      : [networkAcl('n', 'a', { 100: aclAllow(acl) }, { 100: aclAllow('0.0.0.0/0') })]),
    internetGateway('a', 'a'),
    natGateway('a', 'pub', { publicIp: '198.51.100.1' }),
    securityGroup('host', 'a', [], [all(egress)]),
    workload('app', 'pri', { securityGroupIds: ['security-group:host'] }),
    gatewayEndpoint('e', 'a', 's3', tables, more),
    ...others,
  )
}

describe('gateway endpoints', () => {
  it.each<[string, Given, string]>([
    ['EP-1 row 1: a private host reaches S3', {}, 'OK'],
    ['EP-1: DynamoDB too', { service: { service: 'dynamodb' } }, 'OK'],
    [
      'EP-1: no other service has one',
      { service: { service: 'any' } },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'EP-1 row 2: S3 of another Region is not served',
      { service: { region: 'eu-central-1' } },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'EP-1 row 2: S3 of another Region goes the public way',
      { service: { region: 'eu-central-1' }, routes: { '0.0.0.0/0': 'nat-gateway:a' } },
      'OK',
    ],
    [
      'EP-2: a subnet whose table is not associated has no route',
      { tables: [] },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'EP-2: another table of the VPC does not help',
      { tables: ['pub'] },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
    [
      'EP-3: the prefix list beats the default route',
      { routes: { '0.0.0.0/0': 'nat-gateway:gone' }, service: { prefixes } },
      'OK',
    ],
    [
      'EP-3: an explicit more specific route wins',
      { routes: { '52.218.0.0/18': 'nat-gateway:gone' }, service: { prefixes } },
      'NO(BAD_STATE_ROUTE)',
    ],
    [
      'RT-7: so does a static one of the same prefix',
      { routes: { '52.218.0.0/17': 'nat-gateway:gone' }, service: { prefixes } },
      'NO(BAD_STATE_ROUTE)',
    ],
    ['EP-5: egress rules count', { egress: '10.0.0.0/8' }, 'NO(ENI_SG_RULES_MISMATCH)'],
    [
      'EP-5: a rule for the entries of the list is enough',
      { egress: '52.218.0.0/17', service: { prefixes } },
      'OK',
    ],
    [
      'EP-5: network ACLs have to let the answers of the service in',
      { acl: '10.0.0.0/8', service: { prefixes } },
      'NO<-(SUBNET_ACL_RESTRICTION)',
    ],
    ['EP-5: and do by its blocks', { acl: '52.218.0.0/17', service: { prefixes } }, 'OK'],
    ['EP-8: an endpoint that is pending', { more: { state: 'pending' } }, 'NO(BAD_STATE)'],
    [
      'EP-8: one that failed has no routes',
      { more: { state: 'failed' } },
      'NO(NO_ROUTE_TO_DESTINATION)',
    ],
  ])('%s', (_, given, expected) => {
    expect(verdict(design(given), 'app', s3)).toBe(expected)
  })

  it.each([
    ['tcp/443', 'OK'],
    ['icmp', 'OK'],
    ['icmp/13', 'NO(VPCE_GATEWAY_PROTOCOL_RESTRICTION)'],
    ['udp/443', 'NO(VPCE_GATEWAY_PROTOCOL_RESTRICTION)'],
  ])('WALK-6: TCP and echo requests alone: %s', (what, expected) => {
    expect(verdict(design(), 'app', s3, what)).toBe(expected)
  })

  it('RT-13: no route that one writes may lead to one', () => {
    expect(verdict(design({ tables: [], routes: { '0.0.0.0/0': endpoint } }), 'app', s3)).toBe(
      'NO(BAD_STATE_ROUTE)',
    )
  })

  it('EP-1: the path names the prefix list, the endpoint and the service in their order', () => {
    const { request, reply } = ask(design(), 'app', s3)
    expect(request.hops.map(({ term, name }) => `${term} ${name}`)).toEqual([
      'network interface app',
      'security group host',
      'network ACL default network ACL',
      'route table pri',
      'VPC endpoint e',
      'AWS service s3',
    ])
    expect(request.hops[3]?.text).toContain('the prefix list of s3')
    expect(request.hops[3]?.because).toEqual({
      type: 'field',
      resourceId: endpoint,
      field: 'routeTableIds',
    })
    expect(reply?.hops.map(({ component }) => component).slice(0, 2)).toEqual([s3, endpoint])
  })

  it('EP-1: as an end it stands for its service, by that very endpoint', () => {
    expect(verdict(design(), 'app', endpoint)).toBe('OK')
    const past = design({ tables: [], routes: { '0.0.0.0/0': 'nat-gateway:a' } })
    expect(verdict(past, 'app', endpoint)).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict(past, 'app', s3)).toBe('OK')
  })

  it('EP-3: services that nobody wrote the addresses of are told apart', () => {
    const others = [awsService('table', { service: 'dynamodb' })]
    expect(verdict(design({ others }), 'app', s3)).toBe('OK')
    expect(verdict(design({ others }), 'app', 'aws-service:table')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
    // nor does a host of the internet ever have one of their addresses
    expect(verdict(design({ others }), 'app', 'internet:undrawn')).toBe(
      'NO(NO_ROUTE_TO_DESTINATION)',
    )
  })

  it('EP-4: hosts of a peer cannot use it', () => {
    const others = [
      vpc('b', '10.1.0.0/16'),
      mainTable('b', 'b', { '0.0.0.0/0': 'vpc-peering-connection:p' }),
      subnet('b', 'b', '10.1.0.0/24'),
      workload('far', 'b'),
      peering('p', 'a', 'b'),
    ]
    expect(verdict(design({ others }), 'far', s3)).toBe('NO(EDGE_TO_EDGE)')
  })

  /** A spoke that sends everything to a transit gateway, which hands it to VPC a. */
  const overTransit = (routes: Record<string, string>) =>
    design({
      routes,
      others: [
        vpc('b', '10.1.0.0/16'),
        mainTable('b', 'b', { '0.0.0.0/0': 'transit-gateway:t' }),
        subnet('b', 'b', '10.1.0.0/24'),
        workload('far', 'b'),
        transitGateway('t'),
        tgwAttachment('a', 't', 'a', ['pri']),
        tgwAttachment('b', 't', 'b', ['b']),
        tgwRouteTable('t', 't', {
          associations: ['a', 'b'],
          propagations: ['a', 'b'],
          routes: { '0.0.0.0/0': 'a' },
        }),
      ],
    })
  it('EP-4, TGW-17: what comes in by a transit gateway cannot use it', () => {
    expect(verdict(overTransit({ '10.1.0.0/16': 'transit-gateway:t' }), 'far', s3)).toBe(
      'NO(EDGE_TO_EDGE)',
    )
  })
  it('EP-4, TGW-17: whether it can behind a NAT gateway of the VPC is not documented', () => {
    const central = design({
      routes: { '10.1.0.0/16': 'transit-gateway:t' },
      others: [
        subnet('att', 'a', '10.0.77.0/24', { routeTableId: 'route-table:att' }),
        routeTable('att', 'a', { '0.0.0.0/0': 'nat-gateway:central' }),
        natGateway('central', 'pri'),
        workload('near', 'att'),
        vpc('b', '10.1.0.0/16'),
        mainTable('b', 'b', { '0.0.0.0/0': 'transit-gateway:t' }),
        subnet('b', 'b', '10.1.0.0/24'),
        workload('far', 'b'),
        transitGateway('t'),
        tgwAttachment('a', 't', 'a', ['att']),
        tgwAttachment('b', 't', 'b', ['b']),
        tgwRouteTable('t', 't', {
          associations: ['a', 'b'],
          propagations: ['a', 'b'],
          routes: { '0.0.0.0/0': 'a' },
        }),
      ],
    })
    expect(verdict(central, 'far', s3)).toBe('NOT-MODELLED')
    expect(verdict(central, 'near', s3)).toBe('OK')
  })

  it('EP-13: by its private name S3 is met at an interface endpoint, where there is one', () => {
    const named = (attributes: boolean) =>
      documentOf(
        awsService('s3'),
        vpc('a', '10.0.0.0/16', { enableDnsSupport: true, enableDnsHostnames: attributes }),
        mainTable('m', 'a'),
        subnet('pri', 'a', '10.0.0.0/24'),
        workload('app', 'pri'),
        securityGroup('e', 'a', [all('10.0.0.0/16')], []),
        interfaceEndpoint('e', 'a', s3, 'pri', {
          privateDnsEnabled: true,
          securityGroupIds: ['security-group:e'],
        }),
      )
    expect(verdict(named(true), 'app', s3)).toBe('OK')
    expect(verdict(named(false), 'app', s3)).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    expect(verdict(named(false), 'app', endpoint)).toBe('OK')
  })
})
