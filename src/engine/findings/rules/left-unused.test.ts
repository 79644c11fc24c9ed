import { describe, expect, it } from 'vitest'
import {
  all,
  elasticIp,
  internetGateway,
  mainTable,
  natGateway,
  networkAcl,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../../../model/testing/build'
import { found, left } from '../testing/found'
import { leftUnused } from './left-unused'

const base = [
  vpc('v', '10.0.0.0/16'),
  routeTable('own', 'v'),
  subnet('s', 'v', '10.0.1.0/24', { routeTableId: 'route-table:own' }),
  workload('w', 's', { securityGroupIds: ['security-group:g'] }),
  securityGroup('g', 'v'),
]
const told = (...more: readonly unknown[]) =>
  found(leftUnused, base, ...more).map((it) => it.resources[0])

describe('L53', () => {
  it('is silent where everything is used', () => {
    expect(told()).toEqual([])
  })
  it('subnets that follow the main table, told once', () => {
    const two = [subnet('t', 'v', '10.0.2.0/24'), subnet('u', 'v', '10.0.3.0/24')]
    const findings = found(leftUnused, base, mainTable('m', 'v'), two)
    expect(findings.map((it) => it.resources)).toEqual([['subnet:t', 'subnet:u', 'route-table:m']])
    expect(told(mainTable('m', 'v'))).toEqual([])
  })
  it('a route table without a subnet', () => {
    expect(told(routeTable('idle', 'v'))).toEqual(['route-table:idle'])
  })
  it('CL-24: not the table of a gateway, nor that of a regional NAT gateway', () => {
    const edge = routeTable('edge', 'v', {}, { gatewayId: 'internet-gateway:g' })
    const nat = natGateway('n', 's', {
      subnetId: null,
      vpcId: 'vpc:v',
      availabilityMode: 'regional',
      routeTableId: 'route-table:nat',
    })
    expect(told(internetGateway('g', 'v'), edge, nat, routeTable('nat', 'v'))).toEqual([])
  })
  it('a security group that nothing is in', () => {
    expect(told(securityGroup('idle', 'v'))).toEqual(['security-group:idle'])
  })
  it('CL-24: not one that others refer to; one that refers to itself', () => {
    const named = securityGroup('g', 'v', [all('security-group:idle')])
    expect(told(securityGroup('idle', 'v'), named)).toEqual([])
    const own = securityGroup('idle', 'v', [all('security-group:idle')])
    expect(told(own)).toEqual(['security-group:idle'])
  })
  it('a network ACL without a subnet, the default one apart', () => {
    expect(told(networkAcl('idle', 'v'))).toEqual(['network-acl:idle'])
    expect(told(networkAcl('idle', 'v', {}, {}, { isDefault: true }))).toEqual([])
  })
  it('an Elastic IP address of nobody', () => {
    expect(told(elasticIp('e'))).toEqual(['elastic-ip:e'])
    expect(told(elasticIp('e', 'workload:w'))).toEqual([])
  })
  it('offers to remove what nothing names', () => {
    expect(left(leftUnused, base, routeTable('idle', 'v'), elasticIp('e'))).toEqual([0, 0])
  })
})
