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
import { resolve } from '../engine/network'
import { questionOf } from './questions'
import { documentOf, flowIn } from './testing/imported'

const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${what}`
const zones = ['a', 'b'] as const

/** A Network Load Balancer with an address in each zone. */
const balancer = (name: string, digits: string, third: number, more: object) => ({
  LoadBalancerArn: arn(`loadbalancer/net/${name}/${digits}`),
  LoadBalancerName: name,
  VpcId: 'vpc-a',
  Type: 'network',
  Scheme: 'internal',
  SecurityGroups: [`sg-${name}`],
  AvailabilityZones: zones.map((zone, index) => ({
    SubnetId: `subnet-${zone}`,
    ZoneName: `eu-west-1${zone}`,
    LoadBalancerAddresses: [{ PrivateIPv4Address: `10.0.${index + 1}.${third}` }],
  })),
  ...more,
})
const application = (name: string, digits: string, third: number, DNSName: string) => ({
  ...balancer(name, digits, third, { Type: 'application', DNSName }),
  LoadBalancerArn: arn(`loadbalancer/app/${name}/${digits}`),
})

const document = documentOf(
  filesOf({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: zones.map((zone, index) => ({
      ...subnet(`subnet-${zone}`, 'vpc-a', `10.0.${index + 1}.0/24`),
      AvailabilityZone: `eu-west-1${zone}`,
    })),
    RouteTables: [table('rtb-a', 'vpc-a', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [
      group('sg-client', 'vpc-a', []),
      group('sg-one', 'vpc-a', [tcp(443, '10.0.1.10/32')]),
      group('sg-shop', 'vpc-a', [tcp(443, '10.0.1.10/32')]),
      group('sg-web', 'vpc-a', [tcp(443, '10.0.1.10/32')]),
      group('sg-old', 'vpc-a', []),
    ],
    Instances: [instance('i-0c', 'subnet-a', '10.0.1.10', ['sg-client'])],
    LoadBalancers: [
      balancer('shop', '0123456789abcdef', 90, {}),
      balancer('open', 'fedcba9876543210', 91, {
        Scheme: 'internet-facing',
        AvailabilityZones: [
          {
            SubnetId: 'subnet-a',
            ZoneName: 'eu-west-1a',
            LoadBalancerAddresses: [{ PrivateIPv4Address: '10.0.1.91', IpAddress: '52.48.1.1' }],
          },
        ],
      }),
      application(
        'web',
        '00000000000000aa',
        80,
        'internal-Web-123456789.eu-west-1.elb.amazonaws.com',
      ),
      application('old', '00000000000000bb', 81, 'internal-old-5.eu-west-1.elb.amazonaws.com'),
    ],
    Listeners: [
      ['app/web/00000000000000aa', 'HTTPS'],
      ['app/old/00000000000000bb', 'HTTPS'],
    ].map(([which, Protocol]) => ({
      ListenerArn: arn(`listener/${which}/0`),
      LoadBalancerArn: arn(`loadbalancer/${which}`),
      Port: 443,
      Protocol,
      DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
    })),
    VpcEndpoints: [
      {
        VpcEndpointId: 'vpce-0e',
        VpcEndpointType: 'Interface',
        VpcId: 'vpc-a',
        ServiceName: 'com.amazonaws.eu-west-1.ec2',
        State: 'available',
        SubnetIds: ['subnet-a', 'subnet-b'],
        Groups: [{ GroupId: 'sg-one' }],
        NetworkInterfaceIds: ['eni-e1', 'eni-e2'],
        PrivateDnsEnabled: false,
      },
    ],
    NetworkInterfaces: [
      face('eni-e1', 'subnet-a', '10.0.1.50', { Groups: [{ GroupId: 'sg-one' }] }),
      face('eni-e2', 'subnet-b', '10.0.2.50', { Groups: [{ GroupId: 'sg-client' }] }),
    ],
  }),
)
const asked = (to: string) => flowIn(document, { from: 'i-0c', to, port: 443 })

describe('names that AWS gives in DNS', () => {
  it.each([
    // by what the load balancer says of itself, in whichever case
    ['internal-web-123456789.eu-west-1.elb.amazonaws.com', 'OK'],
    ['dualstack.internal-web-123456789.eu-west-1.elb.amazonaws.com', 'OK'],
    ['internal-old-5.eu-west-1.elb.amazonaws.com.', 'NO(SG_HAS_NO_RULES)'],
    ['vpce-0e-abcd1234.ec2.eu-west-1.vpce.amazonaws.com', 'OK'],
    ['vpce-0e-abcd1234-eu-west-1a.ec2.eu-west-1.vpce.amazonaws.com', 'OK'],
    ['bucket.vpce-0e-abcd1234.s3.eu-west-1.vpce.amazonaws.com', 'OK'],
  ])('LB-3, EP-13: %s: %s', (to, told) => {
    expect(asked(to)).toBe(told)
  })

  it.each([
    ['eu-west-1a.shop-0123456789abcdef.elb.eu-west-1.amazonaws.com', '10.0.1.90'],
    ['eu-west-1b.shop-0123456789abcdef.elb.eu-west-1.amazonaws.com', '10.0.2.90'],
    ['eu-west-1a.open-fedcba9876543210.elb.eu-west-1.amazonaws.com', '52.48.1.1'],
    ['vpce-0e-abcd1234-eu-west-1b.ec2.eu-west-1.vpce.amazonaws.com', '10.0.2.50'],
  ])('LB-2, LB-3, EP-6: %s is the node %s', (to, address) => {
    const { destination } = questionOf(resolve(document), { from: 'i-0c', to, port: 443 })
    expect(destination).toMatchObject({ address })
  })

  it.each([
    ['internal-web-99.eu-west-1.elb.amazonaws.com', 'no load balancer or endpoint there is known'],
    ['web-123456789.eu-west-1.elb.amazonaws.com', 'no load balancer or endpoint there is known'],
    [
      'eu-west-1c.shop-0123456789abcdef.elb.eu-west-1.amazonaws.com',
      'has no address in eu-west-1c in the design',
    ],
    [
      'shop-fedcba9876543211.elb.eu-west-1.amazonaws.com',
      'no load balancer or endpoint there is known',
    ],
    ['vpce-0f-abcd1234.ec2.eu-west-1.vpce.amazonaws.com', 'no load balancer or endpoint there'],
  ])('%s is refused: %s', (to, why) => {
    expect(() => asked(to)).toThrow(why)
  })
})
