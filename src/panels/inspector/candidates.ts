import type { Design } from '../../kinds/contract'
import type { Id, Kind, Resource } from '../../kinds/resource'
import { linksOf } from '../../kinds/catalogue'
import { vpcIdOf } from '../../kinds/vpc-of'

/** In which VPC does this lie? Null for what lies in none. */
export function vpcOf(resource: Resource, design: Design): Id<'vpc'> | null {
  return resource.kind === 'transit-gateway-vpc-attachment'
    ? resource.vpcId
    : vpcIdOf(resource, design)
}

/** What a reference of this resource may name: resources of the kind in its own VPC. */
export function candidates(
  kind: Kind | readonly Kind[],
  resource: Resource,
  design: Design,
): readonly Resource[] {
  const vpcId = vpcOf(resource, design)
  const all = [kind].flat().flatMap((it): readonly Resource[] => design.all(it))
  return all.filter((it) => it.id !== resource.id && fits(it, resource, vpcId, design))
}

function fits(it: Resource, resource: Resource, vpcId: Id<'vpc'> | null, design: Design): boolean {
  // the tables of a transit gateway know its own attachments
  if (resource.kind === 'transit-gateway-route-table')
    return linksOf(it).some(({ to }) => to === resource.transitGatewayId)
  if (it.kind === 'vpc') return true
  const home = vpcIdOf(it, design)
  return home === null || vpcId === null || home === vpcId
}
