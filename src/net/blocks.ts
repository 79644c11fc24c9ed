import { isCidr4, prefixLengthOf, rangeOf, wideRangeOf, type Cidr } from './cidr'

/**
 * Many blocks, of which it is asked again and again whether any shares an address with another one.
 * Of two blocks that do, one holds the other: it starts where the other would, were it as wide.
 */
export class Blocks {
  readonly #blocks = new Set<string>()
  /** All that hold one of them. */
  readonly #wider = new Set<string>()

  add(block: Cidr): void {
    this.#blocks.add(named(block, prefixLengthOf(block)))
    for (let length = prefixLengthOf(block); length >= 0; length -= 1)
      this.#wider.add(named(block, length))
  }

  /** Does any of them share an address with this one? */
  meet(block: Cidr): boolean {
    if (this.#wider.has(named(block, prefixLengthOf(block)))) return true
    for (let length = prefixLengthOf(block) - 1; length >= 0; length -= 1)
      if (this.#blocks.has(named(block, length))) return true
    return false
  }
}

/** The block of this length that this one lies in. */
function named(block: Cidr, length: number): string {
  if (isCidr4(block)) return `${Math.floor(rangeOf(block).first / 2 ** (32 - length))}/${length}`
  return `${wideRangeOf(block).first >> BigInt(128 - length)}//${length}`
}
