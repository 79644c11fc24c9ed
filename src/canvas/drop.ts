import { definitionOf, linksOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Kind, Resource } from '../kinds/resource'
import { parentOf } from '../model/containment'

/** May this be dropped here? `on` is what takes it; null stands for the canvas itself. */
export type Landing =
  | { readonly ok: true; readonly on: Id | null }
  | {
      readonly ok: false
      readonly reason: string
      /** What would be the culprit or is missing: lit as refusing. */
      readonly on: Id | null
      /** The kind of container that is missing here and could be put around it. */
      readonly lacks: Kind | null
    }

/** Where would a new resource of this kind land, dropped over these, the innermost first? */
export function landingOf(kind: Kind, over: readonly Resource[], design: Design): Landing {
  const { placement } = definitionOf({ kind })
  if (placement.type === 'canvas') {
    const reason = placement.refuse(design)
    return reason === null ? { ok: true, on: null } : { ok: false, reason, on: null, lacks: null }
  }
  if (placement.type === 'between') {
    const end = over.find((it) => placement.ends.flat().includes(it.kind))
    return end
      ? { ok: true, on: end.id }
      : { ok: false, reason: placement.otherwise, on: null, lacks: null }
  }
  const place = over.find((it) => placement.kinds.includes(it.kind))
  if (!place) {
    const lacks = over.length === 0 && placement.kinds.length === 1 ? placement.kinds[0] : null
    const couldStand = lacks && definitionOf({ kind: lacks }).placement.type === 'canvas'
    const on = over[0]?.id ?? null
    return { ok: false, reason: placement.otherwise, on, lacks: couldStand ? lacks : null }
  }
  const reason = placement.refuse(place, design)
  return reason === null
    ? { ok: true, on: place.id }
    : { ok: false, reason, on: place.id, lacks: null }
}

/**
 * Where would a resource that is dragged over these come to lie? `on` is its container; it may be
 * the one it has already, which also keeps what still touches it and grows.
 */
export function movedTo(
  it: Resource,
  over: readonly Resource[],
  touchesHome: boolean,
  design: Design,
): Landing {
  const home = parentOf(it, design)
  const { look, placement } = definitionOf(it)
  if (home === null || look.shape === 'edge' || placement.type !== 'on')
    return { ok: true, on: home }
  const homeKind = design.get(home)?.kind
  // what has several subnets is drawn in their VPC, across them
  const staysAcross =
    homeKind !== undefined &&
    (!placement.kinds.includes(homeKind) ||
      linksOf(it).some(({ relation, to }) => relation === 'inside' && to === home))
  if (staysAcross && over.some(({ id }) => id === home)) return { ok: true, on: home }
  // a card may be dropped on another one when it is new; later it only lies beside it
  const place = over.find(
    (other) =>
      placement.kinds.includes(other.kind) && definitionOf(other).look.shape === 'container',
  )
  if (place) return { ok: true, on: place.id }
  if (touchesHome && over.length === 0) return { ok: true, on: home }
  return { ok: false, reason: placement.otherwise, on: over[0]?.id ?? null, lacks: null }
}
