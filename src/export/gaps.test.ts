import { describe, expect, it } from 'vitest'
import {
  all,
  documentOf,
  internetGateway,
  mainTable,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'

/** A VPC with a public subnet; the cases put one trouble into it. */
const base = [
  vpc('a', '10.0.0.0/16'),
  mainTable('a-main', 'a'),
  internetGateway('igw', 'a'),
  subnet('s', 'a', '10.0.0.0/24'),
]

function exported(to: 'terraform' | 'cloudformation', ...more: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(base, more), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n'), gaps }
}

describe('what cannot be written is said about the resource it concerns', () => {
  it.each([
    ['a blackhole', 'route-table:r', /no target/, [routeTable('r', 'a', { '1.0.0.0/8': null })]],
    [
      'a route inside the block of the VPC (RT-5)',
      'route-table:r',
      /local route/,
      [routeTable('r', 'a', { '10.0.0.0/24': 'internet-gateway:igw' })],
    ],
    [
      'a route to a detached gateway',
      'route-table:r',
      /detached/,
      [
        vpc('b', '10.1.0.0/16'),
        internetGateway('loose', 'b', { attachmentState: 'detached' }),
        routeTable('r', 'b', { '0.0.0.0/0': 'internet-gateway:loose' }),
      ],
    ],
    [
      'a chosen Elastic IP address',
      'nat-gateway:n',
      /203\.0\.113\.7/,
      [natGateway('n', 's', { publicIp: '203.0.113.7' })],
    ],
    [
      'a deleted NAT gateway',
      'nat-gateway:n',
      /deleted/,
      [natGateway('n', 's', { state: 'deleted' })],
    ],
    [
      'a NAT gateway without an internet gateway',
      'nat-gateway:n',
      /no internet gateway/,
      [vpc('b', '10.1.0.0/16'), subnet('t', 'b', '10.1.0.0/24'), natGateway('n', 't')],
    ],
    [
      'a group of another Region (PEER-14)',
      'security-group:g',
      /another Region/,
      [
        vpc('b', '10.1.0.0/16', { region: 'us-east-1' }),
        peering('ab', 'a', 'b'),
        securityGroup('far', 'b'),
        securityGroup('g', 'a', [tcp(80, 'security-group:far')]),
      ],
    ],
    [
      'a group of a VPC that is not peered (SG-6)',
      'security-group:g',
      /no active peering/,
      [
        vpc('b', '10.1.0.0/16'),
        securityGroup('far', 'b'),
        securityGroup('g', 'a', [tcp(80, 'security-group:far')]),
      ],
    ],
    [
      'a rule that is there twice',
      'security-group:g',
      /says the same/,
      [securityGroup('g', 'a', [tcp(80, '10.0.0.0/8'), tcp(80, '10.0.0.0/8')])],
    ],
    [
      'an auto-assigned public address',
      'workload:w',
      /auto-assigned/,
      [workload('w', 's', {}, { publicAddress: 'auto-assigned' })],
    ],
    ['a stopped instance', 'workload:w', /stopped/, [workload('w', 's', { state: 'stopped' })]],
    [
      'an address outside its subnet',
      'workload:w',
      /10\.9\.9\.9/,
      [workload('w', 's', {}, { privateIpAddress: '10.9.9.9' })],
    ],
    [
      'a fifty-first tag',
      'vpc:b',
      /50 tags/,
      [
        vpc('b', '10.1.0.0/16', {
          tags: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, 'v'])),
        }),
      ],
    ],
    ['a subnet outside its VPC', 'subnet:x', /lies in no block/, [subnet('x', 'a', '10.1.0.0/24')]],
    ['overlapping subnets', 'subnet:x', /overlaps/, [subnet('x', 'a', '10.0.0.0/25')]],
    [
      'a zone of another Region',
      'subnet:x',
      /no zone of/,
      [subnet('x', 'a', '10.0.1.0/24', { availabilityZone: 'us-east-1a' })],
    ],
    ['a second internet gateway', 'internet-gateway:two', /second/, [internetGateway('two', 'a')]],
  ])('%s', (_case, resourceId, text, more) => {
    for (const to of ['terraform', 'cloudformation'] as const) {
      const { gaps } = exported(to, ...more)
      const about = gaps.filter((gap) => gap.resourceId === resourceId)
      expect(about.map((gap) => gap.text).join('\n'), to).toMatch(text)
      expect(about.every(({ remedy }) => remedy !== '')).toBe(true)
    }
  })
})

describe('DEP-10: what leaves a security group is written down', () => {
  it('Terraform makes an empty group and one rule for each that is drawn', () => {
    const none = exported('terraform', securityGroup('g', 'a', [], []))
    expect(none.code).not.toContain('egress_rule')
    const open = exported('terraform', securityGroup('g', 'a', [], [all('0.0.0.0/0')]))
    expect(open.code).toContain('aws_vpc_security_group_egress_rule')
  })

  it('CloudFormation keeps a rule that leads nowhere, so that AWS adds none that leads everywhere', () => {
    const { code, gaps } = exported('cloudformation', securityGroup('g', 'a', [], []))
    expect(code).toContain('CidrIp: 127.0.0.1/32')
    expect(gaps.some(({ resourceId }) => resourceId === 'security-group:g')).toBe(true)
    const open = exported('cloudformation', securityGroup('g', 'a', [], [all('0.0.0.0/0')]))
    expect(open.code).not.toContain('127.0.0.1')
  })

  it('DEP-11: groups that name each other do so in rules of their own', () => {
    const pair = [
      securityGroup('g', 'a', [tcp(80, 'security-group:h')]),
      securityGroup('h', 'a', [tcp(80, 'security-group:g')]),
    ]
    expect(exported('cloudformation', ...pair).code.split('SecurityGroupIngress\n')).toHaveLength(3)
  })
})

describe('a workload without security groups', () => {
  it('carries the default group of its VPC', () => {
    const terraform = exported('terraform', workload('w', 's')).code
    expect(terraform).toContain('[aws_vpc.a.default_security_group_id]')
    const cloudformation = exported('cloudformation', workload('w', 's')).code
    expect(cloudformation).toContain('!GetAtt AVpc.DefaultSecurityGroup')
  })
})

describe('a subnet in a secondary block', () => {
  it('waits for the block', () => {
    const more = [
      vpc('b', '10.1.0.0/16', { secondaryCidrBlocks: ['100.64.0.0/20', '10.2.0.0/20'] }),
      subnet('x', 'b', '10.2.0.0/24'),
    ]
    expect(exported('terraform', ...more).code).toContain(
      'vpc_id                  = aws_vpc_ipv4_cidr_block_association.b_10_2_0_0_20.vpc_id',
    )
    expect(exported('cloudformation', ...more).code).toContain(
      'Type: AWS::EC2::Subnet\n    DependsOn: B10x2x0x0x20CidrBlock',
    )
  })
})
