import { describe, expect, it } from 'vitest'
import { designOf } from '../model/design'
import { s4 } from '../model/examples/s4'
import { parseCidr } from '../net/cidr'
import { blockOwner, vpcsAttachedTo } from './address-block'

const design = designOf(s4.document)
const attached = vpcsAttachedTo(
  design.all('transit-gateway').map(({ id }) => id),
  design,
)

const ownerOf = (text: string) => {
  const block = parseCidr(text)
  return block.ok ? blockOwner(block.value, attached, design)?.owner.name : 'no block'
}

describe('the VPCs on a transit gateway', () => {
  it.each([
    ['100.64.2.0/24', 'VPC B'], // a secondary block
    ['100.64.1.0/26', 'a-routable'], // a subnet
    ['10.0.0.0/16', undefined], // both have it
    ['100.64.0.0/16', undefined], // around the blocks, and nobody's
  ])('%s is the block of %s', (block, owner) => {
    expect(ownerOf(block)).toBe(owner)
  })
})
