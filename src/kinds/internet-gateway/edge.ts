import { familyOf } from '../../net/ip'
import { called } from '../called'
import { drop, missing, type Decider, type Decision, type Packet } from '../forward'
import type { NetworkInterface, NetworkView, ResolvedRoute } from '../network'
import type { Id } from '../resource'
import { winningRoute } from '../route-table/forward'

/** The interface of an endpoint for inspection that a route leads to, else null. (EP-12) */
function endpointAt(
  { target }: Pick<ResolvedRoute, 'target'>,
  network: NetworkView,
): NetworkInterface | null {
  if (!target || target === 'local') return null
  if (network.component(target)?.kind !== 'vpc-endpoint') return null
  return network.interfacesOf(target)[0] ?? null
}

/** The interface of an appliance that a route leads to; null for any other target. */
function applianceAt(
  { target }: Pick<ResolvedRoute, 'target'>,
  network: NetworkView,
): NetworkInterface | null {
  if (!target || target === 'local') return null
  const kind = network.component(target)?.kind
  if (kind !== 'workload' && kind !== 'network-interface') return null
  return network.interfacesOf(target)[0] ?? null
}

/**
 * A gateway's table hands what comes from the internet only to an appliance with a public address
 * of its own. Null when it has one. (RT-16)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html
 */
export function lacksPublicIp(
  by: Decider,
  gatewayId: Id,
  { header }: Packet,
  network: NetworkView,
): Decision | null {
  const table = network.edgeTableOf(gatewayId)
  const route = table && winningRoute(table, header.destination)
  const face = route && applianceAt(route, network)
  const owner = face && network.component(face.ownerId)
  if (!table || !face || !owner) return null
  const family = familyOf(header.destination)
  const isPublic = face.addresses.some(
    ({ ip, publicIp }) => familyOf(ip) === family && (publicIp !== null || family === 'IPv6'),
  )
  if (isPublic) return null
  const text = `${table.name} sends what is for ${header.destination} to ${owner.name}, which has no public address: it gets nothing from the internet.`
  const because = missing(owner.id, 'publicIp')
  return drop(by, 'INGRESS_RTB_NO_PUBLIC_IP', { text, because }, header)
}

/**
 * What a gateway's table would send through an appliance on its way in may leave by the gateway
 * only through that appliance. Null when nothing is wrong. (RT-17)
 * @source https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html
 */
export function pastAppliance(
  by: Decider,
  gatewayId: Id,
  packet: Packet,
  network: NetworkView,
  from: NetworkInterface | undefined,
): Decision | null {
  const { direction, header, passed } = packet
  const table = network.edgeTableOf(gatewayId)
  const route = table && winningRoute(table, header.source)
  const face = route && (applianceAt(route, network) ?? endpointAt(route, network))
  const owner = face && network.component(face.ownerId)
  if (!table || !face || !owner || owner.id === from?.ownerId) return null
  if (passed.some((it) => it.device === owner.id && it.direction === direction)) return null
  const text = `${table.name} sends what comes in for ${header.source} to ${called(owner)}, so what it sends has to leave through that too, and not straight to the gateway.`
  const because = table.id
    ? ({
        type: 'route',
        routeTableId: table.id,
        destination: route.destination,
        target: route.target,
      } as const)
    : null
  return drop(by, 'INGRESS_RTB_TRAFFIC_REDIRECTION', { text, because }, header)
}
