import type { Id } from '../../kinds/resource'
import { cellAt, type Cell, type MatrixTable } from './table'

/** A pair whose verdict is another one now. */
export interface ChangedPair {
  readonly from: Id
  readonly to: Id
  readonly before: Cell
  readonly after: Cell
}

export interface MatrixChanges {
  /** How many pairs have another verdict. */
  readonly count: number
  /** How many became reachable, and how many stopped being so. */
  readonly opened: number
  readonly closed: number
  /** The first of them, as many as were asked for. */
  readonly pairs: readonly ChangedPair[]
}

/**
 * Which pairs that were there before and are there now have another verdict? In the order of the ends
 * as they are now.
 */
export function changesBetween(
  before: MatrixTable,
  after: MatrixTable,
  most = Number.POSITIVE_INFINITY,
): MatrixChanges {
  const places = new Map(before.ends.map((id, index) => [id, index]))
  const old = after.ends.map((id) => places.get(id) ?? -1)
  const pairs: ChangedPair[] = []
  let [count, opened, closed] = [0, 0, 0]
  for (const [row, from] of after.ends.entries()) {
    const oldRow = old[row] ?? -1
    if (oldRow === -1) continue
    for (let column = 0; column < old.length; column += 1) {
      const oldColumn = old[column] ?? -1
      if (oldColumn === -1 || row === column) continue
      const was = cellAt(before, oldRow, oldColumn)
      const is = cellAt(after, row, column)
      if (!was || !is || was.verdict === is.verdict) continue
      count += 1
      if (is.verdict === 'reachable') opened += 1
      if (was.verdict === 'reachable') closed += 1
      const to = after.ends[column]
      if (pairs.length < most && to) pairs.push({ from, to, before: was, after: is })
    }
  }
  return { count, opened, closed, pairs }
}
