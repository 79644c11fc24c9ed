import { describe, expect, it } from 'vitest'
import { cidrTextProblem } from './cidr-text'

describe('a text that shall be a block', () => {
  it.each([
    ['10.0.0.5/16', 'host bits', '10.0.0.0/16'],
    ['10.0.0.0', 'prefix length is missing', '10.0.0.0/24'],
    ['10.0.0.7/', 'prefix length is missing', '10.0.0.0/24'],
    ['10.0.01.0/24', 'leading zeros', '10.0.1.0/24'],
    ['10.0.0.0/024', 'leading zeros', '10.0.0.0/24'],
    ['10.0.256.0/24', '256 is too large', undefined],
    ['10.0.0.0/33', '/33 is no prefix length', undefined],
    ['10.0.0/24', 'four decimal numbers', undefined],
    ['2001:db8::/32', 'IPv6', undefined],
    ['', 'Write a block', undefined],
    ['10.0.0.0/24/1', 'one slash', undefined],
  ])('%j: %s, offers %s', (text, words, suggestion) => {
    const problem = cidrTextProblem(text, 24)
    expect(problem?.text).toContain(words)
    expect(problem?.suggestion).toBe(suggestion)
    expect(problem?.tone).toBe('error')
  })
  it.each(['10.0.0.0/16', '0.0.0.0/0', '203.0.113.10/32'])('%s is one', (text) => {
    expect(cidrTextProblem(text, 24)).toBeNull()
  })
})
