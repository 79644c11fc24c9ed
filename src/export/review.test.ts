import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { s1 } from '../model/examples/s1'
import { parseDocument } from '../model/parse'
import { documentOf, vpc } from '../model/testing/build'
import { exportDesign } from './export'
import { csv } from './review/csv'

const textOf = (document: Parameters<typeof exportDesign>[0], path: string) =>
  exportDesign(document, { to: 'review' }).files.find((it) => it.path === path)?.text ?? ''

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    [' =1', "' =1"],
    ['\u200b=1', "'\u200b=1"],
    ['\r=1', `"'\r=1"`],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['say "hi", all', '"say ""hi"", all"'],
    ['two\nlines', '"two\nlines"'],
  ])('%j is written %j', (text, written) => {
    expect(csv([[text]])).toBe(`${written}\r\n`)
  })
  it('never begins as a formula, whatever a user typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(csv([[text]])).not.toMatch(/^"?[\s\p{Cc}\p{Cf}]*[=+\-@]/u)
      }),
    )
  })
})

describe('the tables of a review', () => {
  it('hold the routes of S1 with their targets', () => {
    expect(textOf(s1.document, 'routes.csv').split('\r\n')).toContainEqual(
      expect.stringMatching(
        /^111111111111,ap-northeast-2,VPC A,A public,.*,0\.0\.0\.0\/0,.*internet-gateway$/,
      ),
    )
  })
  it('hold every rule of S1 and who it lets in', () => {
    const rows = textOf(s1.document, 'rules.csv').trimEnd().split('\r\n')
    const rules = Object.values(s1.document.resources).flatMap((it) =>
      'ingress' in it ? [...Object.keys(it.ingress), ...Object.keys(it.egress)] : [],
    )
    expect(rows).toHaveLength(1 + rules.length)
    expect(rows).toContainEqual(expect.stringContaining('alb-b,ingress,,allow,tcp,443,0.0.0.0/0,'))
  })
  it('hold the blocks of VPCs and subnets', () => {
    const rows = textOf(documentOf(vpc('a', '10.0.0.0/16')), 'addresses.csv')
    expect(rows).toContain('111111111111,eu-west-1,a,VPC a,vpc,,cidrBlock,10.0.0.0/16\r\n')
  })
  it('come with the design, which opens again', () => {
    const read = parseDocument(textOf(s1.document, 'design.causeway.json'))
    expect(read.ok && read.value).toEqual(s1.document)
  })
})
