import {
  cidrAt,
  contains,
  holds,
  isCidr4,
  prefixLengthOf,
  rangeOf,
  type Cidr,
  type Cidr4,
} from '../../net/cidr'
import { ipToNumber, numberToIp, type Ip4 } from '../../net/ip'

/** An IPv4 block of addresses that moves as a whole; both are of the same size. */
export interface BlockMove {
  readonly from: Cidr4
  readonly to: Cidr4
}

function distance({ from, to }: BlockMove): number {
  return rangeOf(to).first - rangeOf(from).first
}

/**
 * Where does a block come to lie when the one around it moves? Itself when it lies outside.
 * @example movedCidr('10.0.3.0/24', { from: '10.0.0.0/16', to: '10.1.0.0/16' }) // '10.1.3.0/24'
 */
export function movedCidr(block: Cidr4, move: BlockMove): Cidr4
export function movedCidr(block: Cidr, move: BlockMove): Cidr
export function movedCidr(block: Cidr, move: BlockMove): Cidr {
  if (!isCidr4(block) || !contains(move.from, block)) return block
  return cidrAt(rangeOf(block).first + distance(move), prefixLengthOf(block))
}

/** Where does an address come to lie when the block around it moves? */
export function movedIp(address: Ip4, move: BlockMove): Ip4 {
  if (!holds(move.from, address)) return address
  return numberToIp(ipToNumber(address) + distance(move))
}
