import type { Id } from '../../kinds/resource'
import type { Code } from '../../kinds/codes'
import type { Question, Verdict } from '../answer'
import type { Network } from '../network'
import { judged } from '../questions/trace'
import { alikeIn } from './alike'

/** What is asked of every pair. */
export type MatrixTraffic = Omit<Question, 'source' | 'destination'>

export interface Cell {
  readonly verdict: Verdict
  /** The first blocker's code; null where nothing blocks. */
  readonly code: Code | null
}

/** The verdict of every ordered pair. */
export interface Matrix {
  readonly ends: readonly Id[]
  /** The pair of these ends by index; null for an end and itself. */
  readonly cell: (from: number, to: number) => Cell | null
  /** Finds everything there is to find now, so that each cell is only looked up from here on. */
  readonly fill: () => void
}

/**
 * What can reach what? Ends that behave alike are asked for once: of each two classes one pair in the
 * same home and one in different homes is traced, and that answers for all of them.
 */
export function matrixOf(
  network: Network,
  traffic: MatrixTraffic,
  ends: readonly Id[] = network.design.all('subnet').map(({ id }) => id),
): Matrix {
  const { classOf, homeOf } = alikeIn(network, ends)
  const classes = Int32Array.from(ends, (id) => classOf.get(id) ?? -1)
  const homes = Int32Array.from(ends, (id) => homeOf.get(id) ?? -1)
  const count = Math.max(0, ...new Set(classes)) + 1
  const cells: Cell[] = []
  const cell = (from: number, to: number): Cell | null => {
    const [source, destination] = [ends[from], ends[to]]
    if (from === to || !source || !destination) return null
    const home = homes[from]
    const isNear = home !== -1 && home === homes[to]
    const key = ((classes[from] as number) * count + (classes[to] as number)) * 2 + (isNear ? 1 : 0)
    return (cells[key] ??= judged(network, {
      ...traffic,
      source: { type: 'resource', id: source },
      destination: { type: 'resource', id: destination },
    }))
  }
  const fill = () => {
    const some = samples(classes, homes)
    for (const from of some) for (const to of some) cell(from, to)
  }
  return { ends, cell, fill }
}

/** Of each class two in one home, and one in another: among them is every sort of pair there is. */
function samples(classes: Int32Array, homes: Int32Array): readonly number[] {
  const taken = new Map<number, number[]>()
  classes.forEach((of, index) => {
    const known = taken.get(of) ?? []
    taken.set(of, known)
    const beside = known.filter((each) => homes[each] === homes[index]).length
    const places = new Set(known.map((each) => homes[each])).size
    if (beside === 0 ? places < 2 : beside < 2 && places < 2) known.push(index)
  })
  return [...taken.values()].flat()
}
