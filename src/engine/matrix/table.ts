import type { Code } from '../../kinds/codes'
import type { Id } from '../../kinds/resource'
import type { Verdict } from '../answer'

/** The verdict of one ordered pair. */
export interface Cell {
  readonly verdict: Verdict
  /** The first blocker's code; null where nothing blocks. */
  readonly code: Code | null
}

/**
 * The verdicts of all ordered pairs, without a cell for each: those of a class share theirs. Plain
 * data, so that a worker can send it.
 */
export interface MatrixTable {
  readonly ends: readonly Id[]
  /** The class of each end, by its index. */
  readonly classes: Int32Array
  /** Where each end lies; -1 for what is like nothing else. */
  readonly homes: Int32Array
  /** How many classes there are. */
  readonly count: number
  /** By `slotOf`; a slot that no pair has is empty. */
  readonly cells: (Cell | undefined)[]
}

/** In which slot do the two ends of these indexes find their cell? */
export function slotOf({ classes, homes, count }: MatrixTable, from: number, to: number): number {
  const home = homes[from] ?? -1
  const isNear = home !== -1 && home === homes[to]
  return ((classes[from] ?? 0) * count + (classes[to] ?? 0)) * 2 + (isNear ? 1 : 0)
}

/** The verdict of a pair, by the indexes of its ends; null for an end and itself. */
export function cellAt(table: MatrixTable, from: number, to: number): Cell | null {
  return from === to ? null : (table.cells[slotOf(table, from, to)] ?? null)
}

/** The same table with its ends in this order; null where these are not its ends. */
export function inOrderOf(ends: readonly Id[], table: MatrixTable): MatrixTable | null {
  if (ends.length !== table.ends.length) return null
  if (ends.every((id, index) => id === table.ends[index])) return table
  const places = new Map(table.ends.map((id, index) => [id, index]))
  if (!ends.every((id) => places.has(id))) return null
  const at = Int32Array.from(ends, (id) => places.get(id) ?? 0)
  return {
    ...table,
    ends,
    classes: at.map((index) => table.classes[index] ?? 0),
    homes: at.map((index) => table.homes[index] ?? -1),
  }
}
