import type { Design } from '../../kinds/contract'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { parentOf } from '../../model/containment'

/** In which VPC does this lie? Null for what lies in none. */
export function vpcOf(resource: Resource, design: Design): Id<'vpc'> | null {
  let it: Resource | undefined = resource
  while (it && it.kind !== 'vpc') {
    const home: Id | null = parentOf(it, design)
    it = home ? design.get(home) : undefined
  }
  return it?.id ?? null
}

/** What a reference of this resource may name: resources of the kind in its own VPC. */
export function candidates(kind: Kind, resource: Resource, design: Design): readonly Resource[] {
  const vpcId = vpcOf(resource, design)
  const all: readonly Resource[] = design.all(kind)
  return all.filter((it) => it.id !== resource.id && vpcOf(it, design) === vpcId)
}
