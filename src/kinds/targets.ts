import { target as egressOnlyInternetGateway } from './egress-only-internet-gateway/target'
import { target as internetGateway } from './internet-gateway/target'
import { target as natGateway } from './nat-gateway/target'
import { target as networkInterface } from './network-interface/target'
import type { Kind } from './resource'
import type { routeTargetKinds } from './route-table/schema'
import type { AsTarget } from './target'
import { target as transitGateway } from './transit-gateway/target'
import { target as vpcEndpoint } from './vpc-endpoint/target'
import { target as vpnGateway } from './vpn-gateway/target'
import { target as vpcPeeringConnection } from './vpc-peering-connection/target'
import { target as workload } from './workload/target'

export type RouteTargetKind = (typeof routeTargetKinds)[number]

/** The roll call of what a route may lead to. */
const targets: { readonly [K in RouteTargetKind]: AsTarget<K> } = {
  'internet-gateway': internetGateway,
  'egress-only-internet-gateway': egressOnlyInternetGateway,
  'nat-gateway': natGateway,
  'vpc-peering-connection': vpcPeeringConnection,
  'transit-gateway': transitGateway,
  'vpn-gateway': vpnGateway,
  'vpc-endpoint': vpcEndpoint,
  'network-interface': networkInterface,
  workload,
}

/** What a kind is as a route's target; null for one that no route may name. */
export function asTarget<K extends Kind>(kind: K): AsTarget<K> | null {
  const entries: { readonly [P in Kind]?: AsTarget<P> } = targets
  return entries[kind] ?? null
}
