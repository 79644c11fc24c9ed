import { describe, expect, it } from 'vitest'
import {
  documentOf,
  elasticIp,
  internetGateway,
  mainTable,
  networkInterface,
  routeTable,
  securityGroup,
  subnet,
  vpc,
  workload,
} from '../model/testing/build'
import { exportDesign } from './export'

const participant = '222222222222'
const group = { securityGroupIds: ['security-group:g'] }

const document = (sharedWith: readonly string[] = [participant, '333333333333']) =>
  documentOf(
    vpc('a', '10.0.0.0/16'),
    mainTable('a-main', 'a'),
    internetGateway('igw', 'a'),
    securityGroup('g', 'a'),
    subnet('s', 'a', '10.0.0.0/24', { sharedWith }),
    workload('theirs', 's', { ...group, ownerId: participant }),
    networkInterface('second', 's', {
      instanceId: 'workload:theirs',
      groupIds: ['security-group:g'],
    }),
    elasticIp('eip', 'workload:theirs', { ownerId: participant }),
    workload('bare', 's', { ownerId: participant }),
    routeTable('r', 'a', { '192.168.0.0/16': 'workload:theirs' }),
  )

function exported(to: 'terraform' | 'cloudformation', what = document()) {
  const { files, gaps } = exportDesign(what, { to })
  const text = (end: string) => files.find(({ path }) => path.endsWith(end))?.text ?? ''
  return { text: (end: string) => text(end).replaceAll(/ +/g, ' '), gaps }
}

describe('a subnet shared with other accounts', () => {
  it('is shared within the organization, with each of them', () => {
    const code = exported('terraform').text('network_a.tf')
    expect(code).toContain('resource_arn = aws_subnet.a_s.arn')
    expect(code).toContain('allow_external_principals = false')
    expect(code.match(/"aws_ram_principal_association"/g)).toHaveLength(2)
    const template = exported('cloudformation').text('account-eu-west-1.yaml')
    expect(template).toContain(
      '!Sub "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:subnet/${AS',
    )
  })

  it('holds interfaces of its participants, made with their credentials, after it is shared', () => {
    const code = exported('terraform').text('workloads.tf')
    const [, theirs = ''] = code.split('resource "aws_network_interface" "a_theirs_s"')
    const [block = ''] = theirs.split('\n}\n')
    expect(block).toContain('provider = aws.account_222222222222_eu_west_1')
    for (const wait of [
      'aws_ram_resource_association.a_s,',
      'aws_ram_principal_association.a_s_for_222222222222,',
      'aws_ram_principal_association.a_g_for_222222222222,',
    ])
      expect(block).toContain(wait)
    expect(code.match(/provider = aws.account_222222222222_eu_west_1/g)?.length).toBeGreaterThan(2)
  })

  it('comes to the stack of a participant as a parameter', () => {
    const template = exported('cloudformation').text('222222222222-eu-west-1.yaml')
    expect(template).toContain('SubnetId: !Ref ASSubnetId')
    expect(template).toContain('- !Ref AGSecurityGroupId')
  })

  it('says what its organization has to allow, and what AWS would refuse', () => {
    const texts = exported('terraform').gaps.map(({ text }) => text)
    expect(texts).toContainEqual(expect.stringContaining('within an organization'))
    expect(texts).toContainEqual(expect.stringMatching(/^bare in s .* no security group/))
    const others = exported('terraform', document(['333333333333'])).gaps
    expect(others.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^theirs in s is of account 222222222222, with which s is not shared/),
    )
  })
})
