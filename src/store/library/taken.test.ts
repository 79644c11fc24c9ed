import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { keepTaken, lastTaken } from './taken'

const taken = (designId: string, takenAt: number) => ({
  designId,
  to: 'terraform',
  takenAt,
  files: [{ path: 'a.tf', text: designId }],
})

describe('what was taken home', () => {
  it('is found again by design and language', async () => {
    await keepTaken(taken('a', 1))
    await keepTaken(taken('b', 2))
    expect(await lastTaken('a', 'terraform')).toEqual(taken('a', 1))
    expect(await lastTaken('a', 'cloudformation')).toBeNull()
  })
  it('is kept for the last twenty exports', async () => {
    for (let at = 1; at <= 22; at += 1) await keepTaken(taken(`d${at}`, 100 + at))
    expect(await lastTaken('d1', 'terraform')).toBeNull()
    expect(await lastTaken('d2', 'terraform')).toBeNull()
    expect(await lastTaken('d3', 'terraform')).not.toBeNull()
  })
})
