import { expect, it } from 'vitest'
import { accountIdProblem } from './accounts'

const others = [{ id: '111111111111', name: 'Platform' }]

it.each([
  ['', '12 digits', undefined],
  ['12345', 'this has 5', undefined],
  ['1234-5678-9012', 'this has 12', '123456789012'],
  ['1234 5678 9012', 'this has 12', '123456789012'],
  ['abc', '12 digits', undefined],
  ['111111111111', 'Platform has this ID', undefined],
])('%j is no account ID: %s', (text, words, suggestion) => {
  const problem = accountIdProblem(text, others)
  expect(problem?.text).toContain(words)
  expect(problem?.suggestion).toBe(suggestion)
})

it('leading zeros count', () => {
  expect(accountIdProblem('000000000001', others)).toBeNull()
})
