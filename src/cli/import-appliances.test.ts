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
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>
type Lists = Readonly<Record<string, readonly Raw[]>>

const all = [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }]
const ask = (lists: Lists, from: string, to: string) =>
  flowIn(documentOf(filesOf(lists)), { from, to, port: 443 })

describe('an instance with two interfaces that routes lead to', () => {
  const [left, right] = [
    face('eni-0a', 'subnet-fw', '10.0.9.10', {
      SourceDestCheck: false,
      Attachment: { DeviceIndex: 0 },
      Groups: [{ GroupId: 'sg-a' }],
    }),
    face('eni-0b', 'subnet-fw2', '10.0.8.10', {
      SourceDestCheck: false,
      Attachment: { DeviceIndex: 1 },
      Groups: [{ GroupId: 'sg-a' }],
    }),
  ]
  const attached = (it: Raw, check: boolean): Raw => ({
    ...it,
    SourceDestCheck: check,
    Attachment: { ...(it['Attachment'] as Raw), InstanceId: 'i-fw', Status: 'attached' },
  })
  const between = (a: string, b: string, checks: readonly [boolean, boolean]): Lists => ({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: [
      subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-b', 'vpc-a', '10.0.2.0/24'),
      subnet('subnet-fw', 'vpc-a', '10.0.9.0/24'),
      subnet('subnet-fw2', 'vpc-a', '10.0.8.0/24'),
    ],
    RouteTables: [
      table('rtb-0', 'vpc-a', []),
      table(
        'rtb-a',
        'vpc-a',
        [{ DestinationCidrBlock: '10.0.2.0/24', NetworkInterfaceId: a, InstanceId: 'i-fw' }],
        [{ SubnetId: 'subnet-a' }],
      ),
      table(
        'rtb-b',
        'vpc-a',
        [{ DestinationCidrBlock: '10.0.1.0/24', NetworkInterfaceId: b, InstanceId: 'i-fw' }],
        [{ SubnetId: 'subnet-b' }],
      ),
    ],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [group('sg-a', 'vpc-a', all)],
    NetworkInterfaces: [attached(left, checks[0]), attached(right, checks[1])],
    Instances: [
      instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
      instance('i-b', 'subnet-b', '10.0.2.10', ['sg-a']),
      instance('i-fw', 'subnet-fw', '10.0.9.10', ['sg-a'], {
        NetworkInterfaces: [attached(left, checks[0]), attached(right, checks[1])],
      }),
    ],
  })

  it('RT-13: the primary one may be named, whatever others there are', () => {
    const lists = between('eni-0a', 'eni-0b', [false, false])
    expect(ask(lists, 'i-a', 'i-b')).toBe('OK')
    const { NetworkInterfaces: _, ...less } = lists
    expect(documentOf(filesOf(less)).resources['route-table:rtb-a']).toMatchObject({
      routes: { '10.0.2.0/24': { target: 'workload:i-fw' } },
    })
  })

  it('RT-19: forwards by the further one though the primary one checks addresses', () => {
    expect(ask(between('eni-0b', 'eni-0b', [true, false]), 'i-a', 'i-b')).toBe('OK')
    expect(ask(between('eni-0a', 'eni-0b', [true, false]), 'i-a', 'i-b')).toBe(
      'NO(ENI_SOURCE_DEST_CHECK_RESTRICTION)',
    )
  })
})

