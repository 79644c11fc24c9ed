import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oneLine, securityGroupText, tagText, withoutDynamicReference } from './text'

describe('text for places that take fewer characters', () => {
  it.each([
    ["client's side", 'client-s side'],
    ['웹 서버', 'wep seobeo'],
    ['a – "b"', 'a - -b-'],
    ['plain ._-:/()#,@[]+=&;{}!$*', 'plain ._-:/()#,@[]+=&;{}!$*'],
  ])('security groups take %j as %j', (text, expected) => {
    expect(securityGroupText(text)).toBe(expected)
  })

  it('security group text is what EC2 accepts, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(securityGroupText(text)).toMatch(/^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/)
      }),
    )
  })

  it('a comment is one line, a tag holds no control characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(tagText(text)).not.toMatch(/[\p{Cc}\ufffe\uffff]/u)
        expect(tagText(text)).toHaveLength(text.normalize('NFC').length)
      }),
    )
  })
})

describe('a dynamic reference', () => {
  it.each([
    ['{{resolve:ssm:/secret}}', '{ {resolve:ssm:/secret}}'],
    ['{{{resolve:ssm:/x}}', '{{ {resolve:ssm:/x}}'],
    ['{{ RESOLVE :x}}', '{ { RESOLVE :x}}'],
    ['{{ mustache }}', '{{ mustache }}'],
  ])('%s becomes %s', (text, expected) => {
    expect(withoutDynamicReference(text)).toBe(expected)
  })
})
