import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinct } from './names'
import { kebab, latin, pascal, snake } from './words'

describe('names of people become identifiers', () => {
  it.each([
    ['VPC A', 'vpc_a', 'VpcA'],
    ['private-a', 'private_a', 'PrivateA'],
    ['Zürich Łódź', 'zurich_lodz', 'ZurichLodz'],
    ['서울', 'seoul', 'Seoul'],
    ['한국어 서브넷', 'hangukeo_seobeunet', 'HangukeoSeobeunet'],
    ['本社', 'u672cu793e', 'U672cu793e'],
    ['appServer', 'app_server', 'AppServer'],
    ['🚀', '', ''],
    ['10.1.0.0/16', '10_1_0_0_16', '10x1x0x0x16'],
    ['e\u0301te\u0301', 'ete', 'Ete'],
  ])('%s', (name, underscored, joined) => {
    expect(snake([name])).toBe(underscored)
    expect(pascal([name])).toBe(joined)
  })

  it('joins several words and leaves out those without a letter', () => {
    expect(snake(['VPC A', '!!!', 'to 10.0.0.0/8'])).toBe('vpc_a_to_10_0_0_0_8')
    expect(pascal(['VPC A', 'to 10.1.0.0/16'])).toBe('VpcATo10x1x0x0x16')
    expect(kebab(['Main account', 'eu-west-1'])).toBe('main-account-eu-west-1')
  })

  it('holds nothing but letters, digits and underscores, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        expect(snake(texts)).toMatch(/^[a-z\d_]*$/)
        expect(pascal(texts)).toMatch(/^[A-Za-z\d]*$/)
      }),
    )
  })

  it('spells accents the same, composed or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(latin(text.normalize('NFD'))).toBe(latin(text.normalize('NFC')))
      }),
    )
  })
})

describe('names that collide', () => {
  it('number by key, past names that others wished for', () => {
    const names = distinct([
      { key: '3', name: 'a' },
      { key: '1', name: 'a' },
      { key: '2', name: 'a_2' },
    ])
    expect(Object.fromEntries(names)).toEqual({ 1: 'a', 2: 'a_2', 3: 'a_3' })
  })

  it('come out different, and the same in whatever order they are asked for', () => {
    const wishes = fc.uniqueArray(
      fc.record({ key: fc.string(), name: fc.constantFrom('a', 'a_2', 'b', 'a_2_2') }),
      { selector: ({ key }) => key },
    )
    fc.assert(
      fc.property(wishes, (list) => {
        const names = distinct(list)
        expect(new Set(names.values()).size).toBe(list.length)
        expect(distinct(list.toReversed())).toEqual(names)
      }),
    )
  })
})
