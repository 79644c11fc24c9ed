import fc from 'fast-check'
import { catalogue, definitionOf, kinds, linksOf } from '../../kinds/catalogue'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { nextFree, cidr, type Cidr } from '../../net/cidr'
import { designOf } from '../../model/design'
import { awaitsAcceptance } from '../../model/edits/accept-link'
import { acceptPeeringOf, drawLink } from '../actions/link'
import { editResource } from '../commands/edit'
import { nudge } from '../actions/arrange'
import { duplicate } from '../actions/clipboard'
import { toggleCollapse } from '../actions/collapse'
import { group, nameGroup, ungroupAround } from '../actions/group'
import { toggleLock } from '../actions/lock'
import { removeNow } from '../actions/remove'
import { moveBoxes } from '../commands/move'
import { rehome } from '../commands/rehome'
import { placeResource } from '../commands/place'
import { makeMain, removeRoute, setRoute } from '../commands/routes'
import { freeRuleKey } from '../../model/edits/add-rule'
import { setRule } from '../commands/rules'
import { describeDesign } from '../commands/details'
import type { Designer } from '../designer'

/** What a user does next, as numbers that any document can make something of. */
export interface Gesture {
  readonly act:
    | 'place'
    | 'link'
    | 'accept'
    | 'release'
    | 'move'
    | 'rehome'
    | 'remove'
    | 'duplicate'
    | 'nudge'
    | 'rename'
    | 'route'
    | 'unroute'
    | 'rule'
    | 'main'
    | 'name'
    | 'lock'
    | 'collapse'
    | 'group'
    | 'ungroup'
  readonly one: number
  readonly other: number
  readonly text: string
}

export const gestures: fc.Arbitrary<readonly Gesture[]> = fc.array(
  fc.record({
    act: fc.constantFrom<Gesture['act'][]>(
      'place',
      'place',
      'place',
      'place',
      'link',
      'link',
      'accept',
      'release',
      'move',
      'rehome',
      'remove',
      'duplicate',
      'nudge',
      'rename',
      'route',
      'unroute',
      'rule',
      'main',
      'name',
      'lock',
      'collapse',
      'group',
      'ungroup',
    ),
    one: fc.nat(10_000),
    other: fc.nat(10_000),
    text: fc.oneof(
      fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
      // as long as a name may be
      fc.constant('🚀'.repeat(127)),
    ),
  }),
  { maxLength: 40, size: 'max' },
)

function pick<Value>(values: readonly Value[], number: number): Value | undefined {
  return values.length === 0 ? undefined : values[number % values.length]
}

