import { describe, expect, it } from 'vitest'
import { importAnswers } from '../import/aws/import'
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
import { documentOf, flowIn } from './testing/imported'

const elb = `arn:aws:elasticloadbalancing:eu-west-1:${account}:`
const [balancer, fn, web] = [
  `${elb}loadbalancer/app/lb/0123456789abcdef`,
  `${elb}targetgroup/fn/0123456789abcde0`,
  `${elb}targetgroup/web/0123456789abcde1`,
]
const listener = (Port: number, groups: readonly string[]) => ({
  ListenerArn: `${elb}listener/app/lb/0123456789abcdef/${Port}`,
  LoadBalancerArn: balancer,
  Port,
  Protocol: 'HTTP',
  DefaultActions: [
    {
      Type: 'forward',
      ForwardConfig: {
        TargetGroups: groups.map((TargetGroupArn) => ({ TargetGroupArn, Weight: 1 })),
      },
    },
  ],
})
const answers = filesOf({
  Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
  Subnets: [
    subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
    subnet('subnet-b', 'vpc-a', '10.0.2.0/24', { AvailabilityZone: 'eu-west-1b' }),
  ],
  RouteTables: [table('rtb-a', 'vpc-a', [])],
  NetworkAcls: [openAcl('acl-a', 'vpc-a')],
  SecurityGroups: [
    group(
      'sg-lb',
      'vpc-a',
      [80, 81, 82].map((port) => tcp(port, '10.0.0.0/16')),
    ),
    group('sg-a', 'vpc-a', [tcp(8080, '10.0.1.0/24')]),
  ],
  Instances: [
    instance('i-a', 'subnet-a', '10.0.1.10', ['sg-a']),
    instance('i-b', 'subnet-b', '10.0.2.10', ['sg-a']),
  ],
  NetworkInterfaces: [],
  LoadBalancers: [
    {
      LoadBalancerArn: balancer,
      LoadBalancerName: 'lb',
      Type: 'application',
      Scheme: 'internal',
      VpcId: 'vpc-a',
      State: { Code: 'active' },
      SecurityGroups: ['sg-lb'],
      AvailabilityZones: ['a', 'b'].map((zone) => ({ SubnetId: `subnet-${zone}` })),
    },
  ],
  TargetGroups: [
    { TargetGroupArn: fn, TargetGroupName: 'fn', TargetType: 'lambda' },
    {
      TargetGroupArn: web,
      TargetGroupName: 'web',
      TargetType: 'instance',
      Protocol: 'HTTP',
      Port: 8080,
      VpcId: 'vpc-a',
    },
  ],
  TargetHealthDescriptions: [
    {
      TargetGroupArn: web,
      Target: { Id: 'i-a', Port: 8080 },
      TargetHealth: { State: 'healthy' },
    },
  ],
  Listeners: [listener(80, [fn]), listener(81, [fn, web]), listener(82, [web])],
})

describe('CL-12: what a listener sends to a Lambda function', () => {
  const document = documentOf(answers)
  const ask = (port: number) => flowIn(document, { from: 'i-b', to: 'lb', port })
  it('the load balancer answers itself, and the report says so', () => {
    expect(ask(80)).toBe('OK')
    expect(importAnswers(answers).report.remarks).toContainEqual({
      type: 'assumed',
      what: listener(80, []).ListenerArn,
      text: 'What goes to Lambda functions is answered by the load balancer itself.',
    })
  })
  it('beside that the targets of other groups have to be reached', () => {
    // the node in subnet b is not admitted by the target
    expect(ask(81)).toBe('NO(ENI_SG_RULES_MISMATCH)')
    expect(ask(81)).toBe(ask(82))
  })
})

describe('CL-17: a call for each load balancer tells its listeners', () => {
  const second = balancer.replace('/lb/', '/other/')
  const both = (more: readonly { readonly path: string; readonly value: unknown }[]) =>
    documentOf([
      ...answers.map(({ path, value }) => {
        const { LoadBalancers: list } = value as { readonly LoadBalancers?: readonly object[] }
        const other = { LoadBalancerArn: second, LoadBalancerName: 'other' }
        return list
          ? { path, value: { LoadBalancers: [...list, { ...list[0], ...other }] } }
          : { path, value }
      }),
      ...more,
    ])
  const ask = (document: ReturnType<typeof both>, to: string) =>
    flowIn(document, { from: 'i-b', to, port: 80 })
  it('so that those of one are no answer for the other', () => {
    expect(ask(both([]), 'lb')).toBe('OK')
    expect(ask(both([]), 'other')).toBe('NOT-MODELLED')
  })
  it('and one that was asked for and has none takes nothing', () => {
    const none = { path: 'none.json', value: { LoadBalancerArn: second, Listeners: [] } }
    expect(ask(both([none]), 'other')).toBe('NO(ELBV2_LISTENERS_MISMATCH)')
  })
})
