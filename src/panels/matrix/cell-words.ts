import { partWords } from '../path/verdicts'
import type { Line, Sum } from './lines'

/** What the cell of a sum shows: how many pass, and whether that is all that can be told. */
export const countOf = ({ reachable, unmodelled }: Sum): string =>
  `${reachable}${unmodelled > 0 ? '?' : ''}`

/** What a cell says, in words. */
export function saysOf(from: Line, to: Line, sum: Sum): string {
  const { verdict, code, reachable, unmodelled, pairs } = sum
  const ends = `${from.label} to ${to.label}`
  if (verdict === 'none') return `${ends}: what lies within a subnet is not asked`
  const which =
    from.type === 'end' && to.type === 'end' ? '' : `, ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`
  if (verdict === 'mixed') {
    const untold = unmodelled > 0 ? `, ${unmodelled} not modelled` : ''
    return `${ends}: ${reachable} of ${pairs} pairs reachable${untold}`
  }
  return `${ends}: ${partWords[verdict]}${code ? `, ${code}` : ''}${which}`
}
