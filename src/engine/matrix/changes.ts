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
  const sorts = sortsOf(before, after, old)
  const pairs: ChangedPair[] = []
  let [count, opened, closed] = [0, 0, 0]
  for (const [row, from] of after.ends.entries()) {
    const oldRow = old[row] ?? -1
    const differs = oldRow === -1 ? undefined : sorts.differing(row)
    if (!differs) continue
    for (let column = 0; column < old.length; column += 1) {
      const oldColumn = old[column] ?? -1
      if (oldColumn === -1 || row === column || !differs[sorts.of[column] ?? 0]) continue
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

/**
 * Ends of one class before and of one class now are of one sort: between sorts whose cells are the
 * same no pair needs to be looked at.
 */
function sortsOf(before: MatrixTable, after: MatrixTable, old: readonly number[]) {
  const numbers = new Map<number, number>()
  const of = Int32Array.from(old, (was, index) => {
    const key = (before.classes[was] ?? 0) * after.count + (after.classes[index] ?? 0)
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    return known
  })
  const classes = [...numbers.keys()].map((key) => [
    Math.floor(key / after.count),
    key % after.count,
  ])
  const rows = new Map<number, Uint8Array | undefined>()
  const compared = ([was = 0, is = 0]: readonly number[] = []) => {
    const row = Uint8Array.from(classes, ([wasTo, isTo]) => {
      const now = [0, 1].map((near) => verdictIn(after, is, isTo, near))
      const then = [0, 1].map((near) => verdictIn(before, was, wasTo, near))
      return now.some((a) => then.some((b) => a && b && a !== b)) ? 1 : 0
    })
    return row.includes(1) ? row : undefined
  }
  /** By sort whether a cell between it and the sort of this end is another one; none where all are the same. */
  const differing = (end: number): Uint8Array | undefined => {
    const sort = of[end] ?? 0
    if (!rows.has(sort)) rows.set(sort, compared(classes[sort]))
    return rows.get(sort)
  }
  return { of, differing }
}

const verdictIn = ({ count, cells }: MatrixTable, from = 0, to = 0, near = 0) =>
  cells[(from * count + to) * 2 + near]?.verdict
