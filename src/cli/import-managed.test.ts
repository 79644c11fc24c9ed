import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  instance,
  openAcl,
  other,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

const base = (more: Lists = {}): Lists => ({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [
    subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
    subnet('subnet-b', 'vpc-a', '10.0.2.0/24', {
      AvailabilityZone: 'eu-west-1b',
      AvailabilityZoneId: 'euw1-az2',
    }),
  ],
  RouteTables: [table('rtb-a', 'vpc-a', [])],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  ...more,
})

const managed = (id: string, subnetId: string, ip: string, Description: string, more: Raw = {}) =>
  face(id, subnetId, ip, { Description, RequesterManaged: true, ...more })

describe('Lambda functions', () => {
  const fn = (name: string): Raw => ({
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:eu-west-1:${account}:function:${name}`,
    VpcConfig: { VpcId: 'vpc-a', SubnetIds: ['subnet-a'], SecurityGroupIds: ['sg-f'] },
  })
  const lambda = (id: string, ip: string, name: string) =>
    managed(id, 'subnet-a', ip, `AWS Lambda VPC ENI-${name}-12345678-90ab-cdef-1234-567890abcdef`, {
      InterfaceType: 'lambda',
      Groups: [{ GroupId: 'sg-f' }],
    })
  const document = documentOf(
    filesOf(
      base({
        SecurityGroups: [
          group('sg-f', 'vpc-a'),
          group('sg-i', 'vpc-a', [tcp(443, '10.0.1.31/32')]),
        ],
        Functions: [fn('orders'), fn('shares-it')],
        NetworkInterfaces: [
          lambda('eni-f1', '10.0.1.31', 'orders'),
          lambda('eni-f2', '10.0.1.32', 'gone'),
        ],
        Instances: [instance('i-a', 'subnet-b', '10.0.2.10', ['sg-i'])],
      }),
    ),
  )

  it('WALK-2: have the interfaces that are described, by name, id and address', () => {
    for (const from of ['orders', 'eni-f1', '10.0.1.31'])
      expect(flowIn(document, { from, to: 'i-a', port: 443 })).toBe('OK')
  })

  it('WALK-2: share those of their subnet and groups, each written with one of them', () => {
    // the function that the second interface was made for is gone; another lives on it
    expect(flowIn(document, { from: 'shares-it', to: 'i-a', port: 443 })).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    expect(
      document.resources[`workload:arn:aws:lambda:eu-west-1:${account}:function:shares-it`],
    ).toMatchObject({
      interfaces: { 'subnet:subnet-a': { networkInterfaceId: 'eni-f2' } },
    })
  })
})

describe('databases', () => {
  const database: Raw = {
    DBInstanceIdentifier: 'shop',
    DBInstanceArn: `arn:aws:rds:eu-west-1:${account}:db:shop`,
    AvailabilityZone: 'eu-west-1b',
    SecondaryAvailabilityZone: 'eu-west-1a',
    VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-d' }],
    DBSubnetGroup: {
      Subnets: [{ SubnetIdentifier: 'subnet-a' }, { SubnetIdentifier: 'subnet-b' }],
    },
  }
  const zones = { AvailabilityZone: 'eu-west-1b' }
  const groups = { Groups: [{ GroupId: 'sg-d' }] }
  const document = documentOf(
    filesOf(
      base({
        SecurityGroups: [
          group('sg-d', 'vpc-a', [tcp(5432, '10.0.0.0/16')]),
          group('sg-i', 'vpc-a'),
        ],
        DBInstances: [database],
        NetworkInterfaces: [
          managed('eni-d1', 'subnet-a', '10.0.1.50', 'RDSNetworkInterface', groups),
          managed('eni-d2', 'subnet-b', '10.0.2.50', 'RDSNetworkInterface', {
            ...groups,
            ...zones,
          }),
        ],
        Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-i'])],
      }),
    ),
  )

  it('WALK-2: are called by name and ARN where they answer; the standby stands apart', () => {
    for (const to of ['shop', `arn:aws:rds:eu-west-1:${account}:db:shop`, 'eni-d2', 'eni-d1'])
      expect(flowIn(document, { from: 'i-a', to, port: 5432 })).toBe('OK')
    expect(document.resources[`workload:arn:aws:rds:eu-west-1:${account}:db:shop`]).toMatchObject({
      interfaces: { 'subnet:subnet-b': { privateIpAddress: '10.0.2.50' } },
    })
  })
})

describe('endpoint services', () => {
  const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${other}:${what}`
  const [balancer, targets] = [
    arn('loadbalancer/net/svc/0123456789abcdef'),
    arn('targetgroup/svc/fedcba9876543210'),
  ]
  const service = 'com.amazonaws.vpce.eu-west-1.vpce-svc-1'
  const mine = base({
    SecurityGroups: [group('sg-i', 'vpc-a'), group('sg-e', 'vpc-a', [tcp(443, '10.0.0.0/16')])],
    Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-i'])],
    NetworkInterfaces: [managed('eni-e1', 'subnet-b', '10.0.2.9', 'VPC Endpoint Interface vpce-1')],
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-1',
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-a',
        OwnerId: account,
        ServiceName: service,
        State: 'available',
        SubnetIds: ['subnet-b'],
        NetworkInterfaceIds: ['eni-e1'],
        Groups: [{ GroupId: 'sg-e' }],
      },
    ],
  })
  const theirs: Lists = {
    Vpcs: [vpc('vpc-p', '10.0.0.0/16', { OwnerId: other })],
    Subnets: [
      subnet('subnet-p', 'vpc-p', '10.0.9.0/24', {
        OwnerId: other,
        AvailabilityZone: 'eu-west-1c',
        AvailabilityZoneId: 'euw1-az2',
      }),
    ],
    RouteTables: [table('rtb-p', 'vpc-p', [], [{ Main: true }], { OwnerId: other })],
    NetworkAcls: [openAcl('acl-p', 'vpc-p')],
    SecurityGroups: [group('sg-p', 'vpc-p', [tcp(8080, '10.0.9.5/32')])],
    Instances: [instance('i-p', 'subnet-p', '10.0.9.10', ['sg-p'])],
    LoadBalancers: [
      {
        LoadBalancerArn: balancer,
        LoadBalancerName: 'svc',
        VpcId: 'vpc-p',
        Type: 'network',
        Scheme: 'internal',
        AvailabilityZones: [
          {
            SubnetId: 'subnet-p',
            ZoneName: 'eu-west-1c',
            LoadBalancerAddresses: [{ PrivateIPv4Address: '10.0.9.5' }],
          },
        ],
      },
    ],
    TargetGroups: [
      {
        TargetGroupArn: targets,
        VpcId: 'vpc-p',
        TargetType: 'instance',
        Protocol: 'TCP',
        Port: 8080,
      },
    ],
    Listeners: [
      {
        ListenerArn: arn('listener/net/svc/0123456789abcdef/1111111111111111'),
        LoadBalancerArn: balancer,
        Port: 443,
        Protocol: 'TCP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: targets }],
      },
    ],
    ServiceConfigurations: [
      {
        ServiceId: 'vpce-svc-1',
        ServiceName: service,
        ServiceType: [{ ServiceType: 'Interface' }],
        ServiceState: 'Available',
        NetworkLoadBalancerArns: [balancer],
      },
    ],
  }
  const health = {
    TargetGroupArn: targets,
    TargetHealthDescriptions: [{ Target: { Id: 'i-p', Port: 8080 } }],
  }
  const document = documentOf([
    ...filesOf(mine),
    ...filesOf(theirs, `accounts/${other}/eu-west-1`),
    { path: 'health.json', value: health },
  ])

  it('EP-8: whoever has an endpoint was allowed to make it, listed or not', () => {
    expect(flowIn(document, { from: 'i-a', to: 'vpce-1', port: 443 })).toBe('OK')
    expect(flowIn(document, { from: 'i-a', to: 'vpce-1', port: 80 })).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
})
