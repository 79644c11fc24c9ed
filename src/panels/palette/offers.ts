import { workloadTerms } from '../../kinds/workload'
import { workloadTypes } from '../../kinds/workload/schema'
import { definitionOf, kinds } from '../../kinds/catalogue'
import { capital, type Design, type IconName, type KindDefinition } from '../../kinds/contract'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { parentOf } from '../../model/containment'
import { kindOfPlaced, type Placed } from '../../store/placed'

export type Drawer = KindDefinition<Kind>['palette']

/** One thing that the palette offers. */
export interface Offer {
  readonly placed: Placed
  readonly label: string
  readonly about: string
  readonly drawer: Drawer
  readonly icon: IconName
}

const icons: Readonly<Record<Exclude<Kind, 'workload'>, IconName>> = {
  vpc: 'vpc',
  subnet: 'private-subnet',
  'route-table': 'route-table',
  'internet-gateway': 'internet-gateway',
  'nat-gateway': 'nat-gateway',
  'vpc-peering-connection': 'vpc-peering-connection',
  'security-group': 'security-group',
  internet: 'internet',
  'public-address': 'public-address',
}

const abouts = {
  'ec2-instance': 'A virtual server with a network interface.',
  'ecs-service': 'Containers run by Amazon ECS, in one or several subnets.',
  'eks-node-group': 'Nodes of a Kubernetes cluster run by Amazon EKS.',
  generic: 'Anything else that sends and receives packets.',
} as const

/** Everything the palette offers, in the catalogue's order; a workload by each of its types. */
export const offers: readonly Offer[] = kinds.flatMap((kind): readonly Offer[] => {
  const { term, about, palette: drawer } = definitionOf({ kind })
  if (kind !== 'workload')
    return [{ placed: kind, label: capital(term), about, drawer, icon: icons[kind] }]
  return workloadTypes.map((type) => ({
    placed: `workload/${type}` as const,
    label: workloadTerms[type],
    about: abouts[type],
    drawer,
    icon: type,
  }))
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
    const ends = design.all(placement.kind)
    return ends.length < 2
      ? `A ${term} joins two ${definitionOf({ kind: placement.kind }).plural}; the design has ${ends.length === 0 ? 'none' : 'one'}.`
      : null
  }
  const places = placement.kinds.flatMap((kind): readonly Resource[] => design.all(kind))
  const refusals = places.map((place) => placement.refuse(place, design))
  if (refusals.includes(null)) return null
  const [only] = refusals
  if (only && refusals.length === 1) return only
  if (places.length > 0) return `Every place that could take one has one already.`
  const [first] = placement.kinds
  return `${placement.otherwise.split('. ')[0] ?? ''}. The design has no ${first ? definitionOf({ kind: first }).term : 'place'} yet.`
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
