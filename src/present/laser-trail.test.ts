import { describe, expect, it } from 'vitest'
import { fadesMs, lasting } from './laser-trail'

const spot = (at: number) => ({ x: at, y: 0, at })

describe('the trail of the laser', () => {
  it('loses what is older than it lasts', () => {
    expect(lasting([spot(0), spot(500), spot(900)], fadesMs)).toEqual([spot(500), spot(900)])
  })

  it('keeps the point where the pointer rests', () => {
    expect(lasting([spot(0), spot(10)], 60_000)).toEqual([spot(10)])
  })
})