describe('what an endpoint of another account leads to', () => {
  const balancer = (type: string, name: string) =>
    `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/${type}/${name}/0123456789abcdef`
  const groupArn = `arn:aws:elasticloadbalancing:eu-west-1:${account}:targetgroup/t/0123456789abcdef`
  const zoned = (id: string, vpcId: string, block: string, zone: string, OwnerId: string): Raw => {
    const { AvailabilityZoneId: _, ...it } = subnet(id, vpcId, block, {
      AvailabilityZone: `eu-west-1${zone}`,
      OwnerId,
    }) as { readonly AvailabilityZoneId: string }
    return it
  }
  const service = (arn: string, type: 'Interface' | 'GatewayLoadBalancer', Protocol: string) => ({
    LoadBalancers: [
      {
        LoadBalancerArn: arn,
        LoadBalancerName: 'lb',
        Type: type === 'Interface' ? 'network' : 'gateway',
        Scheme: 'internal',
        VpcId: 'vpc-p',
        State: { Code: 'active' },
        AvailabilityZones: ['a', 'b'].map((zone) => ({
          ZoneName: `eu-west-1${zone}`,
          SubnetId: `subnet-p${zone}`,
        })),
      },
    ],
    Listeners: [
      {
        ListenerArn: `${arn}/l`,
        LoadBalancerArn: arn,
        ...(type === 'Interface' && { Port: 443, Protocol }),
        DefaultActions: [{ Type: 'forward', TargetGroupArn: groupArn }],
      },
    ],
    TargetGroups: [
      {
        TargetGroupArn: groupArn,
        TargetGroupName: 't',
        Protocol,
        Port: Protocol === 'GENEVE' ? 6081 : 443,
        VpcId: 'vpc-p',
        TargetType: 'instance',
        LoadBalancerArns: [arn],
      },
    ],
    LoadBalancerAttributes: [
      {
        LoadBalancerArn: arn,
        Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }],
      },
    ],
    TargetGroupAttributes: [{ TargetGroupArn: groupArn, Attributes: [] }],
    LoadBalancerTargetHealth: [
      {
        TargetGroupArn: groupArn,
        TargetHealthDescriptions: [
          { Target: { Id: 'i-p', Port: 443 }, TargetHealth: { State: 'healthy' } },
        ],
      },
    ],
    ServiceConfigurations: [
      {
        ServiceId: 'vpce-svc-0a',
        ServiceState: 'Available',
        ServiceType: [{ ServiceType: type }],
        [type === 'Interface' ? 'NetworkLoadBalancerArns' : 'GatewayLoadBalancerArns']: [arn],
      },
    ],
  })
  const lists = (from: string, type: 'Interface' | 'GatewayLoadBalancer'): Lists => ({
    Vpcs: [
      vpc('vpc-c', '10.0.0.0/16', { OwnerId: other }),
      vpc('vpc-p', '10.1.0.0/16', { OwnerId: account }),
    ],
    Subnets: [
      zoned('subnet-c', 'vpc-c', '10.0.1.0/24', 'a', other),
      zoned('subnet-d', 'vpc-c', '10.0.2.0/24', 'a', other),
      zoned('subnet-e', 'vpc-c', '10.0.3.0/24', 'a', other),
      zoned('subnet-pa', 'vpc-p', '10.1.1.0/24', 'a', account),
      zoned('subnet-pb', 'vpc-p', '10.1.2.0/24', 'b', account),
    ],
    RouteTables: [
      table('rtb-c', 'vpc-c', []),
      ...(type === 'Interface'
        ? []
        : ['c', 'd'].map((it) =>
            table(
              `rtb-c${it}`,
              'vpc-c',
              [
                {
                  DestinationCidrBlock: it === 'c' ? '10.0.2.0/24' : '10.0.1.0/24',
                  GatewayId: 'vpce-0a',
                },
              ],
              [{ SubnetId: `subnet-${it}` }],
            ),
          )),
      table('rtb-p', 'vpc-p', []),
    ],
    NetworkAcls: [openAcl('acl-c', 'vpc-c'), openAcl('acl-p', 'vpc-p')],
    SecurityGroups: [
      group('sg-c', 'vpc-c', all),
      group('sg-p', 'vpc-p', [{ IpProtocol: '-1', IpRanges: [{ CidrIp: from }] }]),
    ],
    Instances: [
      instance('i-c', 'subnet-c', '10.0.1.10', ['sg-c']),
      instance('i-d', 'subnet-d', '10.0.2.10', ['sg-c']),
      instance('i-p', 'subnet-pa', '10.1.1.10', ['sg-p']),
    ],
    NetworkInterfaces: [
      face('eni-0e', 'subnet-e', '10.0.3.20', {
        Groups: type === 'Interface' ? [{ GroupId: 'sg-c' }] : [],
        InterfaceType: type === 'Interface' ? 'vpc_endpoint' : 'gateway_load_balancer_endpoint',
      }),
      ...['a', 'b'].map((zone, index) =>
        face(`eni-0${zone}`, `subnet-p${zone}`, `10.1.${index + 1}.20`, {
          Description: `ELB ${type === 'Interface' ? 'net' : 'gwy'}/lb/0123456789abcdef`,
        }),
      ),
    ],
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-0a',
        VpcEndpointType: type,
        VpcId: 'vpc-c',
        OwnerId: other,
        ServiceName: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0a',
        State: 'available',
        SubnetIds: ['subnet-e'],
        NetworkInterfaceIds: ['eni-0e'],
        Groups: type === 'Interface' ? [{ GroupId: 'sg-c' }] : [],
      },
    ],
    ...(type === 'Interface'
      ? service(balancer('net', 'lb'), type, 'TCP')
      : service(balancer('gwy', 'lb'), type, 'GENEVE')),
  })

  it('VPC-24: is known without zone IDs where every zone gives the same answer', () => {
    expect(ask(lists('10.1.0.0/16', 'Interface'), 'i-c', 'vpce-0a')).toBe('OK')
    expect(ask(lists('10.2.0.0/16', 'Interface'), 'i-c', 'vpce-0a')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
    expect(ask(lists('10.1.2.0/24', 'Interface'), 'i-c', 'vpce-0a')).toBe('NOT-MODELLED')
  })

  it('EP-12: a target of a Gateway Load Balancer inspects, whether it checks addresses or not', () => {
    expect(ask(lists('10.1.0.0/16', 'GatewayLoadBalancer'), 'i-c', 'i-d')).toBe('OK')
    expect(ask(lists('10.2.0.0/16', 'GatewayLoadBalancer'), 'i-c', 'i-d')).toBe(
      'NO(ENI_SG_RULES_MISMATCH)',
    )
  })
})
