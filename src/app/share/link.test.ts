import { deflateSync, strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { emptyDocument } from '../../model/document'
import { s1 } from '../../model/examples/s1'
import { comfortableLength, packed, unpacked } from './link'

describe('a design in a link', () => {
  it.each([
    ['S1', s1.document],
    ['an empty one with a name in Hangul', emptyDocument('설계 🚀 #/?%')],
  ])('%s comes out as it went in', (_, document) => {
    const link = packed(document)
    expect(link).toMatch(/^[\w-]+$/)
    expect(unpacked(link)).toEqual({ ok: true, value: document })
  })

  it('S1 fits into a link that mail programs leave whole', () => {
    expect(packed(s1.document).length).toBeLessThan(comfortableLength)
  })

  it.each([
    ['cut off', packed(s1.document).slice(0, 200)],
    ['no base64', '***'],
    ['something else', btoa('hello')],
    ['a bomb', btoa(String.fromCharCode(...deflateSync(strToU8(' '.repeat(40_000_000)))).slice(0))],
  ])('%s is a problem, not a crash', (_, text) => {
    expect(unpacked(text).ok).toBe(false)
  })
})
