import type { KindDefinition, Link } from './contract'
import { internet } from './internet'
import { internetGateway } from './internet-gateway'
import { natGateway } from './nat-gateway'
import { publicAddress } from './public-address'
import type { Kind, Resource } from './resource'
import { routeTable } from './route-table'
import { securityGroup } from './security-group'
import { subnet } from './subnet'
import { vpc } from './vpc'
import { vpcPeeringConnection } from './vpc-peering-connection'
import { workload } from './workload'

/** The roll call of kinds, in the order of the palette, and the only dispatch on a kind. */
export const catalogue: { readonly [K in Kind]: KindDefinition<K> } = {
  vpc,
  subnet,
  'route-table': routeTable,
  'internet-gateway': internetGateway,
  'nat-gateway': natGateway,
  'vpc-peering-connection': vpcPeeringConnection,
  'security-group': securityGroup,
  workload,
  internet,
  'public-address': publicAddress,
}

export const kinds = Object.keys(catalogue) as readonly Kind[]

/** The definition that goes with a resource, or with a bare kind. */
export function definitionOf<K extends Kind>(resource: { readonly kind: K }): KindDefinition<K> {
  return catalogue[resource.kind]
}

/** Is this text the name of a kind? */
export function isKind(text: string): text is Kind {
  return Object.hasOwn(catalogue, text)
}

/** Every way this resource hangs on others. */
export function linksOf(resource: Resource): readonly Link[] {
  return definitionOf(resource).links(resource)
}
