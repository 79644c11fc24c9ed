import { definitionOf, kinds } from '../../kinds/catalogue'
import type { Design, KindDefinition } from '../../kinds/contract'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { withArticle } from '../../kinds/with-article'
import { parentOf } from '../../model/containment'
import { kindOfPlaced, offersOf, type Placeable, type Placed } from '../../store/placed'

export type Drawer = KindDefinition<Kind>['palette']

/** One thing that the palette offers. */
export interface Offer extends Placeable {
  readonly drawer: Drawer
}

/** Everything the palette offers, drawer by drawer; a kind with variants by each of them. */
export const offers: readonly Offer[] = kinds.flatMap((kind) => {
  const { palette: drawer } = definitionOf({ kind })
  return offersOf(kind).map((it) => ({ ...it, drawer }))
})

/** The offers by drawer, those left that hold every word of the search. */
export function drawersOf(
  search: string,
): readonly { readonly drawer: Drawer; readonly offers: readonly Offer[] }[] {
  const wanted = search.toLocaleLowerCase().split(/\s+/)
  const fits = ({ label, about, drawer }: Offer) => {
    const words = `${label} ${about} ${drawer}`.toLocaleLowerCase()
    return wanted.every((word) => words.includes(word))
  }
  const drawers = [...new Set(offers.map((it) => it.drawer))]
  return drawers
    .map((drawer) => ({
      drawer,
      offers: offers.filter((it) => it.drawer === drawer && fits(it)),
    }))
    .filter((it) => it.offers.length > 0)
}

/** Why this cannot be placed anywhere in the design as it is; null when it can. */
export function whyNot(placed: Placed, design: Design): string | null {
  const { placement, term } = definitionOf({ kind: kindOfPlaced(placed) })
  if (placement.type === 'canvas') return placement.refuse(design)
  if (placement.type === 'between') {
    const [froms, tos] = placement.ends
    const countOf = (side: readonly Kind[]) =>
      side.reduce((sum, kind) => sum + design.all(kind).length, 0)
    const count = countOf(froms)
    const [from] = froms
    if (from === tos[0] && from)
      return count < 2
        ? `${withArticle(term)} joins two ${definitionOf({ kind: from }).plural}; the design has ${count === 0 ? 'none' : 'one'}.`
        : null
    const lacking = count === 0 ? froms : countOf(tos) === 0 ? tos : null
    return lacking
      ? `${withArticle(term)} joins ${oneOf(froms)} and ${oneOf(tos)}; the design has no ${either(lacking)}.`
      : null
  }
  const places = placement.kinds.flatMap((kind): readonly Resource[] => design.all(kind))
  const refusals = places.map((place) => placement.refuse(place, design))
  if (refusals.includes(null)) return null
  const [only] = refusals
  if (only) return refusals.length === 1 ? only : `No place can take one: ${only}`
  return `${placement.otherwise.split('. ')[0] ?? ''}. The design has no ${either(placement.kinds)} yet.`
}

/** `virtual private gateway or transit gateway` */
const either = (kinds: readonly Kind[]) =>
  kinds.map((kind) => definitionOf({ kind }).term).join(' or ')

/** The same with an article, inside a sentence. */
function oneOf(kinds: readonly Kind[]): string {
  const text = withArticle(either(kinds))
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** The nearest place that takes it, from the chosen resource outwards; null when none does. */
export function placeFor(placed: Placed, chosen: Id | undefined, design: Design): Id | null {
  const { placement } = definitionOf({ kind: kindOfPlaced(placed) })
  if (placement.type !== 'on') return null
  let it = chosen ? design.get(chosen) : undefined
  while (it) {
    if (placement.kinds.includes(it.kind) && placement.refuse(it, design) === null) return it.id
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
  return null
}
