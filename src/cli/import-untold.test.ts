import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { importAnswers } from '../import/aws/import'
import { documentOf, flowIn } from './testing/imported'
import type { Flow } from './questions'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

const toInternet = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }
const gateway = {
  InternetGatewayId: 'igw-1',
  Attachments: [{ VpcId: 'vpc-a', State: 'available' }],
}

/** Two hosts in one VPC, and every call that tells of them. */
const lists = (more: Lists = {}): Lists => ({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [
    subnet('subnet-a', 'vpc-a', '10.0.1.0/24', { AvailabilityZone: 'eu-west-1a' }),
    subnet('subnet-b', 'vpc-a', '10.0.2.0/24', { AvailabilityZone: 'eu-west-1b' }),
  ],
  RouteTables: [table('rtb-a', 'vpc-a', [toInternet])],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '10.0.0.0/8')])],
  InternetGateways: [gateway],
  NetworkInterfaces: [],
  VpcEndpoints: [],
  VpcPeeringConnections: [],
  Instances: [
    instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
    instance('i-b', 'subnet-b', '10.0.2.10', ['sg-a']),
  ],
  ...more,
})

const without = (all: Lists, ...keys: readonly string[]): Lists =>
  Object.fromEntries(Object.entries(all).filter(([key]) => !keys.includes(key)))

const ask = (all: Lists, from: string, to: string, more: Partial<Flow> = {}) =>
  flowIn(documentOf(filesOf(all)), { from, to, port: 443, ...more })

describe('CL-17: without describe-network-interfaces', () => {
  const less = without(lists(), 'NetworkInterfaces')
  it.each([
    ['i-a', '10.0.2.99', 'NO(NO_POSSIBLE_DESTINATION)', 'NOT-MODELLED'],
    ['10.0.1.99', 'i-b', 'OK', 'NOT-MODELLED'],
    ['i-a', '10.0.2.10', 'OK', 'OK'],
    ['internet', '52.1.1.1', 'NO(NO_POSSIBLE_DESTINATION)', 'NOT-MODELLED'],
    [
      'i-a',
      '10.9.9.9',
      'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
      'NO(IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS)',
    ],
  ])('%s to %s is %s, then %s', (from, to, known, unknown) => {
    expect(ask(lists(), from, to)).toBe(known)
    expect(ask(less, from, to)).toBe(unknown)
  })

  it('SG-5: whether a target that nobody described is of a group is unknown', () => {
    const named = {
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      UserIdGroupPairs: [{ GroupId: 'sg-a' }],
    }
    const groups = [
      group('sg-a', 'vpc-a', [tcp(443, '10.0.0.0/8')]),
      group('sg-out', 'vpc-a', [], [named]),
    ]
    const Instances = [
      instance('i-a', 'subnet-a', '10.0.1.10', ['sg-out']),
      instance('i-b', 'subnet-b', '10.0.2.10', ['sg-a']),
    ]
    const all = lists({ SecurityGroups: groups, Instances })
    expect(ask(all, 'i-a', '10.0.2.99')).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(ask(without(all, 'NetworkInterfaces'), 'i-a', '10.0.2.99')).toBe('NOT-MODELLED')
    expect(ask(without(all, 'NetworkInterfaces'), 'i-a', '10.0.2.10')).toBe('OK')
    expect(ask(without(all, 'NetworkInterfaces'), 'i-a', '8.8.8.8')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })

  it('it counts for the account and the Region where it was made', () => {
    const answers = (folder: string) => [
      ...filesOf(less),
      { path: `${folder}/interfaces.json`, value: { NetworkInterfaces: [] } },
    ]
    const verdict = (folder: string) =>
      flowIn(documentOf(answers(folder)), { from: 'i-a', to: '10.0.2.99', port: 443 })
    expect(verdict(`accounts/${account}/eu-west-1`)).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict('anywhere')).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(verdict('accounts/999999999999/eu-west-1')).toBe('NOT-MODELLED')
    expect(verdict(`accounts/${account}/us-east-1`)).toBe('NOT-MODELLED')
  })
})

describe('CL-17: a page that names another one (NextToken)', () => {
  const page = (key: string, list: readonly Raw[], token: boolean, name = 'page') => ({
    path: `accounts/${account}/eu-west-1/${key}-${name}.json`,
    value: { [key]: list, ...(token && { NextToken: 'more' }) },
  })
  const rest = (key: string) => filesOf(without(lists(), key))

  it('is no whole answer, until the last one is there', () => {
    const first = [...rest('NetworkInterfaces'), page('NetworkInterfaces', [], true)]
    const all = [...first, page('NetworkInterfaces', [], false, 'last')]
    const flow = { from: 'i-a', to: '10.0.2.99', port: 443 }
    expect(flowIn(documentOf(first), flow)).toBe('NOT-MODELLED')
    expect(flowIn(documentOf(all), flow)).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(importAnswers(first).report.remarks).toContainEqual(
      expect.objectContaining({ what: `NetworkInterfaces ${account} eu-west-1` }),
    )
    expect(importAnswers(all).report.remarks).toEqual([])
  })

  it.each(['RouteTables', 'NetworkAcls'])('of %s may hold what is in force in a subnet', (key) => {
    const list = lists()[key] ?? []
    const flow = { from: 'i-a', to: 'i-b', port: 443 }
    expect(flowIn(documentOf([...rest(key), page(key, list, false)]), flow)).toBe('OK')
    expect(flowIn(documentOf([...rest(key), page(key, list, true)]), flow)).toBe('NOT-MODELLED')
  })
})

