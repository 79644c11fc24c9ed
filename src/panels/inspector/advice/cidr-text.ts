import { parseCidr4, type Cidr } from '../../../net/cidr'
import { isIp4 } from '../../../net/ip'
import type { InputProblem } from '../../../ui/DraftInput'

const error = (text: string, suggestion?: string): InputProblem => ({
  tone: 'error',
  text,
  ...(suggestion === undefined ? {} : { suggestion }),
})

/** The canonical block nearest to a text that is one but for leading zeros or host bits. */
function mended(text: string): Cidr | undefined {
  const parsed = parseCidr4(text.replace(/\b0+(?=\d)/g, ''))
  if (parsed.ok) return parsed.value
  const [problem] = parsed.problems
  return problem?.code === 'cidr/not-canonical' ? problem.suggestion : undefined
}

/**
 * What is wrong with a text that shall be an IPv4 block, told so that it can be mended; null when
 * it is one. The usual length completes a bare address.
 * @example cidrTextProblem('10.0.0.5/16', 24)?.suggestion // '10.0.0.0/16'
 */
export function cidrTextProblem(text: string, usualLength: number): InputProblem | null {
  const parsed = parseCidr4(text)
  if (parsed.ok) return null
  const [problem] = parsed.problems
  if (/(^|[./])0\d/.test(text.trim()))
    return error('Numbers are written without leading zeros.', mended(text.trim()))
  if (problem?.code === 'cidr/not-canonical')
    return error(
      `${text} has host bits set: it is an address inside ${problem.suggestion}.`,
      problem.suggestion,
    )
  if (text.trim() === '') return error('Write a block, such as 10.0.0.0/16.')
  if (text.includes(':')) return error('This is IPv6. Write an IPv4 block, such as 10.0.0.0/16.')
  if (text !== text.trim()) return cidrTextProblem(text.trim(), usualLength)
  const [address = '', length, ...rest] = text.split('/')
  if (rest.length > 0) return error('A block has one slash.')
  const octets = address.split('.')
  if (octets.length !== 4 || octets.some((it) => !/^\d+$/.test(it)))
    return error('A block begins with four decimal numbers, such as 10.0.0.0/16.')
  const large = octets.find((it) => Number(it) > 255)
  if (large !== undefined) return error(`${large} is too large: each number is 0 to 255.`)
  if (length === undefined || length === '')
    return error('The prefix length is missing.', mended(`${address}/${usualLength}`))
  if (!/^\d+$/.test(length) || Number(length) > 32)
    return error(`/${length} is no prefix length: it is 0 to 32.`)
  return isIp4(address) ? error(`${text} is no block.`) : error(`${address} is no IPv4 address.`)
}
