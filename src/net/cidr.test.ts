import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cidr,
  cidr6,
  cidrAt,
  compareCidrs,
  contains,
  firstOverlap,
  holds,
  nextFree,
  nextFree6,
  overlaps,
  parseCidr,
  parseCidr4,
  parseCidr6,
  prefixLengthOf,
  rangeOf,
} from './cidr'
import {
  bigintToIp6,
  ip6ToBigint,
  ipToNumber,
  isIp,
  isIp4,
  numberToIp,
  parseIp4,
  parseIp6,
} from './ip'
import { isPublic } from './ranges'

/** Any block, large ones and small ones alike. */
const cidrs = fc
  .tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 0, max: 32 }))
  .map(([first, length]) => cidrAt(first, length))

/** Blocks that meet often. */
const nearby = fc
  .tuple(fc.nat(2 ** 12 - 1), fc.integer({ min: 20, max: 30 }))
  .map(([offset, length]) => cidrAt(10 * 2 ** 24 + offset, length))

/** The addresses of a block by plain arithmetic on its text, without any library. */
function plainRange(text: string): readonly [bigint, bigint] {
  const [address = '', length = ''] = text.split('/')
  const first = address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  return [first, first + 2n ** (32n - BigInt(length)) - 1n]
}

describe('reading a CIDR block', () => {
  it.each([
    ['10.0.0.0/16', null],
    ['0.0.0.0/0', null],
    ['10.0.0.5/16', '10.0.0.0/16'],
    ['100.68.0.18/18', '100.68.0.0/18'], // AWS's own example
  ])('VPC-2: %s suggests %s', (text, suggestion) => {
    const parsed = parseCidr4(text)
    if (suggestion === null) expect(parsed).toEqual({ ok: true, value: text })
    else
      expect(parsed).toEqual({
        ok: false,
        problems: [{ code: 'cidr/not-canonical', text, suggestion }],
      })
  })

  it.each(['', '10.0.0.0', '10.0.0.0/33', '10.0.0/16', '010.0.0.0/8', '10.0.0.0/-1', 'fd00::/8'])(
    '%j is none',
    (text) => {
      expect(parseCidr4(text)).toEqual({ ok: false, problems: [{ code: 'cidr/malformed', text }] })
    },
  )

  it.each([
    ['2001:db8::/32', null],
    ['::/0', null],
    ['2001:DB8:0:0::/56', '2001:db8::/56'],
    ['2001:db8::1/64', '2001:db8::/64'],
    ['10.0.0.0/8', undefined],
    ['2001:db8::/129', undefined],
    ['fe80::%eth0/64', undefined],
    ['::ffff:10.0.0.0/104', undefined],
  ])('of IPv6: %s suggests %s', (text, suggestion) => {
    const parsed = parseCidr6(text)
    if (suggestion === null) expect(parsed).toEqual({ ok: true, value: text })
    else
      expect(parsed).toEqual({
        ok: false,
        problems: [
          suggestion === undefined
            ? { code: 'cidr/malformed', text }
            : { code: 'cidr/not-canonical', text, suggestion },
        ],
      })
  })

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(cidrs, (block) => {
        expect(parseCidr(block)).toEqual({ ok: true, value: block })
      }),
    )
  })
})

describe('reading an address', () => {
  it.each(['10.0.0.1', '255.255.255.255', '0.0.0.0'])('%s is one', (text) => {
    expect(isIp4(text)).toBe(true)
  })
  it.each(['010.0.0.1', '10.0.0', '10.0.0.256', '1', '::1', '10.0.0.1 '])('%j is none', (text) => {
    expect(parseIp4(text)).toEqual({ ok: false, problems: [{ code: 'ip/malformed', text }] })
  })
  it('a number and back is the same number', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), (number) => {
        expect(ipToNumber(numberToIp(number))).toBe(number)
      }),
    )
  })
})

describe('IPv6', () => {
  const numbers = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n })
  it('a number and back is the same number, in a text that is read as written', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const ip = bigintToIp6(number)
        expect(ip6ToBigint(ip)).toBe(number)
        expect(parseIp6(ip)).toEqual({ ok: true, value: ip })
      }),
    )
  })
  it('a block holds exactly the addresses whose first bits are its own', () => {
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 0, max: 128 }), (base, other, length) => {
        const shift = BigInt(128 - length)
        const block = cidr6(`${bigintToIp6((base >> shift) << shift)}/${length}`)
        expect(holds(block, bigintToIp6(other))).toBe(base >> shift === other >> shift)
        expect(holds(block, bigintToIp6(base))).toBe(true)
      }),
    )
  })
  it('never holds, contains or overlaps what is IPv4', () => {
    expect(holds(cidr6('::/0'), numberToIp(1))).toBe(false)
    expect(contains(cidr6('::/0'), cidr('10.0.0.0/8'))).toBe(false)
    expect(overlaps(cidr('0.0.0.0/0'), cidr6('::/0'))).toBe(false)
    expect(holds(cidr('0.0.0.0/0'), bigintToIp6(1n))).toBe(false)
  })
  it('sorts blocks IPv4 first, then by address, the wider one first', () => {
    const sorted = ['10.0.0.0/8', '10.0.0.0/16', '10.1.0.0/16', '2001:db8::/32', '2001:db8::/56']
    expect(
      sorted
        .map((it) => block(it))
        .toReversed()
        .sort(compareCidrs),
    ).toEqual(sorted)
  })
  it('the next free block passes over those taken', () => {
    const within = cidr6('2001:db8::/56')
    expect(nextFree6(within, 64, [cidr6('2001:db8::/64')])).toBe('2001:db8:0:1::/64')
    expect(nextFree6(cidr6('2001:db8::/64'), 64, [cidr6('2001:db8::/64')])).toBeNull()
  })
  it.each([
    ['2001:db8::1', true],
    ['fd00::1', false],
    ['fe80::1', false],
    ['2600::', true],
  ])('%s is met on the internet: %s', (text, expected) => {
    expect(isIp(text) && isPublic(text)).toBe(expected)
  })
})

