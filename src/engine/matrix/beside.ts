import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { alikeIn, type Alike } from './alike'
import { changedBetween } from './changed'
import { excerptOf } from './excerpt'
import { differsInLeaves, groundOf, isOutsideLeaves, knownFrom, type Judged } from './ground'
import { matrixOf, type MatrixTraffic } from './matrix'
import type { MatrixTable } from './table'

/**
 * The matrix after edits in leaves, from one before them, by an excerpt of the network; null where
 * they touch more than an excerpt can hold. What is left out is alike to something in the excerpt, of
 * which after the edit the same must be said as before.
 */
export function matrixBeside(
  before: Judged,
  document: Document,
  traffic: MatrixTraffic,
  ends: readonly Id[],
): Judged | null {
  const { ground } = before
  const changed = changedBetween(ground.document, document)
  if (changed.some((id) => isOutsideLeaves(ground.alike, id))) return null
  const excerpt = excerptOf(ground, document, changed)
  if (!excerpt) return null
  const { network, isGone, isTouched } = excerpt
  const some = ends.filter((id) => !isGone(id))
  const alike = alikeIn(network, some)
  const ids = new Set([...(Object.keys(network.design.resources) as Id[]), ...changed])
  if (!differsInLeaves(ground, groundOf(network, alike), changed, ids)) return null
  if (changed.some((id) => tellsApart(id, alike, ground.alike, isGone))) return null
  const numbers = new Map<number, number>()
  for (const id of some) {
    const [was, is] = [ground.alike.classOf.get(id), alike.classOf.get(id)]
    if (was === undefined || is === undefined || isTouched(id)) continue
    if (!isSame(ground.alike.words[was], alike.words[is])) return null
    numbers.set(was, is)
  }
  if (isAsBefore(before, ends, alike)) return before
  const left = matrixOf(network, traffic, some, alike, knownFrom(before))
  const table = unfolded(left, ends, alike, ground.alike, numbers)
  return table && { table, words: alike.words, ground }
}

/** Does it name a block that nobody has named before, and that holds some of those left out? */
function tellsApart(id: Id, now: Alike, before: Alike, isGone: (id: Id) => boolean): boolean {
  return (now.said.get(id)?.all ?? []).some(
    ({ block }) =>
      block !== null && !before.outside.has(block) && before.space.meeting(block).some(isGone),
  )
}

type Words = Alike['words'][number] | undefined

const isSame = (one: Words, other: Words) =>
  one?.home === other?.home && one?.within === other?.within

/** Is the same said of every end as before? */
function isAsBefore({ table, words }: Judged, ends: readonly Id[], alike: Alike): boolean {
  if (ends.length !== table.ends.length) return false
  return ends.every((id, index) => {
    if (table.ends[index] !== id) return false
    const number = alike.classOf.get(id)
    return number === undefined || isSame(words[table.classes[index] ?? 0], alike.words[number])
  })
}

/** The matrix of all ends by that of some: those left out are what others of their class are. */
function unfolded(
  { count, cells }: MatrixTable,
  ends: readonly Id[],
  some: Alike,
  before: Alike,
  numbers: ReadonlyMap<number, number>,
): MatrixTable | null {
  const classes = new Int32Array(ends.length)
  const homes = new Int32Array(ends.length)
  const first = before.homes.size
  for (const [index, id] of ends.entries()) {
    const own = some.classOf.get(id)
    const number = own ?? numbers.get(before.classOf.get(id) ?? -1)
    // nothing in the excerpt is like it
    if (number === undefined) return null
    const home = own === undefined ? before.homeOf.get(id) : some.homeOf.get(id)
    classes[index] = number
    homes[index] =
      home === null || home === undefined ? -1 : own === undefined ? home : first + home
  }
  return { ends, classes, homes, count, cells }
}
