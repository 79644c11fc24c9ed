import { expect, it } from 'vitest'
import { field } from './csv'

it.each([
  ['web', 'web'],
  [null, ''],
  ['web, old', '"web, old"'],
  ['the "web"', '"the ""web"""'],
  ['=SUM(A1)', "'=SUM(A1)"],
  ['-web, old', '"\'-web, old"'],
])('%s is written %s', (text, written) => {
  expect(field(text)).toBe(written)
})
