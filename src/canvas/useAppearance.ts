import { useShallow } from 'zustand/react/shallow'
import type { Design, IconName, Tint } from '../kinds/contract'
import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import type { DesignerState } from '../store/designer'
import { useDesigner } from '../store/react'
import { holdsReached, reachMark, reachMarkWithin } from '../store/reach'
import { collisionOf, findingCountOf, isSelected } from '../store/selectors'
import { holdsLit, isCurrentHop, isLit } from './lit'

export interface Appearance {
  readonly name: string
  readonly term: string
  readonly icon: IconName
  readonly tint: Tint
  readonly badge: string | null
  readonly captions: readonly string[]
}

type Flat = readonly [string, string, IconName, Tint, string | null, ...string[]]

const known = new WeakMap<Design, Map<Id, Flat>>()

/** Everything the look says of a resource, in a flat list that compares cheaply. */
const flatAppearance =
  (id: Id) =>
  ({ document }: DesignerState): Flat | null => {
    const it = document.resources[id]
    if (!it) return null
    const design = designOf(document)
    const flats = known.get(design) ?? new Map<Id, Flat>()
    known.set(design, flats)
    const before = flats.get(id)
    if (before) return before
    const { term, look } = definitionOf(it)
    const flat: Flat = [
      it.name,
      term,
      look.icon(it, design),
      look.tint(it, design),
      look.badge(it, design),
      ...look.captions(it, design),
    ]
    flats.set(id, flat)
    return flat
  }

/** How a resource is drawn; the same object for as long as it looks the same. */
export function useAppearance(id: Id): Appearance | null {
  const flat = useDesigner(useShallow(flatAppearance(id)))
  if (!flat) return null
  const [name, term, icon, tint, badge, ...captions] = flat
  return { name, term, icon, tint, badge, captions }
}

/** Is it on the path, or does it hide something that is? */
export const isLitHere = (id: Id) => (state: DesignerState) =>
  isLit(id)(state) || (state.document.layout[id]?.collapsed === true && holdsLit(id)(state))

/** How it is marked among what is reached; what is collapsed, by all that it hides. */
const reachMarkHere = (id: Id) => (state: DesignerState) =>
  (state.document.layout[id]?.collapsed === true ? reachMarkWithin(id) : reachMark(id))(state)

/** What marks a node beside its look, ready to spread as data attributes. */
export function useMarks(id: Id) {
  const findings = useDesigner(findingCountOf(id))
  return {
    'data-selected': useDesigner(isSelected(id)) || undefined,
    'data-lit': useDesigner(isLitHere(id)) || undefined,
    'data-around':
      useDesigner((state) => holdsLit(id)(state) || holdsReached(id)(state)) || undefined,
    'data-reach': useDesigner(reachMarkHere(id)) ?? undefined,
    'data-hop': useDesigner(isCurrentHop(id)) || undefined,
    'data-severity': findings?.worst,
    'data-collides': useDesigner(collisionOf(id)) !== null || undefined,
  } as const
}
