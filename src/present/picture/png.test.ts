import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunksOf, textIn, withText } from './png'

/** One transparent pixel, made by another program. */
const pixel = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  ),
  (sign) => sign.charCodeAt(0),
)

describe('a design inside a PNG', () => {
  it('comes out as it went in, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textIn(withText(pixel, 'causeway', text), 'causeway')).toBe(text)
      }),
    )
  })

  it('leaves the picture itself alone', () => {
    const chunks = chunksOf(withText(pixel, 'causeway', 'x'))
    expect(chunks?.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
    expect(chunks?.filter(({ type }) => type !== 'iTXt')).toEqual(chunksOf(pixel))
  })

  it('carries the checksum that zlib computes', () => {
    const png = withText(pixel, 'causeway', '설계 🚀')
    const view = new DataView(png.buffer)
    const at = 8 + 12 + 13
    const length = view.getUint32(at)
    expect(view.getUint32(at + 8 + length)).toBe(crc32(png.subarray(at + 4, at + 8 + length)))
  })

  it.each([
    ['no PNG', new TextEncoder().encode('hello')],
    ['a PNG that is cut off', pixel.subarray(0, 50)],
    ['a PNG of someone else', pixel],
    ['a text under another keyword', withText(pixel, 'Comment', 'x')],
  ])('%s has none', (_, bytes) => {
    expect(textIn(bytes, 'causeway')).toBeNull()
  })
})
