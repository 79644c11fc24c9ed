import { describe, expect, it } from 'vitest'
import { matches, spelt, type Pressed } from './keys'

const press = (code: string, more: Partial<Pressed> = {}): Pressed => ({
  code,
  key: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  ...more,
})

describe('keys', () => {
  it.each([
    ['Mod+KeyZ', press('KeyZ', { ctrlKey: true }), false, true],
    ['Mod+KeyZ', press('KeyZ', { metaKey: true }), true, true],
    ['Mod+KeyZ', press('KeyZ', { metaKey: true }), false, false],
    ['Mod+KeyZ', press('KeyZ', { ctrlKey: true, shiftKey: true }), false, false],
    ['Mod+KeyZ', press('KeyZ', { ctrlKey: true, altKey: true }), false, false], // AltGr
    // with Hangul input on, `key` is a jamo and only `code` tells which key it was
    ['Mod+KeyZ', press('KeyZ', { ctrlKey: true, key: 'ㅋ' }), false, true],
    ['Mod+KeyZ', press('KeyZ', { ctrlKey: true, isComposing: true }), false, false],
    ['Shift+Digit1', press('Digit1', { shiftKey: true, key: '!' }), false, true],
    ['Delete', press('Delete'), false, true],
    ['sign:?', press('Minus', { key: '?', shiftKey: true }), false, true], // German layout
    ['sign:?', press('Slash', { key: '?', ctrlKey: true }), false, false],
  ])('%s and %j, mac %s: %s', (keys, pressed, mac, expected) => {
    expect(matches(keys, pressed, mac)).toBe(expected)
  })

  it.each([
    ['Mod+Shift+KeyZ', 'Mod+Shift+Z'],
    ['Mod+Period', 'Mod+.'],
    ['Shift+Digit1', 'Shift+1'],
    ['sign:?', '?'],
  ])('%s is written %s', (keys, written) => {
    expect(spelt(keys)).toBe(written)
  })
})
