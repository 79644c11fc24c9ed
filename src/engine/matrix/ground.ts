import type { Id } from '../../kinds/resource'
import type { Document } from '../../model/document'
import { families } from '../../net/ip'
import type { Network } from '../network'
import type { Alike } from './alike'
import type { Known } from './matrix'
import type { Cell, MatrixTable } from './table'

/** A network that was looked at as a whole. */
export interface Ground {
  readonly document: Document
  readonly alike: Alike
  /** Which addresses hosts can have in each subnet that stays in its place. */
  readonly hosts: ReadonlyMap<Id, string>
}

/** A matrix of a network that differs in leaves alone from one that was looked at as a whole. */
export interface Judged {
  readonly table: MatrixTable
  /** By class what is said of its ends. */
  readonly words: Alike['words']
  readonly ground: Ground
}

export function groundOf(network: Network, alike: Alike): Ground {
  const staying = network.design.all('subnet').filter(({ id }) => !alike.homes.has(id))
  return {
    document: network.document,
    alike,
    hosts: new Map(
      staying.map(({ id }) => [
        id,
        families.map((family) => network.freeAddressesOf(id, family).join()).join(' '),
      ]),
    ),
  }
}

/**
 * Is everything as it was but what lies in leaves, before and now? Then a verdict between two classes
 * that were there before is what it was: leaves have no part in what others say to each other. Looks
 * at the resources with these ids, of which some have changed.
 */
export function differsInLeaves(
  before: Ground,
  after: Ground,
  changed: readonly Id[],
  ids: Iterable<Id>,
): boolean {
  const others = new Set(changed)
  const [was, is] = [before.alike, after.alike]
  for (const id of ids) {
    const stays = !is.homes.has(id)
    const isAsBefore = !others.has(id) && was.said.has(id) === is.said.has(id)
    if (isAsBefore && stays === !was.homes.has(id)) {
      if (stays && before.hosts.get(id) !== after.hosts.get(id)) return false
    } else if (isOutsideLeaves(was, id) || isOutsideLeaves(is, id)) return false
  }
  return true
}

/** Does it decide over packets, and not at the edge alone? */
export const isOutsideLeaves = ({ said, homes, leaves }: Alike, id: Id): boolean =>
  said.has(id) && !leaves.has(homes.get(id) ?? id)

/** The verdicts of a matrix by what is said of the classes. */
export function knownFrom({ table, words }: Judged): Known {
  const numbers = new Map<string, Map<string, number>>()
  for (const [number, { home, within }] of words.entries()) {
    const inside = numbers.get(home)
    if (inside) inside.set(within, number)
    else numbers.set(home, new Map([[within, number]]))
  }
  return (one, other, near): Cell | undefined => {
    const from = numbers.get(one.home)?.get(one.within)
    const to = numbers.get(other.home)?.get(other.within)
    if (from === undefined || to === undefined) return undefined
    return table.cells[(from * table.count + to) * 2 + (near ? 1 : 0)]
  }
}
