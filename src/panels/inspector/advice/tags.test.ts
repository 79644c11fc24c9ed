import { expect, it } from 'vitest'
import { tagKeyProblem, tagValueProblem } from './tags'

it.each([
  ['', 'needs a key'],
  ['aws:stack', 'AWS keeps'],
  ['AWS:stack', 'AWS keeps'],
  ['Name', 'Name tag'],
  ['env', 'already'],
  ['k'.repeat(129), '128'],
])('the key %j is refused: %s', (key, words) => {
  expect(tagKeyProblem(key, { env: 'prod' })?.text).toContain(words)
})

it.each(['team', 'awsome', 'Env', '소유자'])('the key %s will do', (key) => {
  expect(tagKeyProblem(key, { env: 'prod' })).toBeNull()
})

it('a value has at most 256 characters, and may be empty', () => {
  expect(tagValueProblem('v'.repeat(257))?.tone).toBe('error')
  expect(tagValueProblem('')).toBeNull()
})
