import type { Design } from '../../kinds/contract'
import type { ResourceOf } from '../../kinds/resource'
import { otherEnd } from '../../model/peering'
import { isCidr, type Cidr } from '../../net/cidr'

/** A static route to a peering connection, and the VPC it leads to. */
export interface PeeringRoute {
  readonly table: ResourceOf<'route-table'>
  readonly destination: Cidr
  readonly peering: ResourceOf<'vpc-peering-connection'>
  readonly peer: ResourceOf<'vpc'>
}

/**
 * Every route to a block by a peering connection that has the table's VPC as one side. A prefix list
 * is shared by many tables, so that its entries say little about this one peer.
 */
export function* peeringRoutes(design: Design): Generator<PeeringRoute> {
  for (const table of design.all('route-table'))
    for (const destination of Object.keys(table.routes).filter(isCidr).toSorted()) {
      const target = table.routes[destination]?.target
      const peering = target ? design.resources[target] : undefined
      if (peering?.kind !== 'vpc-peering-connection') continue
      const peerId = otherEnd(peering, table.vpcId)
      const peer = peerId && design.get(peerId)
      if (peer) yield { table, destination, peering, peer }
    }
}
