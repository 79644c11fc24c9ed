import type { ResourceOf } from '../../kinds/resource'
import type { Network } from '../network'

/** A subnet whose table leads to a NAT gateway that lies in a zone. */
export interface NatUser {
  readonly subnet: ResourceOf<'subnet'>
  readonly table: ResourceOf<'route-table'>
  readonly gateway: ResourceOf<'nat-gateway'>
  readonly home: ResourceOf<'subnet'>
}

/**
 * Who uses which zonal NAT gateway? Regional ones are in every zone and matter to no rule of zones.
 * (NET-18, CL-21)
 */
export function* natUsers({ design }: Network): Generator<NatUser> {
  for (const subnet of design.all('subnet')) {
    const table = design.routeTableOf(subnet.id)
    const targets = new Set(Object.values(table?.routes ?? {}).map(({ target }) => target))
    for (const gateway of design.all('nat-gateway')) {
      const home = gateway.subnetId ? design.get(gateway.subnetId) : undefined
      if (table && home && home.vpcId === subnet.vpcId && targets.has(gateway.id))
        yield { subnet, table, gateway, home }
    }
  }
}
