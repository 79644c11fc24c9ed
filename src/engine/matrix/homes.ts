import type { Id } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import type { Network } from '../network'
import type { AddressSpace } from './address-space'
import type { Said } from './said'
import type { Named } from './template'

/** What moves together: by resource its home. What is not there stays where it is. */
export type Homes = ReadonlyMap<Id, Id>

/** With more neighbours than these a VPC is a hub: others change places around it. */
const fewNeighbours = 2

const isVpc = (id: Id): id is Id<'vpc'> => id.startsWith('vpc:')

/**
 * Takes the network apart where nothing but hubs holds it together. What belongs to a VPC goes with
 * it; what joins two VPCs goes with both; what joins more stays, and so does a VPC with many
 * neighbours, or one whose blocks others have too.
 */
export function homesIn(network: Network, said: Said, space: AddressSpace): Homes {
  const places = placesIn(network, said)
  const placeOf = (id: Id) => places.get(id) ?? id
  const meant = (it: Named): Id | null => {
    if (it.type !== 'resource') return space.spotOf(it.block)?.vpcId ?? null
    return said.has(it.id) ? placeOf(it.id) : null
  }
  const beside = new Map<Id, Set<Id>>()
  for (const [id, { all }] of said) {
    const here = placeOf(id)
    for (const named of all) {
      const there = meant(named)
      if (there && there !== here) add(beside, here, there).add(there)
      if (there && there !== here) add(beside, there, here).add(here)
    }
  }
  const moves = movingIn(network, [...new Set([...said.keys()].map(placeOf))], beside, space)
  const together = new Together()
  const unite = (one: Id, other: Id) => {
    if (moves.has(one) && moves.has(other)) together.unite(one, other)
  }
  for (const [id, others] of beside) for (const other of others) unite(id, other)
  // a row of what stays may name two that move: they are not apart then
  for (const [id, { entries }] of said)
    if (!moves.has(placeOf(id)))
      for (const { all } of entries) {
        const [first, ...others] = all
          .flatMap((it) => meant(it) ?? [])
          .filter((it) => moves.has(it))
        if (first) for (const other of others) unite(first, other)
      }
  const homes = new Map<Id, Id>()
  for (const id of said.keys())
    if (moves.has(placeOf(id))) homes.set(id, together.rootOf(placeOf(id)))
  return homes
}

/** By resource the VPC it belongs to; what belongs to none is a place itself. */
function placesIn({ design }: Network, said: Said): ReadonlyMap<Id, Id> {
  const places = new Map<Id, Id>()
  for (const id of said.keys()) {
    const it = design.get(id)
    const vpcId = it && ('vpcId' in it && it.vpcId ? it.vpcId : vpcIdOf(it, design))
    if (vpcId && said.has(vpcId)) places.set(id, vpcId)
  }
  return places
}

/** The places that can change with others. */
function movingIn(
  { design }: Network,
  places: readonly Id[],
  beside: ReadonlyMap<Id, ReadonlySet<Id>>,
  space: AddressSpace,
): ReadonlySet<Id> {
  const vpcsBeside = (id: Id) => [...(beside.get(id) ?? [])].filter(isVpc)
  const around = new Map<Id, Set<Id>>()
  for (const { id } of design.all('vpc')) around.set(id, new Set(vpcsBeside(id)))
  const moving = new Set<Id>()
  for (const id of places) {
    if (isVpc(id)) continue
    const [one, other, third] = vpcsBeside(id)
    if (!one || third) continue
    moving.add(id)
    if (!other) continue
    around.get(one)?.add(other)
    around.get(other)?.add(one)
  }
  for (const [id, neighbours] of around)
    if (isVpc(id) && !space.crowded.has(id) && neighbours.size <= fewNeighbours) moving.add(id)
  return moving
}

function add(sets: Map<Id, Set<Id>>, id: Id, first: Id): Set<Id> {
  const known = sets.get(id) ?? new Set([first])
  sets.set(id, known)
  return known
}

/** Which of many belong together, found pair by pair. */
class Together {
  readonly #above = new Map<Id, Id>()

  rootOf(id: Id): Id {
    let at = id
    for (let up = this.#above.get(at); up; up = this.#above.get(at)) at = up
    if (at !== id) this.#above.set(id, at)
    return at
  }

  unite(one: Id, other: Id): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)]
    if (a !== b) this.#above.set(a, b)
  }
}