describe('CL-17: without describe-vpc-endpoints', () => {
  const names = (isOn: boolean) => ({
    VpcAttributes: [{ VpcId: 'vpc-a', EnableDnsHostnames: { Value: isOn } }],
  })
  const first = face('eni-a', 'subnet-a', '10.0.1.10', {
    Attachment: { DeviceIndex: 0 },
    Groups: [{ GroupId: 'sg-a' }],
    PrivateIpAddresses: [
      {
        Primary: true,
        PrivateIpAddress: '10.0.1.10',
        Association: { PublicIp: '52.1.1.1', IpOwnerId: 'amazon' },
      },
    ],
  })
  const open = { Instances: [instance('i-a', 'subnet-a', '', [], { NetworkInterfaces: [first] })] }
  const ofEndpoint = face('eni-e', 'subnet-b', '10.0.2.50', {
    InterfaceType: 'vpc_endpoint',
    RequesterManaged: true,
    VpcId: 'vpc-a',
  })
  const to = (more: Lists, ...less: readonly string[]) =>
    ask(without(lists({ ...open, ...more }), ...less), 'i-a', 'sqs.eu-west-1')

  it('EP-13: a name may be private where an interface is one of an endpoint', () => {
    expect(to({}, 'VpcEndpoints')).toBe('OK')
    expect(to({ NetworkInterfaces: [ofEndpoint] }, 'VpcEndpoints')).toBe('NOT-MODELLED')
    expect(to({}, 'VpcEndpoints', 'NetworkInterfaces')).toBe('NOT-MODELLED')
  })
  it('EP-13: never in a VPC without DNS host names', () => {
    expect(to(names(false), 'VpcEndpoints', 'NetworkInterfaces')).toBe('OK')
    expect(to(names(true), 'VpcEndpoints', 'NetworkInterfaces')).toBe('NOT-MODELLED')
  })
  // older answers say what an interface is for by its description alone
  const older = {
    ...ofEndpoint,
    InterfaceType: 'interface',
    Description: 'VPC Endpoint Interface vpce-0123',
  }
  it.each([ofEndpoint, older])('its interface is somebody, and what it answers unknown', (it) => {
    const all = without(lists({ NetworkInterfaces: [it] }), 'VpcEndpoints')
    expect(ask(all, 'i-a', '10.0.2.50')).toBe('NOT-MODELLED')
    expect(ask(all, 'i-a', '10.0.2.51')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
  it('EP-1: a route tells of a gateway endpoint, and the name of its list of the service', () => {
    const route = {
      DestinationPrefixListId: 'pl-0123',
      GatewayId: 'vpce-0123',
      Origin: 'CreateRoute',
      State: 'active',
    }
    const named = { PrefixListId: 'pl-0123', PrefixListName: 'com.amazonaws.eu-west-1.s3' }
    const verdict = (to: string, more: Lists) =>
      ask(
        without(
          lists({ RouteTables: [table('rtb-a', 'vpc-a', [route])], ...more }),
          'VpcEndpoints',
        ),
        'i-a',
        to,
      )
    const PrefixLists = [{ ...named, Cidrs: ['52.218.0.0/17'] }]
    expect(verdict('s3.eu-west-1', { PrefixLists })).toBe('OK')
    expect(verdict('dynamodb.eu-west-1', { PrefixLists })).toBe('NO(NO_ROUTE_TO_DESTINATION)')
    for (const service of ['s3', 'dynamodb'])
      expect(verdict(`${service}.eu-west-1`, {})).toBe('NOT-MODELLED')
    expect(verdict('10.0.2.51', {})).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
})

describe('CL-17: without the attributes of load balancers and target groups', () => {
  const arn = (rest: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${rest}`
  const balancer = arn('loadbalancer/net/n/0123456789abcdef')
  const targets = arn('targetgroup/t/0123456789abcdef')
  const zones = (...names: readonly string[]) =>
    names.map((name) => ({ ZoneName: `eu-west-1${name}`, SubnetId: `subnet-${name}` }))
  const node = (name: string, ip: string) =>
    face(`eni-n${name}`, `subnet-${name}`, ip, {
      Description: 'ELB net/n/0123456789abcdef',
      InterfaceType: 'network_load_balancer',
      RequesterManaged: true,
    })
  const all = (more: Lists = {}, ...names: readonly string[]): Lists =>
    lists({
      NetworkInterfaces: [node('a', '10.0.1.20'), node('b', '10.0.2.20')],
      LoadBalancers: [
        {
          LoadBalancerArn: balancer,
          LoadBalancerName: 'n',
          VpcId: 'vpc-a',
          Type: 'network',
          Scheme: 'internal',
          State: { Code: 'active' },
          AvailabilityZones: zones(...(names.length > 0 ? names : ['a', 'b'])),
        },
      ],
      Listeners: [
        {
          ListenerArn: arn('listener/net/n/0123456789abcdef/1'),
          LoadBalancerArn: balancer,
          Port: 443,
          Protocol: 'TCP',
          DefaultActions: [{ Type: 'forward', TargetGroupArn: targets }],
        },
      ],
      TargetGroups: [
        {
          TargetGroupArn: targets,
          TargetGroupName: 't',
          VpcId: 'vpc-a',
          TargetType: 'ip',
          Protocol: 'TCP',
          Port: 443,
        },
      ],
      TargetHealthDescriptions: [
        {
          TargetGroupArn: targets,
          Target: { Id: '10.0.2.10', Port: 443, AvailabilityZone: 'eu-west-1b' },
          TargetHealth: { State: 'healthy' },
        },
      ],
      LoadBalancerAttributes: [
        { LoadBalancerArn: balancer, Key: 'load_balancing.cross_zone.enabled', Value: 'false' },
      ],
      TargetGroupAttributes: [
        {
          TargetGroupArn: targets,
          Key: 'load_balancing.cross_zone.enabled',
          Value: 'use_load_balancer_configuration',
        },
      ],
      ...more,
    })
  const to = (address: string, all_: Lists) => ask(all_, 'i-a', address)

  it('LB-10: whether it crosses zones decides where a zone has no target', () => {
    expect(to('10.0.1.20', all())).toBe('NO(ELB_NOT_CROSSZONE)')
    for (const key of ['LoadBalancerAttributes', 'TargetGroupAttributes'])
      expect(to('10.0.1.20', without(all(), key)), key).toBe('NOT-MODELLED')
    // and nowhere else
    for (const key of ['LoadBalancerAttributes', 'TargetGroupAttributes'])
      expect(to('10.0.2.20', without(all(), key)), key).toBe('OK')
  })
  it('LB-6: whether it keeps addresses decides where targets admit only one of them', () => {
    const onlyNodes = [
      group(
        'sg-a',
        'vpc-a',
        [tcp(443, '10.0.2.20/32')],
        [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
      ),
    ]
    expect(to('10.0.2.20', all({ SecurityGroups: onlyNodes }))).toBe('OK')
    expect(
      to('10.0.2.20', without(all({ SecurityGroups: onlyNodes }), 'TargetGroupAttributes')),
    ).toBe('NOT-MODELLED')
  })
})

describe('CL-17: without describe-vpc-peering-connections', () => {
  it('SG-6: whether a rule may name a group of the other VPC is unknown', () => {
    const over = (block: string) => ({
      DestinationCidrBlock: block,
      VpcPeeringConnectionId: 'pcx-1',
    })
    const named = {
      IpProtocol: 'tcp',
      FromPort: 443,
      ToPort: 443,
      UserIdGroupPairs: [{ GroupId: 'sg-b', UserId: account }],
    }
    const side = (VpcId: string, CidrBlock: string) => ({
      VpcId,
      CidrBlock,
      OwnerId: account,
      Region: 'eu-west-1',
    })
    const all = lists({
      Vpcs: [vpc('vpc-a', '10.0.0.0/16'), vpc('vpc-b', '10.1.0.0/16')],
      Subnets: [
        subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
        subnet('subnet-b', 'vpc-b', '10.1.1.0/24'),
      ],
      RouteTables: [
        table('rtb-a', 'vpc-a', [over('10.1.0.0/16')]),
        table('rtb-b', 'vpc-b', [over('10.0.0.0/16')]),
      ],
      NetworkAcls: [openAcl('acl-a', 'vpc-a'), openAcl('acl-b', 'vpc-b')],
      SecurityGroups: [
        group('sg-a', 'vpc-a', [], [named]),
        group('sg-b', 'vpc-b', [tcp(443, '10.0.0.0/8')]),
      ],
      Instances: [
        instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
        instance('i-b', 'subnet-b', '10.1.1.10', ['sg-b']),
      ],
      VpcPeeringConnections: [
        {
          VpcPeeringConnectionId: 'pcx-1',
          Status: { Code: 'active' },
          RequesterVpcInfo: side('vpc-a', '10.0.0.0/16'),
          AccepterVpcInfo: side('vpc-b', '10.1.0.0/16'),
        },
      ],
    })
    expect(ask(all, 'i-a', 'i-b')).toBe('OK')
    expect(ask(without(all, 'VpcPeeringConnections'), 'i-a', 'i-b')).toBe('NOT-MODELLED')
  })
})
