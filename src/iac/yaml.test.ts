import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { expression, joined, mapping, nested, ref, verbatim } from './value'
import { printYaml } from './yaml'
import { scalar } from './yaml-text'

const spell = ({ of }: { of: string }) => `!Ref ${of}`

describe('a scalar', () => {
  it.each([
    ['10.0.0.0/16', '10.0.0.0/16'],
    ['AWS::EC2::VPC', 'AWS::EC2::VPC'],
    ['ap-northeast-2a', 'ap-northeast-2a'],
    ['111111111111', '"111111111111"'],
    ['-1', '"-1"'],
    ['2010-09-09', '"2010-09-09"'],
    ['yes', '"yes"'],
    ['E8', '"E8"'],
    ['Off', '"Off"'],
    ['012', '"012"'],
    ['12:30', '"12:30"'],
    ['a: b', '"a: b"'],
    ['a #b', '"a #b"'],
    ['*', '"*"'],
    ['', '""'],
    [' a', '" a"'],
    ['two\nlines', '"two\\nlines"'],
    ['\u0085\u2028', '"\\u0085\\u2028"'],
  ])('%j is written %s', (text, expected) => {
    expect(scalar(text)).toBe(expected)
  })

  it('is read back as the very text, by the rules of YAML 1.1 and 1.2', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('null', '0x10', '1e3', '1_000', '.5', '~', 'NO', '---', '? a', '- a', '{}'),
    )
    fc.assert(
      fc.property(texts, texts, (key, text) => {
        const source = printYaml({ Map: mapping([[key, text]]) }, spell)
        const expected = {
          Map: {
            [key.replace(/\p{Surrogate}/gu, '\ufffd')]: text.replace(/\p{Surrogate}/gu, '\ufffd'),
          },
        }
        for (const version of ['1.1', '1.2'] as const)
          expect(parse(source, { version })).toEqual(expected)
      }),
    )
  })
})

describe('a template', () => {
  it('keeps the given order, spreads resources and spells functions short', () => {
    const text = printYaml(
      {
        AWSTemplateFormatVersion: '2010-09-09',
        Resources: mapping([
          ['A', nested({ Type: 'AWS::EC2::VPC', Properties: nested({ EnableDnsSupport: true }) })],
          [
            'B',
            nested({
              Type: 'AWS::EC2::Subnet',
              DependsOn: ['A'],
              Properties: nested({
                VpcId: ref('A'),
                Tags: [nested({ Key: 'Name', Value: 'b' })],
                Ids: joined(ref('A'), ',', ref('B')),
                Left: undefined,
                Arn: verbatim('!GetAtt A.Arn'),
              }),
            }),
          ],
        ]),
      },
      spell,
    )
    expect(text).toBe(`AWSTemplateFormatVersion: "2010-09-09"

Resources:
  A:
    Type: AWS::EC2::VPC
    Properties:
      EnableDnsSupport: true

  B:
    Type: AWS::EC2::Subnet
    DependsOn:
      - A
    Properties:
      VpcId: !Ref A
      Tags:
        - Key: Name
          Value: b
      Ids: !Join [",", [!Ref A, !Ref B]]
      Arn: !GetAtt A.Arn
`)
  })

  it.each([
    [joined(ref('A'), ',', ref('B'), ',', ref('C')), '!Join [",", [!Ref A, !Ref B, !Ref C]]'],
    [
      joined('arn:', verbatim('!Ref AWS::Partition'), ':x/', ref('B')),
      '!Sub "arn:${AWS::Partition}:x/${B}"',
    ],
    [joined('a ${b} ', ref('B')), '!Sub "a ${!b} ${B}"'],
    [joined('a$', ref('B')), '!Join ["", ["a$", !Ref B]]'],
    [joined('a', verbatim('!Select [0, !Ref B]')), '!Join ["", ["a", !Select [0, !Ref B]]]'],
    [joined('${a}'), '!Join ["", ["${a}"]]'],
  ])('joins what stands beside each other as people would, case %#', (value, expected) => {
    expect(printYaml({ Out: nested({ Value: value }) }, spell)).toBe(`Out:\n  Value: ${expected}\n`)
  })

  it('prints an expression in the words of the language around references and texts', () => {
    const value = expression(verbatim('!Split ['), 'a:', verbatim(', '), ref('A'), verbatim(']'))
    expect(printYaml({ Out: nested({ Value: value }) }, spell)).toBe(
      'Out:\n  Value: !Split ["a:", !Ref A]\n',
    )
  })
})
