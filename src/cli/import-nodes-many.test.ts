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
import { documentOf, flowIn } from './testing/imported'

const balancer = `arn:aws:elasticloadbalancing:eu-west-1:${account}:loadbalancer/app/big/0123456789abcdef`

/** An Application Load Balancer that has grown: two interfaces in its zone. */
const document = documentOf(
  filesOf({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: [subnet('subnet-a', 'vpc-a', '10.0.1.0/24')],
    RouteTables: [table('rtb-a', 'vpc-a', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [group('sg-a', 'vpc-a', [tcp(443, '10.0.1.0/24')])],
    Instances: [instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a'])],
    NetworkInterfaces: ['1', '2'].map((n) =>
      face(`eni-${n}`, 'subnet-a', `10.0.1.9${n}`, {
        Description: 'ELB app/big/0123456789abcdef',
        RequesterManaged: true,
        Groups: [{ GroupId: 'sg-a' }],
      }),
    ),
    LoadBalancers: [
      {
        LoadBalancerArn: balancer,
        LoadBalancerName: 'big',
        VpcId: 'vpc-a',
        Type: 'application',
        Scheme: 'internal',
        SecurityGroups: ['sg-a'],
        AvailabilityZones: [{ SubnetId: 'subnet-a', ZoneName: 'eu-west-1a' }],
      },
    ],
    Listeners: [
      {
        ListenerArn: `${balancer.replace(':loadbalancer/', ':listener/')}/00000000000000aa`,
        LoadBalancerArn: balancer,
        Port: 443,
        Protocol: 'HTTPS',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } }],
      },
    ],
  }),
)
const ask = (to: string) => flowIn(document, { from: 'i-a', to, port: 443 })

describe('a load balancer with several interfaces in one zone', () => {
  it('LB-3: is drawn with one of them', () => {
    expect(ask('big')).toBe('OK')
    expect(ask('10.0.1.91')).toBe('OK')
  })

  it('WALK-15: the others are somebody, and what they do is not modelled', () => {
    expect(ask('10.0.1.92')).toBe('NOT-MODELLED')
    expect(ask('eni-2')).toBe('NOT-MODELLED')
    expect(ask('10.0.1.93')).toBe('NO(NO_POSSIBLE_DESTINATION)')
  })
})
