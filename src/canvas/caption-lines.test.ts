import { describe, expect, it } from 'vitest'
import { brief, captionLines } from './caption-lines'

describe('captions of a container', () => {
  it.each([
    ['ap-northeast-2a', 'AZ 2a'],
    ['us-gov-west-1b', 'AZ 1b'],
    // a Region is no zone, a Local Zone has no short name of its own
    ['ap-northeast-2', 'ap-northeast-2'],
    ['us-west-2-lax-1a', 'us-west-2-lax-1a'],
    ['private', 'private'],
  ])('%s is written %s', (caption, short) => {
    expect(brief(caption)).toBe(short)
  })

  it('stand in two lines: addresses of both families, then words', () => {
    expect(captionLines(['10.0.0.0/24', '2001:db8:0:1::/64', 'eu-west-1c', 'public'])).toEqual({
      addresses: ['10.0.0.0/24', '2001:db8:0:1::/64'],
      words: ['AZ 1c', 'public'],
    })
  })
})
