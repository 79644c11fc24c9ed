import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { resolve } from '../network'
import { alikeIn } from './alike'
import { matrixBeside } from './beside'
import { changedBetween } from './changed'
import { differsInLeaves, groundOf, knownFrom, type Judged } from './ground'
import { matrixOf, type MatrixTraffic } from './matrix'
import { inOrderOf } from './table'

/** A matrix with what it was made from: as long as that stays, it stays. */
export interface Remembered extends Judged {
  readonly document: Document
  /** What was asked, between which kinds, and between which accounts. */
  readonly asked: string
}

/** Ends of one's own; places outside may be led to through any of them. */
const own: ReadonlySet<string> = new Set(['subnet', 'workload'])

/**
 * The matrix after an edit. Where the edit touches nothing that decides between these ends (a name, a
 * tag, a place on the canvas), and where it was undone, it is one from before. Where it stays at the
 * edge of the network, in leaves, the verdicts of all others are kept, and an excerpt of the network
 * is enough to judge the rest.
 */
export function matrixAfter(
  previous: readonly Remembered[],
  document: Document,
  traffic: MatrixTraffic,
  ends: readonly Id[] = designOf(document)
    .all('subnet')
    .map(({ id }) => id),
): Remembered {
  const kinds = [...new Set(ends.map((id) => id.slice(0, id.indexOf(':'))))].toSorted()
  const asked = JSON.stringify([traffic, kinds, document.accounts])
  const comparable = previous.filter((it) => it.asked === asked)
  for (const it of comparable) {
    const table = inOrderOf(ends, it.table)
    if (table && changedBetween(it.document, document).length === 0)
      return { ...it, table, document }
  }
  // of a range of ports every part is judged, in a network of its own
  const mayKeep = kinds.every((kind) => own.has(kind)) && typeof traffic.port !== 'object'
  const near = mayKeep ? comparable : []
  for (const it of near) {
    const made = matrixBeside(it, document, traffic, ends)
    if (made) return { ...made, document, asked }
  }
  const network = resolve(document)
  const alike = alikeIn(network, ends)
  const ground = groundOf(network, alike)
  const kept = near.find((it) => {
    const ids = new Set([...it.ground.alike.said.keys(), ...alike.said.keys()])
    const changed = changedBetween(it.ground.document, document)
    return differsInLeaves(it.ground, ground, changed, ids)
  })
  const table = matrixOf(network, traffic, ends, alike, kept && knownFrom(kept))
  return { table, words: alike.words, ground, document, asked }
}
