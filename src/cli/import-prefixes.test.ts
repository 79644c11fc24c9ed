import { describe, expect, it } from 'vitest'
import {
  account,
  face,
  filesOf,
  group,
  openAcl,
  subnet,
  table,
  vpc,
} from '../import/testing/account'
import { documentOf, flowIn } from './testing/imported'

type Raw = Readonly<Record<string, unknown>>

const six = (id: string, block: string): Raw =>
  subnet(`subnet-${id}`, 'vpc-a', `10.0.${id === 'a' ? 1 : 2}.0/24`, {
    Ipv6CidrBlockAssociationSet: [
      { Ipv6CidrBlock: block, Ipv6CidrBlockState: { State: 'associated' } },
    ],
  })
const node = (id: string, ip: string, Ipv6Address: string, Ipv6Prefix: string) =>
  face(`eni-${id}`, `subnet-${id}`, ip, {
    Attachment: { InstanceId: `i-${id}`, DeviceIndex: 0 },
    Groups: [{ GroupId: 'sg-a' }],
    Ipv6Addresses: [{ Ipv6Address }],
    Ipv6Prefixes: [{ Ipv6Prefix }],
    TagSet: [{ Key: 'node.k8s.amazonaws.com/instance_id', Value: `i-${id}` }],
  })
const own = { IpProtocol: '-1', UserIdGroupPairs: [{ GroupId: 'sg-a' }] }
const elb = `arn:aws:elasticloadbalancing:eu-west-1:${account}:`
const [balancer, pods] = [
  `${elb}loadbalancer/net/lb/0123456789abcdef`,
  `${elb}targetgroup/pods/0123456789abcde0`,
]

/** Two nodes of a cluster that gives pods IPv6 addresses, and a load balancer before the pods. */
const document = documentOf(
  filesOf({
    Vpcs: [
      vpc('vpc-a', '10.0.0.0/16', {
        Ipv6CidrBlockAssociationSet: [
          {
            Ipv6CidrBlock: '2001:db8:0:aa00::/56',
            Ipv6CidrBlockState: { State: 'associated' },
          },
        ],
      }),
    ],
    Subnets: [six('a', '2001:db8:0:aa01::/64'), six('b', '2001:db8:0:aa02::/64')],
    RouteTables: [
      table('rtb-a', 'vpc-a', [
        { DestinationIpv6CidrBlock: '2001:db8:0:aa00::/56', GatewayId: 'local' },
      ]),
    ],
    NetworkAcls: [
      {
        ...openAcl('acl-a', 'vpc-a'),
        Entries: [true, false].flatMap((Egress) =>
          [{ CidrBlock: '0.0.0.0/0' }, { Ipv6CidrBlock: '::/0' }].map((block, index) => ({
            ...block,
            Egress,
            Protocol: '-1',
            RuleAction: 'allow',
            RuleNumber: 100 + index,
          })),
        ),
      },
    ],
    SecurityGroups: [
      group(
        'sg-a',
        'vpc-a',
        [own],
        [
          {
            IpProtocol: '-1',
            IpRanges: [{ CidrIp: '0.0.0.0/0' }],
            Ipv6Ranges: [{ CidrIpv6: '::/0' }],
          },
        ],
      ),
    ],
    NetworkInterfaces: [
      node('a', '10.0.1.10', '2001:db8:0:aa01::10', '2001:db8:0:aa01:1::/80'),
      node('b', '10.0.2.10', '2001:db8:0:aa02::10', '2001:db8:0:aa02:1::/80'),
      face('eni-lb', 'subnet-a', '10.0.1.90', {
        Description: 'ELB net/lb/0123456789abcdef',
        Groups: [{ GroupId: 'sg-a' }],
        Ipv6Addresses: [{ Ipv6Address: '2001:db8:0:aa01::90' }],
      }),
    ],
    Instances: ['a', 'b'].map((id) => ({
      InstanceId: `i-${id}`,
      NetworkInterfaces: [{ NetworkInterfaceId: `eni-${id}` }],
    })),
    LoadBalancers: [
      {
        LoadBalancerArn: balancer,
        LoadBalancerName: 'lb',
        Type: 'network',
        Scheme: 'internal',
        IpAddressType: 'dualstack',
        VpcId: 'vpc-a',
        SecurityGroups: ['sg-a'],
        AvailabilityZones: [{ SubnetId: 'subnet-a' }],
      },
    ],
    Listeners: [
      {
        ListenerArn: `${elb}listener/net/lb/0123456789abcdef/1`,
        LoadBalancerArn: balancer,
        Port: 80,
        Protocol: 'TCP',
        DefaultActions: [{ Type: 'forward', TargetGroupArn: pods }],
      },
    ],
    TargetGroups: [
      {
        TargetGroupArn: pods,
        TargetGroupName: 'pods',
        VpcId: 'vpc-a',
        TargetType: 'ip',
        IpAddressType: 'ipv6',
        Protocol: 'TCP',
        Port: 8080,
      },
    ],
    TargetHealthDescriptions: [
      {
        TargetGroupArn: pods,
        Target: { Id: '2001:db8:0:aa01:1::5', Port: 8080 },
        TargetHealth: { State: 'healthy' },
      },
    ],
  }),
)
const ask = (from: string, to: string, port = 443) => flowIn(document, { from, to, port })

describe('LB-13: an IPv6 prefix that is delegated to an interface of a node', () => {
  const [pod, other, nobody] = [
    '2001:db8:0:aa01:1::5',
    '2001:db8:0:aa02:1::7',
    '2001:db8:0:aa02:2::7',
  ]
  it('holds addresses of pods, which carry the groups of the interface', () => {
    expect(ask(pod, other)).toBe('OK')
    expect(ask('i-b', pod)).toBe('OK')
    expect(flowIn(document, { from: 'i-a', srcIp: pod, to: other, port: 443 })).toBe('OK')
    expect(flowIn(document, { from: pod, to: 'i-b', dstIp: other, port: 443 })).toBe('OK')
  })
  it('and no other addresses', () => {
    expect(ask(pod, nobody)).toBe('NO(NO_POSSIBLE_DESTINATION)')
    expect(ask(nobody, pod)).not.toBe('OK')
  })
  it('LB-9: holds targets of a load balancer', () => {
    expect(ask('i-b', 'lb', 80)).toBe('OK')
  })
})