/** Does it, the way canvas and panels do; what makes no sense in this document does nothing. */
export function perform(designer: Designer, { act, one, other, text }: Gesture): void {
  const { document } = designer.getState()
  const resources = Object.values(document.resources) as readonly Resource[]
  const of = <K extends Kind>(kind: K) =>
    resources.filter((it): it is Extract<Resource, { kind: K }> => it.kind === kind)
  const place = (kind: Kind, on: readonly Id[]) => {
    designer.run(placeResource, {
      kind,
      id: designer.newId(kind),
      on,
      at: { x: one % 500, y: other % 500 },
      newId: designer.newId,
    })
  }
  const actions: Record<Gesture['act'], () => void> = {
    place: () => {
      const kind = pick(kinds, one) ?? 'vpc'
      const { placement } = catalogue[kind]
      if (placement.type === 'between') return
      if (placement.type === 'canvas') {
        place(kind, [])
        return
      }
      const spot = pick(
        resources.filter(
          (it) =>
            placement.kinds.includes(it.kind) && placement.refuse(it, designOf(document)) === null,
        ),
        other,
      )
      if (spot) place(kind, [spot.id])
    },
    link: () => {
      const ends = [...of('vpc'), ...of('transit-gateway')]
      const [from, to] = [pick(ends, one), pick(ends, other)]
      if (from && to && from !== to) drawLink(designer, from.id, to.id)
    },
    accept: () => {
      const it = pick(resources.filter(awaitsAcceptance), one)
      if (it) acceptPeeringOf(designer, it)
    },
    // one of the names that a resource goes by is taken out of it, as the inspector does
    release: () => {
      const it = pick(resources, one)
      const link = it && pick(linksOf(it), other)
      if (!it || link?.relation !== 'uses') return
      const { schema, without } = definitionOf(it)
      const read = schema.safeParse(without(it, link.to))
      if (read.success) designer.run(editResource, { resource: read.data, what: link.field })
    },
    move: () => {
      const id = pick(Object.keys(document.layout), one) as Id | undefined
      if (id) designer.run(moveBoxes, { boxes: { [id]: { x: other % 900, y: one % 900 } } })
    },
    rehome: () => {
      const mover = pick(
        [
          ...of('subnet'),
          ...of('workload'),
          ...of('nat-gateway'),
          ...of('network-interface'),
          ...of('load-balancer'),
        ],
        one,
      )
      const place = pick([...of('vpc'), ...of('subnet')], other)
      const box = { x: one % 500, y: other % 500 }
      if (mover && place) designer.run(rehome, { moves: [{ id: mover.id, to: place.id, box }] })
    },
    remove: () => {
      const resource = pick(resources, one)
      if (resource) removeNow(designer, [resource.id])
    },
    duplicate: () => {
      const resource = pick(resources, one)
      if (resource) duplicate(designer, [resource.id])
    },
    nudge: () => {
      nudge(designer, { x: (one % 3) - 1, y: (other % 3) - 1 })
    },
    rename: () => {
      const resource = pick(resources, one)
      if (resource)
        designer.run(editResource, { resource: { ...resource, name: text }, what: 'name' }, `name`)
    },
    route: () => {
      const table = pick(of('route-table'), one)
      if (!table) return
      const target = pick(
        [
          ...of('internet-gateway'),
          ...of('vpc-peering-connection'),
          ...of('transit-gateway'),
          ...of('network-interface'),
        ],
        other,
      )
      const taken = Object.keys(table.routes) as Cidr[]
      const destination = nextFree(cidr('10.128.0.0/9'), 16, taken)
      if (destination)
        designer.run(setRoute, { tableId: table.id, destination, target: target?.id ?? null })
    },
    unroute: () => {
      const table = pick(of('route-table'), one)
      const destination = table && (pick(Object.keys(table.routes), other) as Cidr | undefined)
      if (table && destination) designer.run(removeRoute, { tableId: table.id, destination })
    },
    rule: () => {
      const group = pick(of('security-group'), one)
      if (!group) return
      const port = other % 65_536
      designer.run(setRule, {
        groupId: group.id,
        direction: 'ingress',
        key: freeRuleKey(group.ingress),
        rule: {
          ipProtocol: 'tcp',
          fromPort: port,
          toPort: port,
          cidrIpv4: cidr('10.0.0.0/8'),
          cidrIpv6: null,
          prefixListId: null,
          referencedGroupId: null,
          description: text.slice(0, 255),
        },
      })
    },
    main: () => {
      const table = pick(of('route-table'), one)
      if (table) designer.run(makeMain, { tableId: table.id })
    },
    name: () => {
      designer.run(describeDesign, { name: text }, 'design-name')
    },
    lock: () => {
      const resource = pick(resources, one)
      if (resource) toggleLock(designer, [resource.id])
    },
    collapse: () => {
      const resource = pick(resources, one)
      if (resource) toggleCollapse(designer, [resource.id])
    },
    group: () => {
      const [first, second] = [pick(resources, one), pick(resources, other)]
      if (!first || !second) return
      const key = group(designer, [...new Set([first.id, second.id])])
      if (key) nameGroup(designer, key, text)
    },
    ungroup: () => {
      const resource = pick(resources, one)
      if (resource) ungroupAround(designer, [resource.id])
    },
  }
  actions[act]()
}
