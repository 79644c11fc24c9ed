import { strToU8 } from 'fflate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../../base/testing/runs'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import { importFiles } from '../import'
import { rounds } from './readers'
import { publicAndPrivate } from './testing/quick-starts'

/** Imports texts; a design that comes of it is whole. */
function survives(...texts: readonly string[]) {
  const files = texts.map((text, index) => ({ path: `${index}.yaml`, bytes: strToU8(text) }))
  const read = importFiles(files, { name: 'Hostile' })
  if (read.ok) {
    const again = parseDocument(printDocument(read.value.document))
    expect(again.ok ? [] : again.problems).toEqual([])
  }
  return read
}

const vpc = 'V: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}'

describe('hostile templates', () => {
  it.each([
    [
      'resources that refer to each other',
      'Resources: {A: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt B.CidrBlock}}, B: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !GetAtt A.CidrBlock}}}',
    ],
    [
      'a resource within itself',
      'Resources: {A: {Type: AWS::EC2::SecurityGroup, Properties: {VpcId: !Ref A, GroupDescription: !Sub "${A}"}}}',
    ],
    [
      'a template that nests itself',
      `Resources: {${vpc}, N: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 0.yaml}}}`,
    ],
    [
      'conditions in a circle',
      `Conditions: {A: !Condition B, B: !Condition A}\nResources: {V: {Type: AWS::EC2::VPC, Condition: A, Properties: {CidrBlock: 10.0.0.0/16}}}`,
    ],
    [
      'prototypes',
      `Resources: {__proto__: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}, constructor: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref __proto__, CidrBlock: 10.0.0.0/24, __proto__: {polluted: true}}}, toString: {Type: __proto__}, W: {Type: AWS::toString}}`,
    ],
    [
      'properties that are no objects',
      'Resources: {A: {Type: AWS::EC2::VPC, Properties: [1]}, B: {Type: AWS::EC2::Route, Properties: text}, C: {Type: AWS::EC2::Subnet}, D: text, E: {Type: [AWS::EC2::VPC]}}',
    ],
    [
      'functions without arguments',
      `Resources: {${vpc}, S: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref [V], CidrBlock: !Select, AvailabilityZone: !Join [], Tags: !FindInMap []}}}`,
    ],
    [
      'numbers beyond measure',
      `Resources: {${vpc}, N: {Type: AWS::EC2::NatGateway, Properties: {SubnetId: x, SecondaryPrivateIpAddressCount: 1e99}}, S: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref V, CidrBlock: !Select [0, !Cidr [10.0.0.0/16, 99999999, 1]]}}}`,
    ],
    [
      'an export of itself',
      `Resources: {${vpc}}\nOutputs: {A: {Value: !ImportValue a, Export: {Name: !ImportValue a}}}`,
    ],
  ])('are survived: %s', (_, text) => {
    survives(text)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it('nest each other in a circle, or double at each level', () => {
    const nest = (name: string) =>
      `Resources: {${vpc}, L: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${name}}}, R: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${name}}}}`
    survives(nest('1.yaml'), nest('0.yaml'))
    const read = survives(...Array.from({ length: 5 }, (_, index) => nest(`${index + 1}.yaml`)))
    expect(read.ok && (read.value.report.counts.vpc ?? 0)).toBe(31)
  })

  it('are not half read: a file that is no template changes nothing', () => {
    const read = survives(publicAndPrivate, `${publicAndPrivate}\n  ]broken: [`)
    const alone = survives(publicAndPrivate)
    expect(read.ok && read.value.report.counts).toEqual(alone.ok && alone.value.report.counts)
  })

  const types = rounds.flatMap((round) => Object.keys(round))
  const reference = fc.constantFrom('A', 'B', 'C', 'P', 'AWS::Region', '__proto__', 'x')
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(
        '10.0.0.0/16',
        'tcp',
        '443',
        'eu-west-1a',
        '',
        null,
        true,
        -1,
        '::/0',
      ),
      reference.map((name) => ({ Ref: name })),
      reference.map((name) => ({ 'Fn::GetAtt': [name, 'Arn'] })),
      fc
        .tuple(
          fc.constantFrom('Join', 'Select', 'Split', 'If', 'Cidr', 'Sub', 'FindInMap'),
          fc.array(tie('value'), { maxLength: 3 }),
        )
        .map(([name, list]) => ({ [`Fn::${name}`]: list })),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          'SubnetId',
          'GroupId',
          'CidrIp',
          'Id',
          'Type',
          'TargetGroupArn',
          '__proto__',
        ),
        tie('value'),
        { maxKeys: 3 },
      ),
    ),
  }))
  const names = [
    'CidrBlock',
    'VpcId',
    'SubnetId',
    'SubnetIds',
    'Subnets',
    'RouteTableId',
    'GatewayId',
    'GroupId',
    'SecurityGroupIngress',
    'SubnetMappings',
    'NetworkInterfaces',
    'Targets',
    'DefaultActions',
    'Tags',
    'TransitGatewayId',
    'DestinationCidrBlock',
    'NetworkInterfaceId',
    'AllocationId',
    'VpcConfig',
    'LoadBalancers',
    'PolicyDocument',
  ]
  const resource = fc.record({
    Type: fc.constantFrom(...types),
    Condition: fc.constantFrom('C', undefined),
    Properties: fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 8 }),
  })
  const template = fc.record({
    Parameters: fc.constant({ P: { Type: 'String' } }),
    Conditions: fc.record({ C: value }),
    Resources: fc.dictionary(fc.constantFrom('A', 'B', 'C', 'D', 'E', '__proto__'), resource),
  })

  it('of any content make a whole design or none', () => {
    fc.assert(
      fc.property(template, (it) => {
        survives(JSON.stringify(it))
      }),
      runs(0.5),
    )
  })
})
