import {
  isCidr4,
  parseCidr,
  prefixLengthOf,
  rangeOf,
  wideRangeOf,
  type Cidr,
} from '../../../net/cidr'
import { bigintToIp6, numberToIp } from '../../../net/ip'
import { asNumber, Failed, type Value } from './value'

const noBlock = new Failed('It is no block of addresses, or does not hold what is asked for.')

/** A block as Terraform takes it, which cuts off what lies behind the prefix. */
function blockOf(value: Value | undefined): Cidr | null {
  if (typeof value !== 'string') return null
  const read = parseCidr(value)
  if (read.ok) return read.value
  const [problem] = read.problems
  const suggestion = problem && 'suggestion' in problem ? problem.suggestion : null
  return typeof suggestion === 'string' ? blockOf(suggestion) : null
}

const firstOf = (block: Cidr): bigint =>
  BigInt(isCidr4(block) ? rangeOf(block).first : wideRangeOf(block).first)

const written = (block: Cidr, address: bigint): string =>
  isCidr4(block) ? numberToIp(Number(address)) : bigintToIp6(address)

const widthOf = (block: Cidr): number => (isCidr4(block) ? 32 : 128)

/**
 * The block of this number among those that are so many bits longer.
 * @example cidrsubnet('10.0.0.0/16', 8, 2) // '10.0.2.0/24'
 * @source https://developer.hashicorp.com/terraform/language/functions/cidrsubnet
 */
export function cidrsubnet(around?: Value, bits?: Value, index?: Value): Value {
  const block = blockOf(around)
  const [more, at] = [asNumber(bits ?? null), asNumber(index ?? null)]
  if (!block || more === null || at === null) return noBlock
  const length = prefixLengthOf(block) + more
  const isFitting = Number.isInteger(more) && Number.isInteger(at) && more >= 0 && at >= 0
  if (!isFitting || length > widthOf(block) || BigInt(at) >= 1n << BigInt(more)) return noBlock
  const size = 1n << BigInt(widthOf(block) - length)
  return `${written(block, firstOf(block) + BigInt(at) * size)}/${length}`
}

/** @source https://developer.hashicorp.com/terraform/language/functions/cidrsubnets */
export function cidrsubnets(around?: Value, ...bits: readonly Value[]): Value {
  const block = blockOf(around)
  if (!block) return noBlock
  let next = firstOf(block)
  const end = next + (1n << BigInt(widthOf(block) - prefixLengthOf(block)))
  const made: string[] = []
  for (const each of bits) {
    const more = asNumber(each)
    const length = prefixLengthOf(block) + (more ?? 0)
    if (more === null || more < 1 || !Number.isInteger(more) || length > widthOf(block))
      return noBlock
    const size = 1n << BigInt(widthOf(block) - length)
    const start = ((next + size - 1n) / size) * size
    next = start + size
    if (next > end) return noBlock
    made.push(`${written(block, start)}/${length}`)
  }
  return made
}

/** @source https://developer.hashicorp.com/terraform/language/functions/cidrhost */
export function cidrhost(around?: Value, index?: Value): Value {
  const block = blockOf(around)
  const at = asNumber(index ?? null)
  if (!block || at === null || !Number.isInteger(at)) return noBlock
  const size = 1n << BigInt(widthOf(block) - prefixLengthOf(block))
  const offset = at < 0 ? size + BigInt(at) : BigInt(at)
  return offset < 0n || offset >= size ? noBlock : written(block, firstOf(block) + offset)
}

/** @source https://developer.hashicorp.com/terraform/language/functions/cidrnetmask */
export function cidrnetmask(around?: Value): Value {
  const block = blockOf(around)
  if (!block || !isCidr4(block)) return noBlock
  const length = prefixLengthOf(block)
  return numberToIp(length === 0 ? 0 : 2 ** 32 - 2 ** (32 - length))
}