const block = (text: string) => (text.includes(':') ? cidr6(text) : cidr(text))

describe('overlap', () => {
  it.each([
    ['10.0.0.0/24', '10.0.0.128/25', true],
    ['10.0.0.0/24', '10.0.1.0/24', false], // adjacent is not overlapping
    ['0.0.0.0/0', '255.255.255.255/32', true],
    ['10.0.0.0/16', '10.0.0.0/16', true],
  ])('%s with %s: %s', (a, b, expected) => {
    expect(overlaps(cidr(a), cidr(b))).toBe(expected)
  })

  it('is symmetric, and is what plain arithmetic says', () => {
    fc.assert(
      fc.property(fc.oneof(cidrs, nearby), fc.oneof(cidrs, nearby), (a, b) => {
        const [[firstA, lastA], [firstB, lastB]] = [plainRange(a), plainRange(b)]
        expect(overlaps(a, b)).toBe(firstA <= lastB && firstB <= lastA)
        expect(overlaps(b, a)).toBe(overlaps(a, b))
      }),
    )
  })

  it('means that one block contains the other', () => {
    fc.assert(
      fc.property(nearby, nearby, (a, b) => {
        expect(overlaps(a, b)).toBe(contains(a, b) || contains(b, a))
      }),
    )
  })

  it('a block holds exactly the addresses of its range', () => {
    fc.assert(
      fc.property(nearby, fc.nat(2 ** 13), (block, offset) => {
        const number = 10 * 2 ** 24 + offset
        const { first, last } = rangeOf(block)
        expect(holds(block, numberToIp(number))).toBe(first <= number && number <= last)
      }),
    )
  })

  it('names the first pair that collides, in the order of the lists', () => {
    const [a, b, c] = [cidr('10.0.0.0/16'), cidr('100.64.0.0/16'), cidr('100.64.0.0/10')]
    expect(firstOverlap([a, b], [c, a])).toEqual([a, a])
    expect(firstOverlap([a], [b])).toBeNull()
  })
})

describe('the next free block', () => {
  it.each([
    ['10.0.0.0/16', 24, ['10.0.0.0/24'], '10.0.1.0/24'],
    ['10.0.0.0/16', 24, ['10.0.0.64/28'], '10.0.1.0/24'],
    ['10.0.0.0/24', 25, ['10.0.0.0/25', '10.0.0.128/25'], null],
    ['10.0.0.0/16', 15, [], null],
    ['255.255.0.0/16', 17, ['255.255.128.0/17'], '255.255.0.0/17'],
  ])('in %s of /%i beside %j: %s', (within, length, taken, expected) => {
    expect(nextFree(cidr(within), length, taken.map(cidr))).toBe(expected)
  })

  it('lies inside, is free, and is the first such block', () => {
    const within = cidr('10.0.0.0/20')
    fc.assert(
      fc.property(
        fc.array(nearby, { maxLength: 12 }),
        fc.integer({ min: 20, max: 28 }),
        (taken, length) => {
          const size = 2 ** (32 - length)
          const { first, last } = rangeOf(within)
          let expected = null
          for (let start = first; start + size - 1 <= last && expected === null; start += size) {
            const candidate = cidrAt(start, length)
            if (!taken.some((block) => overlaps(block, candidate))) expected = candidate
          }
          const found = nextFree(within, length, taken)
          expect(found).toBe(expected)
          if (found) expect(prefixLengthOf(found)).toBe(length)
        },
      ),
    )
  })
})

describe('public addresses', () => {
  it.each([
    ['8.8.8.8', true],
    ['172.15.255.255', true],
    ['172.16.0.1', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['100.64.0.1', false],
    ['100.128.0.1', true],
    ['169.254.169.254', false],
    ['224.0.0.1', false],
  ])('%s: %s', (text, expected) => {
    expect(isIp(text) && isPublic(text)).toBe(expected)
  })
})
