import { partWords } from '../path/verdicts'
import type { Line, Sum } from './lines'

/** What a cell says, in words. */
export function saysOf(from: Line, to: Line, { verdict, code, reachable, pairs }: Sum): string {
  const ends = `${from.label} to ${to.label}`
  if (verdict === 'none') return `${ends}: what lies within a subnet is not asked`
  const which =
    from.type === 'end' && to.type === 'end' ? '' : `, ${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`
  if (verdict === 'mixed') return `${ends}: ${reachable} of ${pairs} pairs reachable`
  return `${ends}: ${partWords[verdict]}${code ? `, ${code}` : ''}${which}`
}
