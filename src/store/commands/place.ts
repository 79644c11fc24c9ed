import type { Draft } from 'immer'
import { capital, type DraftContext } from '../../kinds/contract'
import { definitionOf } from '../../kinds/catalogue'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { firstAccount, firstRegion, type Document } from '../../model/document'
import { freeSpot, growToFit, marginsOf, roomForLink, sizeOf } from '../../model/layout'
import { command, designOfDraft } from '../history'
import { openAround } from './drawn'
import { siblingBoxes } from './siblings'

export interface Placing {
  readonly kind: Kind
  readonly id: Id
  /** What it is dropped on, or both ends of a link, requester first. */
  readonly on: readonly Id[]
  /** Where its top left corner shall be, in the coordinates of what it is dropped on. */
  readonly at: { readonly x: number; readonly y: number }
  readonly newId: DraftContext<Kind>['newId']
  /** Which variant of the kind the palette offered. */
  readonly variant?: string | null
}

/** A new resource where it was dropped, with all that AWS creates beside it. */
export const placeResource = command<Placing>(
  ({ kind }) => `Add ${definitionOf({ kind }).term}`,
  (draft, { kind, id, on, at, newId, variant }) => {
    const design = designOfDraft(draft)
    const places = on.flatMap((place) => design.resources[place] ?? [])
    const context = {
      id,
      design,
      on: places,
      newId,
      variant: variant ?? null,
      defaults: { region: firstRegion, ownerId: draft.accounts[0]?.id ?? firstAccount.id },
    } as DraftContext<Kind>
    const made = definitionOf({ kind }).draft(context)
    for (const resource of made) draft.resources[resource.id] = resource
    // what is new is seen
    if (definitionOf({ kind }).look.shape !== 'link')
      for (const place of on) openAround(draft, place)
    const after = designOfDraft(draft)
    const [first] = places
    for (const resource of made) {
      // dropped on what it lies beside, its place counts from what holds both
      const beside = first && parentOf(resource, after) === parentOf(first, after)
      const corner = beside ? draft.layout[first.id] : undefined
      const wish = corner ? { x: corner.x + at.x, y: corner.y + at.y } : at
      layOut(draft, resource, wish)
    }
  },
)

/** Gives a resource that has none a box near the wish, clear of its siblings. */
export function layOut(
  draft: Draft<Document>,
  resource: Resource,
  at: { readonly x: number; readonly y: number },
): void {
  const size = sizeOf(resource, undefined)
  if (!size || draft.layout[resource.id]) return
  const design = designOfDraft(draft)
  const parentIn = (id: Id) => {
    const it = design.get(id)
    return it ? parentOf(it, design) : null
  }
  const parentId = parentIn(resource.id)
  const parent = parentId ? design.get(parentId) : undefined
  const { shape } = definitionOf(resource).look
  if (shape === 'edge' && parent && parentId) {
    const width = sizeOf(parent, draft.layout[parentId])?.width ?? size.width
    const y = -size.height / 2
    const taken = Object.values(draft.resources).flatMap((other) => {
      const box = draft.layout[other.id]
      const astride = definitionOf(other).look.shape === 'edge' && parentIn(other.id) === parentId
      return box && astride && box.y <= 0 ? [box.x] : []
    })
    draft.layout[resource.id] = { x: alongTop(width, size.width, taken), y }
    return
  }
  const siblings = siblingBoxes(draft, resource.id, parentIn)
  const margins = parent ? marginsOf(parent) : null
  const bounds = margins
    ? { left: margins.side, top: margins.top }
    : { left: Number.NEGATIVE_INFINITY, top: Number.NEGATIVE_INFINITY }
  const room = parent ? undefined : roomForLink
  const spot = freeSpot(at, size, siblings, bounds, room)
  draft.layout[resource.id] = shape === 'container' ? { ...spot, ...size } : spot
  growToFit(draft, parentId, parentIn)
}

/** A gateway and the label to its right, in canvas units. */
const gateAndLabel = 216

/** The place on the upper border nearest to its middle where a gateway covers no other's label. */
function alongTop(width: number, own: number, taken: readonly number[]): number {
  const middle = (width - own) / 2
  const steps = [0, 1, -1, 2, -2].map((step) => middle + step * gateAndLabel)
  const free = steps.find(
    (x) =>
      x >= 0 && x <= width - own && taken.every((other) => Math.abs(other - x) >= gateAndLabel),
  )
  return free ?? middle
}

/** What a kind is called at the head of a label. */
export function termOf(kind: Kind): string {
  return capital(definitionOf({ kind }).term)
}
