import { describe, expect, it } from 'vitest'
import { verdict } from '../../engine/testing/ask'
import { imported, resourceAt } from './testing/imported'

const template = (more: string) => `
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Open: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: open, VpcId: !Ref Vpc, SecurityGroupIngress: [{IpProtocol: "-1", CidrIp: 10.0.0.0/16}]}}
  Client: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: client, VpcId: !Ref Vpc}}
  From: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Client]}}
  To: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Open]}}
  Other: {Type: AWS::EC2::Instance, Properties: {SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Open]}}
${more}`

const apart =
  '  Https: {Type: AWS::EC2::SecurityGroupEgress, Properties: {GroupId: !Ref Client, IpProtocol: tcp, FromPort: 443, ToPort: 443, DestinationSecurityGroupId: !Ref Open}}'

function asked(from: string, to: string, traffic: string, more: string): string {
  const { document } = imported({ 'net.yaml': template(more) })
  const at = (name: string) => resourceAt(document, `net/${name}`).id
  return verdict(document, at(from), at(to), traffic)
}

describe('a security group of a template that names no outbound rule', () => {
  it.each([
    ['keeps the one that EC2 makes', 'From', 'To', 'tcp/80', '', 'OK'],
    [
      'loses it to one that stands apart',
      'From',
      'To',
      'tcp/80',
      apart,
      'NO(ENI_SG_RULES_MISMATCH)',
    ],
    ['has that one then', 'From', 'To', 'tcp/443', apart, 'OK'],
    ['keeps it where that belongs to another', 'Other', 'To', 'tcp/80', apart, 'OK'],
  ])('DEP-10: %s', (_, from, to, traffic, more, expected) => {
    expect(asked(from, to, traffic, more)).toBe(expected)
  })

  it('DEP-10: is told of in the report', () => {
    const { report } = imported({ 'net.yaml': template(apart) })
    expect(report.remarks.filter(({ what }) => what === 'net/Https')).toMatchObject([
      { type: 'assumed' },
    ])
  })
})
