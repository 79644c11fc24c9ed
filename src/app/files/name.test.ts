import { expect, it } from 'vitest'
import { fileNameOf } from './name'

it.each([
  ['Payments', 'Payments'],
  ['a/b\\c:d', 'a-b-c-d'],
  ['  ..hidden ', 'hidden'],
  ['설계 🚀', '설계 🚀'],
  ['', 'design'],
  ['\n', '-'],
])('%j becomes the file name %j', (name, file) => {
  expect(fileNameOf(name)).toBe(file)
})
