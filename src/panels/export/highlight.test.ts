import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exportDesign } from '../../export/export'
import { s1 } from '../../model/examples/s1'
import { highlighted, type CodeLanguage } from './highlight'

const languages: readonly CodeLanguage[] = ['hcl', 'yaml', 'json', 'markdown', 'text', 'shell']

describe('colouring', () => {
  it('never changes a character, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...languages),
        (code, language) => {
          const pieces = highlighted(code, language)
          expect(pieces.map(({ text }) => text).join('')).toBe(code)
        },
      ),
    )
  })

  it.each(['terraform', 'cloudformation'] as const)('keeps every file of S1 in %s', (to) => {
    for (const { text, language } of exportDesign(s1.document, { to }).files)
      expect(
        highlighted(text, language)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
  })

  it.each([
    [
      'hcl',
      'resource "aws_vpc" "a" {',
      [
        ['keyword', 'resource'],
        ['string', '"aws_vpc"'],
      ],
    ],
    [
      'hcl',
      'cidr_block = "10.0.0.0/16" # why',
      [
        ['name', 'cidr_block'],
        ['string', '"10.0.0.0/16"'],
        ['comment', '# why'],
      ],
    ],
    [
      'hcl',
      'count = 12',
      [
        ['name', 'count'],
        ['number', '12'],
      ],
    ],
    [
      'yaml',
      'VpcId: !Ref Vpc',
      [
        ['name', 'VpcId'],
        ['keyword', '!Ref'],
      ],
    ],
    ['yaml', 'CidrBlock: 10.0.0.0/16', [['name', 'CidrBlock']]],
    [
      'yaml',
      "Type: 'AWS::EC2::VPC'",
      [
        ['name', 'Type'],
        ['string', "'AWS::EC2::VPC'"],
      ],
    ],
  ] as const)('%s: %s', (language, code, expected) => {
    const told = highlighted(code, language).filter(({ token }) => token !== 'plain')
    expect(told.slice(0, expected.length).map(({ token, text }) => [token, text])).toEqual(expected)
  })
})
