import { kinds, definitionOf } from '../../kinds/catalogue'
import type { Design, LinkWords, Placement, Refusal } from '../../kinds/contract'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { acceptConnection } from '../commands/peering'
import { placeResource } from '../commands/place'
import type { Designer } from '../designer'

type Between = Extract<Placement, { type: 'between' }>

/** A kind of link as it is drawn from one of its ends. */
export interface LinkKind {
  readonly kind: Kind
  readonly words: LinkWords
  /** What can be at the other end. */
  readonly others: readonly Kind[]
  readonly placement: Between
}

/** Every kind of link that can start at this resource, in the order of the palette. */
export function linkKindsFrom(end: Resource): readonly LinkKind[] {
  return kinds.flatMap((kind): readonly LinkKind[] => {
    const { placement } = definitionOf({ kind })
    if (placement.type !== 'between' || placement.isEnd?.(end) === false) return []
    const [first, second] = placement.ends
    const [words, back] = placement.words
    if (first.includes(end.kind)) return [{ kind, placement, words, others: second }]
    return second.includes(end.kind) ? [{ kind, placement, words: back, others: first }] : []
  })
}

/** The kind of link that joins these two; undefined where none does. */
function linkBetween(from: Resource, to: Resource): LinkKind | undefined {
  return linkKindsFrom(from).find(
    ({ others, placement }) => others.includes(to.kind) && placement.isEnd?.(to) !== false,
  )
}

/** Could a link that starts at the one end at the other, whatever else there is? */
export function canLink(from: Resource, to: Resource): boolean {
  return linkBetween(from, to) !== undefined
}

/** Both ends in the order in which the kind of link names them. */
function inOrder({ placement }: LinkKind, from: Resource, to: Resource) {
  return placement.ends[0].includes(from.kind) ? ([from, to] as const) : ([to, from] as const)
}

/** Why these two cannot be linked; null when they can. */
export function linkRefusal(from: Resource, to: Resource, design: Design): Refusal | null {
  const link = linkBetween(from, to)
  if (link) return link.placement.refuse(...inOrder(link, from, to), design)
  const [any] = linkKindsFrom(from)
  const reason = any?.placement.otherwise ?? `No link starts at a ${definitionOf(from).term}.`
  return { reason, drawable: false }
}

/**
 * Draws a link. One that AWS would refuse says why and marks the blocks that collide; where the
 * design may hold it all the same it is drawn as failed, for a review to show. Returns what was drawn.
 */
export function drawLink(designer: Designer, from: Id, to: Id): Id | null {
  const design = designOf(designer.getState().document)
  const [one, other] = [design.get(from), design.get(to)]
  const link = one && other && linkBetween(one, other)
  if (!one || !other || !link) return null
  let drawn: Id | null = null
  const refusal = linkRefusal(one, other, design)
  if (!refusal || refusal.drawable) {
    const id = designer.newId(link.kind)
    const { newId } = designer
    const on = inOrder(link, one, other).map((end) => end.id)
    if (!designer.run(placeResource, { kind: link.kind, id, on, at: { x: 0, y: 0 }, newId }))
      return null
    drawn = id
    designer.select([id])
    const made = designer.getState().document.resources[id]
    if (!refusal && made) {
      const badge = definitionOf(made).look.badge(made, design)
      designer.notify(`${made.name} drawn${badge ? `; its status is ${badge}` : ''}.`)
    }
  }
  if (!refusal) return drawn
  designer.notify(refusal.reason, 'problem')
  const [mine, theirs] = refusal.collision ?? []
  if (mine && theirs)
    designer.look({
      collision: [
        { id: from, cidr: mine },
        { id: to, cidr: theirs },
      ],
    })
  return drawn
}

/** Opens the list of ends that a link from here could have: the way without a mouse. */
export function startLink(designer: Designer, from: Id, kind: Kind | null = null): void {
  const it = designer.getState().document.resources[from]
  if (it && linkKindsFrom(it).length > 0) designer.look({ asking: { type: 'link', from, kind } })
}

export function acceptPeeringOf(designer: Designer, it: Resource): void {
  if (!designer.run(acceptConnection, { it })) return
  const works = it.kind === 'vpc-peering-connection' ? 'active' : 'available'
  designer.notify(`${it.name} is ${works}.`)
}
