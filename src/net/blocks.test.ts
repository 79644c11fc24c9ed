import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runs } from '../base/testing/runs'
import { Blocks } from './blocks'
import { cidr6, cidrAt, overlaps } from './cidr'

const anyBlock = fc.oneof(
  fc
    .tuple(fc.integer({ min: 0x0a000000, max: 0x0a0003ff }), fc.constantFrom(0, 8, 22, 24, 28, 32))
    .map(([first, length]) => cidrAt(first, length)),
  fc
    .constantFrom('::/0', '2001:db8::/32', '2001:db8::/56', '2001:db8:0:100::/56', 'a::/128')
    .map(cidr6),
)

it('many blocks meet another one where one of them overlaps it', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 5 }), anyBlock, (all, block) => {
      const blocks = new Blocks()
      for (const each of all) blocks.add(each)
      expect(blocks.meet(block)).toBe(all.some((each) => overlaps(each, block)))
    }),
    runs(1),
  )
})
