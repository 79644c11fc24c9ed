import type { Id } from '../../kinds/resource'
import type { Question } from '../answer'
import type { Network } from '../network'
import { groupBy } from '../../base/group-by'
import { judged } from '../questions/trace'
import { alikeIn, type Alike, type ClassWords } from './alike'
import { slotOf, type Cell, type MatrixTable } from './table'

/** What is asked of every pair. */
export type MatrixTraffic = Omit<Question, 'source' | 'destination'>

/**
 * What can reach what? Ends that behave alike are asked for once: of each two classes one pair in the
 * same home and one in different homes is traced, and that answers for all of them. What is known of
 * two classes already is not asked again.
 */
export function matrixOf(
  network: Network,
  traffic: MatrixTraffic,
  ends: readonly Id[] = network.design.all('subnet').map(({ id }) => id),
  { classOf, homeOf, words }: Alike = alikeIn(network, ends),
  known: Known = () => undefined,
): MatrixTable {
  const classes = Int32Array.from(ends, (id) => classOf.get(id) ?? 0)
  const homes = Int32Array.from(ends, (id) => homeOf.get(id) ?? -1)
  const cells: (Cell | undefined)[] = []
  const table = { ends, classes, homes, count: new Set(classes).size, cells }
  const some = samples(classes, homes)
  for (const from of some)
    for (const to of some) {
      const [source, destination] = [ends[from], ends[to]]
      if (from === to || !source || !destination) continue
      const slot = slotOf(table, from, to)
      if (cells[slot]) continue
      const [one, other] = [words[classes[from] ?? 0], words[classes[to] ?? 0]]
      cells[slot] =
        (one && other && known(one, other, slot % 2 === 1)) ??
        judged(network, {
          ...traffic,
          source: { type: 'resource', id: source },
          destination: { type: 'resource', id: destination },
        })
    }
  return table
}

/** The verdict between two classes, in one home or in two, where it is known. */
export type Known = (one: ClassWords, other: ClassWords, near: boolean) => Cell | undefined

/**
 * Ends among which is every sort of pair there is: of homes that hold the same classes two, and in
 * each of these, as among what stays in its place, two of every class.
 */
function samples(classes: Int32Array, homes: Int32Array): readonly number[] {
  const all = Array.from(classes, (_, index) => index)
  const byHome = groupBy(all, (index) => homes[index] ?? -1)
  const taken = new Map<string, number>()
  return [...byHome].flatMap(([home, inside]) => {
    const byClass = groupBy(inside, (index) => classes[index] ?? 0)
    const sort = [...byClass.keys()].toSorted((a, b) => a - b).join()
    const alike = taken.get(sort) ?? 0
    if (home !== -1 && alike === 2) return []
    taken.set(sort, alike + 1)
    return [...byClass.values()].flatMap((members) => members.slice(0, 2))
  })
}
