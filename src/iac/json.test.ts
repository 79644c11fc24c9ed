import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longForm, printJson } from './json'
import { joined, mapping, nested, ref, subnetwork, variable, verbatim } from './value'
import { quotedScalar } from './yaml-text'

describe('the long form of functions', () => {
  it.each([
    ['!Ref Vpc', { Ref: 'Vpc' }],
    ['!Ref AWS::Region', { Ref: 'AWS::Region' }],
    ['!GetAtt Vpc.Ipv6CidrBlocks', { 'Fn::GetAtt': ['Vpc', 'Ipv6CidrBlocks'] }],
    ['!GetAtt A.Endpoint.Address', { 'Fn::GetAtt': ['A', 'Endpoint.Address'] }],
    ['!Not [!Equals [!Ref P, ""]]', { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'P' }, ''] }] }],
    ['!And [!Condition A, !Condition B]', { 'Fn::And': [{ Condition: 'A' }, { Condition: 'B' }] }],
    [
      '!Sub arn:${AWS::Partition}:iam::111111111111:root',
      { 'Fn::Sub': 'arn:${AWS::Partition}:iam::111111111111:root' },
    ],
    [
      '!Select [0, !Split [",", !Ref P]]',
      { 'Fn::Select': [0, { 'Fn::Split': [',', { Ref: 'P' }] }] },
    ],
  ])('%s', (text, expected) => {
    expect(longForm(text)).toEqual(expected)
  })
  it('keeps every text of a user', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(longForm(`!Join ["", [${quotedScalar(text)}, !Ref A]]`)).toEqual({
          'Fn::Join': ['', [text, { Ref: 'A' }]],
        })
      }),
    )
  })
})

describe('a template as JSON', () => {
  it('says what the YAML says', () => {
    const spell = ({ of, attribute }: { of: string; attribute: string }) =>
      attribute === 'id' ? `!Ref ${of}` : `!GetAtt ${of}.${attribute}`
    const text = printJson(
      {
        Description: 'a "b"',
        Absent: undefined,
        Resources: mapping([
          [
            'Subnet',
            nested({
              VpcId: ref('Vpc'),
              Size: 3,
              Open: true,
              Zone: variable('Zone'),
              Names: ['a', ref('Vpc', 'CidrBlock')],
              Block: subnetwork(ref('Vpc', 'Blocks'), { newBits: 8, hostBits: 8, number: 1 }),
              Arn: joined('arn:', verbatim('!Ref AWS::Partition'), ':ec2'),
            }),
          ],
        ]),
      },
      spell,
    )
    expect(JSON.parse(text)).toEqual({
      Description: 'a "b"',
      Resources: {
        Subnet: {
          VpcId: { Ref: 'Vpc' },
          Size: 3,
          Open: true,
          Zone: { Ref: 'Zone' },
          Names: ['a', { 'Fn::GetAtt': ['Vpc', 'CidrBlock'] }],
          Block: {
            'Fn::Select': [
              1,
              { 'Fn::Cidr': [{ 'Fn::Select': [0, { 'Fn::GetAtt': ['Vpc', 'Blocks'] }] }, 2, 8] },
            ],
          },
          Arn: { 'Fn::Sub': 'arn:${AWS::Partition}:ec2' },
        },
      },
    })
  })
})
