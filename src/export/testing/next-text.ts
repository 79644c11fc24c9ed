import fc from 'fast-check'
import { anyText } from './any-text'
import type { NextText } from './typed-texts'

const atOnce = 500

/** Random texts from a seed, one after the other, without end. */
export function textsFrom(seed: number): NextText {
  const ready = new Map<number, string[]>()
  let drawn = seed
  return (longest) => {
    const texts = ready.get(longest) ?? []
    ready.set(longest, texts)
    if (texts.length === 0) {
      drawn += 1
      texts.push(...fc.sample(anyText(longest), { seed: drawn, numRuns: atOnce }))
    }
    return texts.pop() ?? ''
  }
}
