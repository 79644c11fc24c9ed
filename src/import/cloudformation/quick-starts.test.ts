import { describe, expect, it } from 'vitest'
import { verdict } from '../../engine/testing/ask'
import { imported, resourceAt } from './testing/imported'
import { flatTransit, hubAndSpoke, peer, peeringOf, publicAndPrivate } from './testing/quick-starts'

/** Verdicts between resources named by stack and logical ID. */
function asking(
  files: Readonly<Record<string, string>>,
  parameters?: Readonly<Record<string, string>>,
) {
  const { document, report } = imported(files, parameters)
  const end = (text: string) => (text.includes('/') ? resourceAt(document, text).id : text)
  return {
    document,
    report,
    ask: (from: string, to: string, what: string) => verdict(document, end(from), end(to), what),
  }
}

describe('a VPC with public and private subnets and NAT', () => {
  const { ask, document, report } = asking({ 'net.yaml': publicAndPrivate })

  it.each([
    ['net/Web', '203.0.113.10', 'tcp/443', 'OK'],
    ['net/App1', '203.0.113.10', 'tcp/443', 'OK'],
    // nobody associated its subnet, so that it is on the main table
    ['net/App2', '203.0.113.10', 'tcp/443', 'NO(NO_ROUTE_TO_DESTINATION)'],
    ['net/Web', 'net/App1', 'tcp/8080', 'OK'],
    ['net/Web', 'net/App2', 'tcp/22', 'NO(ENI_SG_RULES_MISMATCH)'],
    ['203.0.113.10', 'net/Web', 'tcp/443', 'OK'],
  ])('%s to %s, %s: %s', (from, to, what, expected) => {
    expect(ask(from, to, what)).toBe(expected)
  })

  it('takes blocks, zones and names from functions', () => {
    expect(resourceAt(document, 'net/PublicSubnet2')).toMatchObject({
      cidrBlock: '10.192.1.0/24',
      availabilityZone: 'eu-west-1b',
    })
    expect(resourceAt(document, 'net/PublicSubnet1').name).toBe('demo Public (AZ1)')
    expect(resourceAt(document, 'net/VPC').awsId).toBeUndefined()
  })

  it('makes what its conditions say, and asks for nothing but its place', () => {
    const many = imported({ 'net.yaml': publicAndPrivate }, { NatPerZone: 'true' })
    expect([report.counts['nat-gateway'], many.report.counts['nat-gateway']]).toEqual([1, 2])
    expect(report.asks?.map(({ parameter }) => parameter)).toEqual([
      'AWS::AccountId',
      'AWS::Region',
    ])
  })
})

describe('hub and spoke with a transit gateway', () => {
  it.each([
    ['net/OneHost', 'net/HubHost', 'OK'],
    ['net/HubHost', 'net/TwoHost', 'OK'],
    ['net/OneHost', 'net/TwoHost', 'NO(TGW_RTB_NO_ROUTE_TO_DESTINATION)'],
  ])('%s to %s: %s', (from, to, expected) => {
    expect(asking({ 'net.yaml': hubAndSpoke }).ask(from, to, 'tcp/443')).toMatch(
      expected.startsWith('NO') ? /^NO\(TGW/ : expected,
    )
  })

  it('on the table that AWS makes, all reach each other', () => {
    expect(asking({ 'net.yaml': flatTransit }).ask('net/OneHost', 'net/TwoHost', 'tcp/443')).toBe(
      'OK',
    )
  })
})

describe('VPC peering across stacks', () => {
  const files = {
    'one.json': peer(1),
    'two.json': peer(2),
    'peering.yaml': peeringOf('one', 'two'),
  }

  it('is found by what the stacks export', () => {
    const { ask } = asking(files)
    expect(ask('one/Host', 'two/Host', 'tcp/443')).toBe('OK')
    expect(ask('two/Host', 'one/Host', 'tcp/22')).toBe('NO(ENI_SG_RULES_MISMATCH)')
  })

  it('is missing, and said to be, where a stack is missing', () => {
    const { report } = asking({ 'one.json': peer(1), 'peering.yaml': peeringOf('one', 'two') })
    expect(report.remarks.map(({ what, text }) => `${what}: ${text}`).join('\n')).toMatch(
      /peering\/Peering: .*No stack among the files exports two-vpc/,
    )
  })
})

describe('nested stacks', () => {
  const parent = `
Parameters: {Bucket: {Type: String}}
Resources:
  Left:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: !Sub "https://\${Bucket}.s3.amazonaws.com/templates/vpc.yaml"
      Parameters: {Cidr: 10.1.0.0/16}
  Right:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: templates/vpc.yaml, Parameters: {Cidr: 10.2.0.0/16}}
  Peering:
    Type: AWS::EC2::VPCPeeringConnection
    Properties: {VpcId: !GetAtt Left.Outputs.VpcId, PeerVpcId: !GetAtt Right.Outputs.VpcId}
`
  const child = `
Parameters: {Cidr: {Type: String}}
Resources: {Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Cidr}}}
Outputs: {VpcId: {Value: !Ref Vpc}}
`

  it('are deployed within their parent, as often as it says', () => {
    const { document } = imported({ 'app/main.yaml': parent, 'app/vpc.yaml': child })
    expect(resourceAt(document, 'main/Left/Vpc')).toMatchObject({ cidrBlock: '10.1.0.0/16' })
    expect(resourceAt(document, 'main/Right/Vpc')).toMatchObject({ cidrBlock: '10.2.0.0/16' })
    expect(resourceAt(document, 'main/Peering')).toMatchObject({
      requesterVpcId: resourceAt(document, 'main/Left/Vpc').id,
      accepterVpcId: resourceAt(document, 'main/Right/Vpc').id,
    })
  })
})

describe('parameters without a value', () => {
  const template = `
Parameters:
  Office: {Type: String, Description: Where we sit}
  Extra: {Type: String}
  Key: {Type: AWS::EC2::KeyPair::KeyName}
Conditions: {HasExtra: !Not [!Equals [!Ref Extra, ""]]}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: eu-central-1a}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: g
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Office}]
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Dead:
    Type: AWS::EC2::Route
    Condition: HasExtra
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 10.9.0.0/16, VpcPeeringConnectionId: pcx-1}
  Host:
    Type: AWS::EC2::Instance
    Properties: {SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Group], KeyName: !Ref Key}
`

  it('are asked for where the network hangs on them, which is not modelled meanwhile', () => {
    const { ask, report, document } = asking({ 'net.yaml': template })
    expect(report.asks).toMatchObject([
      { stack: 'net', parameter: 'Office', description: 'Where we sit', default: null },
      { parameter: 'Extra' },
      { parameter: 'AWS::AccountId' },
    ])
    expect(ask('10.0.1.99', 'net/Host', 'tcp/22')).toBe('NOT-MODELLED')
    expect(resourceAt(document, 'net/Table').undescribed).toMatch(/parameter Extra/)
    expect(resourceAt(document, 'net/Vpc')).toMatchObject({ region: 'eu-central-1' })
  })

  it('are understood once they are given', () => {
    const given = { Office: '10.0.1.0/24', Extra: '', 'net/AWS::AccountId': '123456789012' }
    const { ask, report, document } = asking({ 'net.yaml': template }, given)
    expect(report.asks).toBeUndefined()
    expect(ask('10.0.1.99', 'net/Host', 'tcp/22')).not.toBe('NOT-MODELLED')
    expect(resourceAt(document, 'net/Table').undescribed).toBeUndefined()
    expect(resourceAt(document, 'net/Vpc')).toMatchObject({ ownerId: '123456789012' })
  })
})
