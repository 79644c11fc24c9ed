import type { Document } from '../../model/document'
import {
  documentOf,
  elasticIp,
  internetGateway,
  mainTable,
  natGateway,
  networkInterface,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'

const participant = '222222222222'
const group = { securityGroupIds: ['security-group:web'] }
const regional = (name: string, more: Readonly<Record<string, unknown>> = {}) =>
  natGateway(name, '', { subnetId: null, vpcId: 'vpc:Hub', availabilityMode: 'regional', ...more })

/**
 * What the emulator of AWS cannot deploy of VPCs: subnets shared with accounts that use them, Block
 * Public Access with exclusions, groups that serve further VPCs, regional NAT gateways.
 */
export const networksDocument = (): Document =>
  documentOf(
    vpc('Hub', '10.0.0.0/16', {
      ipv6CidrBlocks: ['2001:db8:1200::/56', '2001:db8:f000::/48'],
      internetGatewayBlockMode: 'block-ingress',
    }),
    vpc('Closed', '10.1.0.0/16', { internetGatewayBlockMode: 'block-bidirectional' }),
    vpc('Mixed', '10.2.0.0/16'),
    vpc('Theirs', '10.3.0.0/16', { ownerId: participant }),
    mainTable('hub-main', 'Hub'),
    mainTable('closed-main', 'Closed'),
    mainTable('mixed-main', 'Mixed'),
    mainTable('theirs-main', 'Theirs', { '10.0.0.0/16': 'vpc-peering-connection:hub-theirs' }),
    peering('hub-theirs', 'Hub', 'Theirs'),
    internetGateway('igw', 'Hub'),
    prefixList('partners', ['203.0.113.0/24']),
    securityGroup(
      'web',
      'Hub',
      [tcp(443, 'prefix-list:partners'), tcp(443, 'security-group:clients')],
      [tcp(443, 'prefix-list:partners')],
      { associatedVpcIds: ['vpc:Closed'] },
    ),
    securityGroup('clients', 'Theirs', [], [tcp(443, 'security-group:web')]),
    subnet('shared', 'Hub', '10.0.0.0/24', {
      ipv6CidrBlock: '2001:db8:1200:3::/64',
      sharedWith: [participant, '333333333333'],
      internetGatewayBlockMode: 'off',
      availabilityZoneId: 'euw1-az1',
    }),
    subnet('six', 'Hub', null, { ipv6CidrBlock: '2001:db8:1200:4::/64', enableDns64: true }),
    subnet('pool', 'Hub', '10.0.5.0/24', { ipv6CidrBlock: '2001:db8:f000:1::/64' }),
    subnet('closed', 'Closed', '10.1.0.0/24'),
    subnet('open', 'Mixed', '10.2.0.0/24'),
    subnet('strict', 'Mixed', '10.2.1.0/24', { internetGatewayBlockMode: 'block-bidirectional' }),
    subnet('theirs', 'Theirs', '10.3.0.0/24'),
    workload('theirs', 'shared', { ...group, ownerId: participant }),
    workload('their tasks', 'shared', {
      ...group,
      ownerId: participant,
      workloadType: 'ecs-service',
    }),
    networkInterface('second', 'shared', {
      instanceId: 'workload:theirs',
      groupIds: ['security-group:web'],
    }),
    elasticIp('theirs', 'network-interface:second', { ownerId: participant }),
    workload('beside', 'closed', group),
    workload('six', 'six', group, { assignIpv6Address: true }),
    regional('manual', {
      availabilityZones: ['eu-west-1a', 'eu-west-1b'],
      secondaryAddresses: [{}, {}],
    }),
    regional('automatic', { routeTableId: 'route-table:inspected' }),
    natGateway('zonal', 'shared', { secondaryAddresses: [{ privateIp: '10.0.0.20' }] }),
    natGateway('private', 'shared', { connectivityType: 'private', secondaryAddresses: [{}, {}] }),
    routeTable('outward', 'Hub', { '0.0.0.0/0': 'nat-gateway:manual' }),
    routeTable('inspected', 'Hub', {
      '192.168.0.0/16': 'workload:theirs',
      '172.16.0.0/12': 'nat-gateway:private',
    }),
  )
