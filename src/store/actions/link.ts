import { kinds, definitionOf } from '../../kinds/catalogue'
import type { Design, Refusal } from '../../kinds/contract'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { acceptConnection } from '../commands/peering'
import { placeResource } from '../commands/place'
import type { Designer } from '../designer'

/** The kind of link that can start at a resource of this kind; null where none can. */
export function linkKindOf(end: Kind): Kind | null {
  return (
    kinds.find((kind) => {
      const { placement } = definitionOf({ kind })
      return placement.type === 'between' && placement.kind === end
    }) ?? null
  )
}

/** Why these two cannot be linked; null when they can. */
export function linkRefusal(from: Resource, to: Resource, design: Design): Refusal | null {
  const kind = linkKindOf(from.kind)
  const placement = kind && definitionOf({ kind }).placement
  if (placement?.type !== 'between')
    return { reason: `No link starts at a ${definitionOf(from).term}.`, drawable: false }
  if (to.kind !== placement.kind) return { reason: placement.otherwise, drawable: false }
  return placement.refuse(from, to, design)
}

/**
 * Draws a link. One that AWS would refuse says why and marks the blocks that collide; where the
 * design may hold it all the same it is drawn as failed, for a review to show.
 */
export function drawLink(designer: Designer, from: Id, to: Id): void {
  const design = designOf(designer.getState().document)
  const [one, other] = [design.get(from), design.get(to)]
  const kind = one && linkKindOf(one.kind)
  if (!one || !other || !kind) return
  const refusal = linkRefusal(one, other, design)
  if (!refusal || refusal.drawable) {
    const id = designer.newId(kind)
    const { newId } = designer
    const on = [from, to]
    if (!designer.run(placeResource, { kind, id, on, at: { x: 0, y: 0 }, newId })) return
    designer.select([id])
    const made = designer.getState().document.resources[id]
    if (!refusal && made) {
      const badge = definitionOf(made).look.badge(made, design)
      designer.notify(`${made.name} drawn${badge ? `; its status is ${badge}` : ''}.`)
    }
  }
  if (!refusal) return
  designer.notify(refusal.reason, 'problem')
  const [mine, theirs] = refusal.collision ?? []
  if (mine && theirs)
    designer.look({
      collision: [
        { id: from, cidr: mine },
        { id: to, cidr: theirs },
      ],
    })
}

/** Opens the list of ends that a link from here could have: the way without a mouse. */
export function startLink(designer: Designer, from: Id): void {
  const it = designer.getState().document.resources[from]
  if (it && linkKindOf(it.kind)) designer.look({ asking: { type: 'link', from } })
}

export function acceptPeeringOf(
  designer: Designer,
  it: ResourceOf<'vpc-peering-connection'>,
): void {
  if (designer.run(acceptConnection, { id: it.id })) designer.notify(`${it.name} is active.`)
}
