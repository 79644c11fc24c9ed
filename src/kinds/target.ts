import type { Family } from '../net/ip'
import type { Design } from './contract'
import type { BlackholeCause, NetworkView } from './network'
import type { Id, Kind, ResourceOf } from './resource'

/** What is known of the network before route tables are. */
export type TargetFacts = Pick<
  NetworkView,
  'blocksOf' | 'internetGatewayOf' | 'peeringStatusOf'
> & { readonly design: Design }

/** What a route table asks of a kind that its routes may lead to. (RT-13) */
export interface AsTarget<K extends Kind> {
  /** The families of address that a route to it may be for. */
  readonly families: readonly Family[]
  /** May a route to it stand inside a VPC block, as a device in the VPC may? (RT-4, RT-5) */
  readonly insideVpc: boolean
  /** May a gateway's table lead to it? (RT-15) */
  readonly onEdge: boolean
  /** Why does a route of this VPC to it drop packets? Null when it does not. (RT-11, RT-14, CL-1) */
  readonly cause: (it: ResourceOf<K>, vpcId: Id<'vpc'>, facts: TargetFacts) => BlackholeCause | null
}
