import type { ResourceOf } from '../../kinds/resource'
import { addRoute } from '../../model/edits/add-route'
import { attachedGateway, subnetsServedBy } from '../../model/internet-access'
import { anywhere, anywhere6 } from '../../net/ranges'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/**
 * A default route to the VPC's internet gateway in this subnet's table. Only where it makes no
 * other subnet public, and only where no default route leads elsewhere, `instead` excepted.
 */
export function internetRouteRepair(
  { design, document }: Network,
  subnet: ResourceOf<'subnet'>,
  instead: string | null = null,
): Repair | null {
  const gateway = attachedGateway(design, subnet.vpcId)
  const table = design.routeTableOf(subnet.id)
  if (!gateway || !table) return null
  const standing = table.routes[anywhere]
  const leadsElsewhere =
    standing?.target && design.resources[standing.target] && standing.target !== instead
  if (leadsElsewhere) return null
  const others = subnetsServedBy(design, table.id).filter((it) => it.id !== subnet.id)
  if (others.some((it) => !design.isPublicSubnet(it.id))) return null
  return repair({
    id: `internet-route:${table.id}`,
    label: `Route ${anywhere} to the internet gateway`,
    preview: `${standing ? 'Changes' : 'Adds'} 1 route in ${called(table)}: ${anywhere} to ${called(gateway)}.`,
    document,
    run: (draft) => {
      addRoute(draft, table.id, anywhere, gateway.id)
    },
  })
}

/**
 * A default route for IPv6 in this subnet's table: to the internet gateway where the subnet is
 * public, else to the VPC's egress-only internet gateway, by which nobody comes in. (NET-5, NET-21)
 */
export function ipv6RouteRepair(
  { design, document }: Network,
  subnet: ResourceOf<'subnet'>,
): Repair | null {
  const table = design.routeTableOf(subnet.id)
  const gateway = design.isPublicSubnet(subnet.id)
    ? attachedGateway(design, subnet.vpcId)
    : design.all('egress-only-internet-gateway').find((it) => it.vpcId === subnet.vpcId)
  if (!gateway || !table || table.routes[anywhere6]) return null
  return repair({
    id: `internet-route:${table.id}:${anywhere6}`,
    label: `Route ${anywhere6} to ${called(gateway)}`,
    preview: `Adds 1 route in ${called(table)}: ${anywhere6} to ${called(gateway)}.`,
    document,
    run: (draft) => {
      addRoute(draft, table.id, anywhere6, gateway.id)
    },
  })
}
