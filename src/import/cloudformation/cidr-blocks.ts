import { isCidr4, parseCidr, rangeOf, wideRangeOf } from '../../net/cidr'
import { bigintToIp6, numberToIp } from '../../net/ip'

/**
 * The blocks that `Fn::Cidr` makes: so many, each with so many host bits, from the start of a block
 * on; null where they do not fit, or it is no block.
 * @example cidrBlocks('10.0.0.0/16', 2, 8) // ['10.0.0.0/24', '10.0.1.0/24']
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-cidr.html
 */
export function cidrBlocks(
  text: string,
  count: number,
  hostBits: number,
): readonly string[] | null {
  const read = parseCidr(text)
  if (!read.ok || !(count >= 1 && count <= 256) || !(hostBits >= 1 && hostBits <= 127)) return null
  const { value: around } = read
  const length = (isCidr4(around) ? 32 : 128) - hostBits
  if (length < 0) return null
  const size = 1n << BigInt(hostBits)
  const { first, last } = isCidr4(around) ? rangeOf(around) : wideRangeOf(around)
  const start = BigInt(first)
  if (start + BigInt(count) * size - 1n > BigInt(last)) return null
  return Array.from({ length: count }, (_, index) => {
    const address = start + BigInt(index) * size
    return `${isCidr4(around) ? numberToIp(Number(address)) : bigintToIp6(address)}/${length}`
  })
}
