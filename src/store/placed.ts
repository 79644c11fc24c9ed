import { definitionOf, isKind } from '../kinds/catalogue'
import { capital, type Design, type IconName } from '../kinds/contract'
import type { Kind, Resource } from '../kinds/resource'

/** What the palette offers: a kind, or a variant of one. Carried by a drag as this text. */
export type Placed = Kind | `${Kind}/${string}`

/** The drag-and-drop format in which the palette hands a `Placed` to the canvas. */
export const placedFormat = 'application/x-causeway-kind'

export function placedVariant(kind: Kind, key: string): Placed {
  return `${kind}/${key}`
}

/** Reads what a drag carries; null when it is none of ours. */
export function readPlaced(text: string): Placed | null {
  if (isKind(text)) return text
  const [kind = '', key] = text.split('/', 2)
  if (!isKind(kind)) return null
  const variant = definitionOf({ kind }).variants?.find((it) => it.key === key)
  return variant ? placedVariant(kind, variant.key) : null
}

export function kindOfPlaced(placed: Placed): Kind {
  const kind = placed.split('/', 1)[0] ?? ''
  if (!isKind(kind)) throw new Error(`Bug: ${placed} names no kind`)
  return kind
}

/** Which variant of its kind; null where the palette leaves it open. */
export function variantOfPlaced(placed: Placed): string | null {
  const slash = placed.indexOf('/')
  return slash < 0 ? null : placed.slice(slash + 1)
}

/** What the palette calls it inside a sentence. */
export function termOfPlaced(placed: Placed): string {
  const { term, variants } = definitionOf({ kind: kindOfPlaced(placed) })
  return variants?.find(({ key }) => key === variantOfPlaced(placed))?.term ?? term
}

/** One thing that can be placed: a kind, or one of its variants. */
export interface Placeable {
  readonly placed: Placed
  readonly label: string
  readonly about: string
  readonly icon: IconName
}

/** A kind as it is offered: by each of its variants, where AWS has a word of its own for them. */
export function offersOf(kind: Kind): readonly Placeable[] {
  const { term, about, icon, variants } = definitionOf({ kind })
  if (!variants) return [{ placed: kind, label: capital(term), about, icon }]
  return variants.map((variant) => ({
    placed: placedVariant(kind, variant.key),
    label: capital(variant.term),
    about: variant.about,
    icon: variant.icon,
  }))
}

/** What makes another such thing: the variant is the one that is drawn alike. */
export function placedLike(it: Resource, design: Design): Placed {
  const { variants, look } = definitionOf(it)
  const icon = look.icon(it, design)
  const variant = variants?.find((offer) => offer.icon === icon)
  return variant ? placedVariant(it.kind, variant.key) : it.kind
}

/**
 * AWS's word for this very resource.
 * @example termOf(alb, design) // 'Application Load Balancer', where its kind says 'load balancer'
 */
export function termOf(it: Resource, design: Design): string {
  return termOfPlaced(placedLike(it, design))
}
