import { describe, expect, it } from 'vitest'
import { resolve } from '../engine/network'
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
import { asked } from './questions'
import { documentOf, flowIn } from './testing/imported'

const ecs = `arn:aws:ecs:eu-west-1:${account}:`
const task = (id: string, eni: string) => ({
  taskArn: `${ecs}task/shop/${id}`,
  group: 'service:web',
  lastStatus: 'RUNNING',
  attachments: [
    {
      type: 'ElasticNetworkInterface',
      details: [
        { name: 'subnetId', value: 'subnet-a' },
        { name: 'networkInterfaceId', value: eni },
      ],
    },
  ],
})
const faceOf = (id: string, ip: string) =>
  face(id, 'subnet-a', ip, {
    Description: `${ecs}attachment/0a`,
    RequesterManaged: true,
    Groups: [{ GroupId: 'sg-t' }],
  })

const rds = `arn:aws:rds:eu-west-1:${account}:`
const inVpc = (subnetId: string) => ({
  VpcId: 'vpc-a',
  SubnetIds: [subnetId],
  SecurityGroupIds: ['sg-t'],
})
const database = (name: string, zone: string) => ({
  DBInstanceIdentifier: name,
  DBInstanceArn: `${rds}db:${name}`,
  DBClusterIdentifier: 'orders',
  AvailabilityZone: `eu-west-1${zone}`,
  VpcSecurityGroups: [{ VpcSecurityGroupId: 'sg-d' }],
  DBSubnetGroup: {
    Subnets: ['a', 'b'].map((each) => ({
      SubnetIdentifier: `subnet-${each}`,
      SubnetAvailabilityZone: { Name: `eu-west-1${each}` },
    })),
  },
})

const document = documentOf(
  filesOf({
    Vpcs: [vpc('vpc-a', '10.0.0.0/16')],
    Subnets: [
      subnet('subnet-a', 'vpc-a', '10.0.1.0/24'),
      subnet('subnet-b', 'vpc-a', '10.0.2.0/24', { AvailabilityZone: 'eu-west-1b' }),
    ],
    RouteTables: [table('rtb-a', 'vpc-a', [])],
    NetworkAcls: [openAcl('acl-a', 'vpc-a')],
    SecurityGroups: [
      group('sg-t', 'vpc-a', [tcp(8080, '10.0.1.0/24')]),
      group('sg-d', 'vpc-a', [tcp(5432, '10.0.1.0/24'), tcp(6379, '10.0.1.21/32')]),
    ],
    NetworkInterfaces: [faceOf('eni-0a', '10.0.1.21'), faceOf('eni-0b', '10.0.1.22')],
    Instances: [instance('i-d', 'subnet-a', '10.0.1.50', ['sg-d'])],
    DBInstances: [database('one', 'a'), database('two', 'b')],
    Functions: [
      {
        FunctionName: 'fn',
        FunctionArn: `arn:aws:lambda:eu-west-1:${account}:function:fn`,
        VpcConfig: inVpc('subnet-a'),
      },
    ],
    tasks: [task('aaa', 'eni-0a'), task('bbb', 'eni-0b')],
  }),
)
const network = resolve(document)

describe('LB-12: tasks of Amazon ECS with interfaces of their own', () => {
  it.each([`${ecs}task/shop/aaa`, 'eni-0a', '10.0.1.21'])('are known as %s', (from) => {
    expect(flowIn(document, { from, to: 'i-d', port: 6379 })).toBe('OK')
    expect(flowIn(document, { from: 'i-d', to: from, port: 8080 })).toBe('OK')
  })
  it.each([`${ecs}service/shop/web`, `${ecs}service/web`, 'web'])(
    'CL-3: the service %s reaches what all of them reach',
    (from) => {
      expect(asked(network, { from, to: 'i-d', port: 5432 }).verdict).toBe('reachable')
      expect(asked(network, { from: 'i-d', to: from, port: 8080 }).verdict).toBe('reachable')
      const some = asked(network, { from, to: 'i-d', port: 6379 })
      expect(some).toMatchObject({ verdict: 'not-reachable', codes: ['ENI_SG_RULES_MISMATCH'] })
      expect(some.details).toContain('PARTIAL')
    },
  )
  it('a service of another cluster or account is nobody', () => {
    for (const from of [`${ecs}service/other/web`, 'arn:aws:ecs:eu-west-1:1:service/shop/web'])
      expect(() => asked(network, { from, to: 'i-d', port: 5432 })).toThrow('Nothing in the design')
  })
})

describe('clusters of Amazon Aurora', () => {
  it.each([
    `${rds}cluster:orders`,
    'orders.cluster-c1abcdefghij.eu-west-1.rds.amazonaws.com',
    'orders.cluster-ro-c1abcdefghij.eu-west-1.rds.amazonaws.com',
  ])('CL-3: %s means all of its instances', (to) => {
    const from = `${ecs}task/shop/aaa`
    expect(asked(network, { from, to, port: 5432 }).verdict).toBe('reachable')
    expect(asked(network, { from, to, port: 22 })).toMatchObject({
      verdict: 'not-reachable',
      codes: ['ENI_SG_RULES_MISMATCH'],
    })
  })
  it('one of another Region or account is nobody', () => {
    for (const to of [
      'arn:aws:rds:eu-west-1:1:cluster:orders',
      'orders.cluster-c1abcdefghij.eu-west-2.rds.amazonaws.com',
    ])
      expect(() => asked(network, { from: 'i-d', to, port: 5432 })).toThrow('Nothing in the design')
  })
})

it('a version or an alias of a function is the function', () => {
  const from = `arn:aws:lambda:eu-west-1:${account}:function:fn:live`
  expect(flowIn(document, { from, to: 'i-d', port: 5432 })).toBe('OK')
})
