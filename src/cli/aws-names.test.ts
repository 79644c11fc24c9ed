import { describe, expect, it } from 'vitest'
import {
  account,
  filesOf,
  group,
  instance,
  openAcl,
  subnet,
  table,
  tcp,
  vpc,
} from '../import/testing/account'
import { serviceIn } from './aws-names'
import { documentOf, flowIn } from './testing/imported'

const arn = (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:${account}:${what}`
const balancers = [
  ['app', 'shop', '0123456789abcdef'],
  ['net', 'shop', 'fedcba9876543210'],
] as const

const files = filesOf({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
  RouteTables: [table('rtb-a', 'vpc-a', [])],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '10.0.1.0/24')])],
  Instances: [
    instance('i-0a', 'subnet-a', '10.0.1.10', ['sg-a']),
    instance('i-0b', 'subnet-a', '10.0.1.20', ['sg-a']),
  ],
  LoadBalancers: balancers.map(([type, name, digits], index) => ({
    LoadBalancerArn: arn(`loadbalancer/${type}/${name}/${digits}`),
    LoadBalancerName: name,
    VpcId: 'vpc-a',
    Type: type === 'app' ? 'application' : 'network',
    Scheme: 'internal',
    SecurityGroups: ['sg-a'],
    AvailabilityZones: [
      {
        SubnetId: 'subnet-a',
        ZoneName: 'eu-west-1a',
        LoadBalancerAddresses: [{ PrivateIPv4Address: `10.0.1.9${index}` }],
      },
    ],
  })),
  Listeners: balancers.map(([type, name, digits]) => ({
    ListenerArn: arn(`listener/${type}/${name}/${digits}/00000000000000aa`),
    LoadBalancerArn: arn(`loadbalancer/${type}/${name}/${digits}`),
    Port: 443,
    Protocol: type === 'app' ? 'HTTPS' : 'TCP',
    DefaultActions:
      type === 'app'
        ? [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }]
        : [{ Type: 'forward', TargetGroupArn: arn('targetgroup/none/0000000000000001') }],
  })),
  TargetGroups: [
    {
      TargetGroupArn: arn('targetgroup/none/0000000000000001'),
      TargetGroupName: 'none',
      VpcId: 'vpc-a',
      TargetType: 'instance',
      Protocol: 'TCP',
      Port: 443,
    },
  ],
  TargetHealthDescriptions: [],
})
const document = documentOf(files)

describe('ends by what AWS calls them elsewhere', () => {
  it.each([
    [`arn:aws:ec2:eu-west-1:${account}:instance/i-0b`, 'OK'],
    ['ip-10-0-1-20.eu-west-1.compute.internal', 'OK'],
    ['i-0b.eu-west-1.compute.internal', 'OK'],
    ['internal-shop-1234567890.eu-west-1.elb.amazonaws.com', 'OK'],
    ['dualstack.internal-shop-1234567890.eu-west-1.elb.amazonaws.com', 'OK'],
  ])('%s: %s', (to, told) => {
    expect(flowIn(document, { from: 'i-0a', to, port: 443 })).toBe(told)
  })

  it('a Network Load Balancer is known by the digits in its name', () => {
    const to = 'shop-fedcba9876543210.elb.eu-west-1.amazonaws.com'
    const byArn = arn('loadbalancer/net/shop/fedcba9876543210')
    expect(flowIn(document, { from: 'i-0a', to, port: 443 })).toBe(
      flowIn(document, { from: 'i-0a', to: byArn, port: 443 }),
    )
  })

  it.each([
    ['s3.eu-west-1.amazonaws.com', 's3.eu-west-1'],
    ['logs.2026.s3.eu-west-1.amazonaws.com', 's3.eu-west-1'],
    ['logs.s3.dualstack.eu-west-1.amazonaws.com', 's3.eu-west-1'],
    ['com.amazonaws.eu-west-1.dynamodb', 'dynamodb.eu-west-1'],
    ['s3.amazonaws.com', 's3.us-east-1'],
    ['api.ecr.eu-west-1.amazonaws.com', 'ecr.api.eu-west-1'],
    ['123456789012.dkr.ecr.eu-west-1.amazonaws.com', 'ecr.dkr.eu-west-1'],
    ['0a1b2c.execute-api.cn-north-1.amazonaws.com.cn', 'execute-api.cn-north-1'],
    ['internal-shop-1234567890.eu-west-1.elb.amazonaws.com', null],
    ['ec2-52-1-1-1.eu-west-1.compute.amazonaws.com', null],
    ['s3.eu-west-1', null],
  ])('a service of AWS: %s is %s', (name, service) => {
    expect(serviceIn(name)).toBe(service)
  })

  it('EP-2: a service may be named as DNS names it', () => {
    const whole = documentOf([...files, { path: 'endpoints.json', value: { VpcEndpoints: [] } }])
    const ask = (to: string) => flowIn(whole, { from: 'i-0a', to, port: 443 })
    expect(ask('logs.s3.eu-west-1.amazonaws.com')).toBe(ask('s3.eu-west-1'))
    expect(ask('s3.eu-west-1')).toBe('NO(NO_ROUTE_TO_DESTINATION)')
  })

  it.each([
    'internal-shop-1234567890.us-east-1.elb.amazonaws.com',
    'shop-0000000000000000.elb.eu-west-1.amazonaws.com',
    'ip-10-0-1-20.example.com',
  ])('%s is nobody here', (to) => {
    expect(() => flowIn(document, { from: 'i-0a', to, port: 443 })).toThrow('Nothing in the design')
  })
})
