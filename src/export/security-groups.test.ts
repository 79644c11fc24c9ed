import { describe, expect, it } from 'vitest'
import {
  documentOf,
  mainTable,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'

const base = [
  vpc('a', '10.0.0.0/16'),
  vpc('b', '10.1.0.0/16'),
  mainTable('a-main', 'a'),
  mainTable('b-main', 'b'),
  subnet('s', 'a', '10.0.0.0/24'),
  subnet('t', 'b', '10.1.0.0/24'),
]

function exported(to: 'terraform' | 'cloudformation', ...more: readonly unknown[]) {
  const { files, gaps } = exportDesign(documentOf(base, more), { to })
  const code = files.filter(({ path }) => path !== 'README.md').map(({ text }) => text)
  return { code: code.join('\n').replaceAll(/ +/g, ' '), gaps: gaps.map(({ text }) => text) }
}

describe('a rule that names a prefix list (SG-12)', () => {
  const rules = [tcp(443, 'prefix-list:l')]
  it('is written in both languages', () => {
    const more = [prefixList('l', ['10.0.0.0/8']), securityGroup('g', 'a', rules, rules)]
    const terraform = exported('terraform', ...more)
    expect(
      terraform.code.match(/prefix_list_id = aws_ec2_managed_prefix_list\.l\.id/g),
    ).toHaveLength(2)
    const template = exported('cloudformation', ...more)
    expect(template.code).toContain('SourcePrefixListId: !Ref LPrefixList')
    expect(template.code).toContain('DestinationPrefixListId: !Ref LPrefixList')
    expect(template.code).not.toContain('127.0.0.1')
    for (const { gaps } of [terraform, template])
      expect(gaps.filter((text) => text.includes('left out'))).toEqual([])
  })

  it.each([{ ownerId: '222222222222' }, { region: 'us-east-1' }])(
    'of %o is left out, and so is a route to it',
    (where) => {
      for (const to of ['terraform', 'cloudformation'] as const) {
        const { code, gaps } = exported(
          to,
          prefixList('l', ['10.0.0.0/8'], where),
          securityGroup('g', 'a', rules, []),
          routeTable('r', 'a', { 'prefix-list:l': 'workload:w' }),
          workload('w', 's'),
        )
        expect(code).not.toMatch(/prefix_list_id = aws|PrefixListId: !Ref/)
        expect(gaps.filter((text) => text.includes('another account or Region'))).toHaveLength(2)
      }
    },
  )
})

describe('SG-9: a group that serves further VPCs', () => {
  const group = securityGroup('g', 'a', [], [], { associatedVpcIds: ['vpc:b'] })

  it('is associated, and interfaces there wait for that', () => {
    const more = [group, workload('w', 't', { securityGroupIds: ['security-group:g'] })]
    const { code } = exported('terraform', ...more)
    expect(code).toContain('resource "aws_vpc_security_group_vpc_association" "a_g_in_b"')
    expect(code).toContain('depends_on = [aws_vpc_security_group_vpc_association.a_g_in_b]')
    expect(code).toContain('security_groups = [aws_security_group.a_g.id]')
    const template = exported('cloudformation', ...more).code
    expect(template).toContain('Type: AWS::EC2::SecurityGroupVpcAssociation')
    expect(template).toMatch(/NetworkInterface\n DependsOn: AGInBSecurityGroupVpcAssociation/)
  })

  it('may be named by groups that serve the same VPC, which wait too', () => {
    const other = securityGroup('h', 'b', [tcp(80, 'security-group:g')])
    const { code, gaps } = exported('terraform', group, other)
    expect(code).toContain('referenced_security_group_id = aws_security_group.a_g.id')
    expect(code).toContain('depends_on = [aws_vpc_security_group_vpc_association.a_g_in_b]')
    expect(gaps.filter((text) => text.includes('left out'))).toEqual([])
  })

  it('cannot serve one of another account or Region, which is said', () => {
    const far = vpc('c', '10.2.0.0/16', { region: 'us-east-1' })
    const { code, gaps } = exported(
      'terraform',
      far,
      securityGroup('g', 'a', [], [], { associatedVpcIds: ['vpc:c'] }),
    )
    expect(code).not.toContain('vpc_association')
    expect(gaps).toContainEqual(expect.stringContaining('association of g with c is left out'))
  })
})
