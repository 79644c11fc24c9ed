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
  return {
    ends,
    cell: (from, to) => {
      const home = homes[from]
      const isNear = home !== -1 && home === homes[to]
      const key =
        ((classes[from] as number) * count + (classes[to] as number)) * 2 + (isNear ? 1 : 0)
      if (from === to) return null
      const known = cells[key]
      if (known) return known
      const [source, destination] = [ends[from], ends[to]]
      if (!source || !destination) return null
      return (cells[key] = judged(network, {
        ...traffic,
        source: { type: 'resource', id: source },
        destination: { type: 'resource', id: destination },
      }))
    },
  }
}
