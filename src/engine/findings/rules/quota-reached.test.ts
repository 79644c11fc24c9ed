import { describe, expect, it } from 'vitest'
import {
  aclAllow,
  awsService,
  elasticIp,
  gatewayEndpoint,
  interfaceEndpoint,
  internetGateway,
  natGateway,
  networkAcl,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found } from '../testing/found'
import { quotaReached } from './quota-reached'

const many = <Part>(count: number, make: (index: number) => Part): readonly Part[] =>
  Array.from({ length: count }, (_, index) => make(index))
const one = vpc('v', '10.0.0.0/16')
const told = (...resources: readonly unknown[]) =>
  found(quotaReached, ...resources).map((it) => it.severity)
const vpcs = (count: number, more: object = {}) =>
  many(count, (it) => vpc(`v${it}`, `10.${it}.0.0/16`, { ...more }))

describe('L52', () => {
  it.each([
    [3, []],
    [4, ['warn']],
    [5, ['error']],
    [6, ['error']],
  ])('VPC-23: %i VPCs in a Region', (count, expected) => {
    expect(told(vpcs(count))).toEqual(expected)
  })
  it('each Region has its own', () => {
    expect(told(vpcs(3), vpc('far', '10.9.0.0/16', { region: 'us-east-1' }))).toEqual([])
  })
  it('a quota of 200 subnets', () => {
    const subnets = (count: number) => many(count, (it) => subnet(`s${it}`, 'v', `10.0.${it}.0/28`))
    expect(told(one, subnets(159))).toEqual([])
    expect(told(one, subnets(160))).toEqual(['warn'])
    expect(told(one, subnets(200))).toEqual(['error'])
  })
  it.each([
    [
      'CIDR blocks',
      vpc('v', '10.0.0.0/16', { secondaryCidrBlocks: many(3, (it) => `100.64.${it}.0/24`) }),
      'warn',
    ],
    ['internet gateways', many(5, (it) => internetGateway(`g${it}`, 'v')), 'error'],
    ['Elastic IP addresses', many(4, (it) => elasticIp(`e${it}`)), 'warn'],
    [
      'NAT gateways of a zone',
      [
        subnet('s', 'v', '10.0.0.0/24'),
        many(5, (it) => natGateway(`n${it}`, 's', { connectivityType: 'private' })),
      ].flat(),
      'error',
    ],
    [
      'rules of a group',
      securityGroup(
        'g',
        'v',
        many(48, (it) => tcp(it + 1, '10.0.0.0/8')),
        [],
      ),
      'warn',
    ],
    [
      'rules of a network ACL, * included (CL-18)',
      networkAcl('n', 'v', Object.fromEntries(many(19, (it) => [it + 1, aclAllow('10.0.0.0/8')]))),
      'error',
    ],
    [
      'groups of an interface',
      [
        subnet('s', 'v', '10.0.0.0/24'),
        workload('w', 's', { securityGroupIds: many(5, (it) => `security-group:g${it}`) }),
      ],
      'error',
    ],
    ['active peering connections', many(40, (it) => peering(`p${it}`, 'v', `p${it}`)), null],
    ['transit gateways', many(4, (it) => transitGateway(`t${it}`)), 'warn'],
    [
      'tables of a transit gateway',
      [transitGateway('t'), many(20, (it) => tgwRouteTable(`t${it}`, 't'))].flat(),
      'error',
    ],
  ])('%s', (_, resources, severity) => {
    expect(told(one, resources)).toEqual(severity ? [severity] : [])
  })
  it('PEER-19: 50 active peering connections of a VPC', () => {
    const peers = many(40, (it) =>
      vpc(`p${it}`, `10.${it + 1}.0.0/16`, { ownerId: `1111111111${it + 10}` }),
    )
    const links = many(40, (it) => peering(`p${it}`, 'v', `p${it}`))
    expect(told(one, peers, links)).toEqual(['warn'])
    expect(told(one, peers.slice(1), links.slice(1))).toEqual([])
  })
  it('five transit gateways of one VPC', () => {
    const gateways = many(4, (it) => transitGateway(`t${it}`, { ownerId: `1111111111${it + 10}` }))
    const attached = many(4, (it) => tgwAttachment(`a${it}`, `t${it}`, 'v', 's'))
    expect(told(one, subnet('s', 'v', '10.0.0.0/24'), gateways, attached)).toEqual(['warn'])
  })
  it('RT-10, SG-12: a prefix list counts with the most it may hold', () => {
    const list = prefixList('p', ['10.9.0.0/16'], { maxEntries: 400 })
    const table = routeTable('t', 'v', { 'prefix-list:p': 'internet-gateway:g' })
    expect(told(one, list, table)).toEqual(['warn'])
    const group = securityGroup('g', 'v', [tcp(443, 'prefix-list:p')], [])
    expect(told(one, list, group)).toEqual(['error'])
  })
  it('the IPv6 rules of a network ACL are counted apart', () => {
    const entries = many(18, (it) => [it + 1, aclAllow(it % 2 ? '::/0' : '10.0.0.0/8')])
    expect(told(one, networkAcl('n', 'v', Object.fromEntries(entries)))).toEqual([])
  })
  it.each([
    [39, []],
    [40, ['warn']],
    [50, ['error']],
  ])('EP-15: %i interface endpoints in a VPC', (count, expected) => {
    const endpoints = many(count, (it) => interfaceEndpoint(`e${it}`, 'v', 's', []))
    expect(told(one, endpoints)).toEqual(expected)
  })
  it('EP-15: twenty gateway endpoints in a Region; those that are gone do not count', () => {
    const endpoints = many(20, (it) => gatewayEndpoint(`e${it}`, 'v', 's3', []))
    const gone = many(15, (it) => gatewayEndpoint(`e${it}`, 'v', 's3', [], { state: 'deleted' }))
    expect(told(one, awsService('s3'), endpoints)).toEqual(['error'])
    expect(told(one, awsService('s3'), endpoints, gone)).toEqual([])
  })
})
