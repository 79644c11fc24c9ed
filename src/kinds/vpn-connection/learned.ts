import type { Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import type { Id, ResourceOf } from '../resource'

type Connection = ResourceOf<'vpn-connection'>

/** A block that a VPN connection leads to, and how its AWS end comes to know that. */
export interface Learned {
  readonly prefix: Cidr
  readonly connection: Connection
  readonly origin: 'static' | 'bgp'
}

/** Does it carry packets: available, and a tunnel up? (VPN-9) */
export function isUp({ state, tunnel1Status, tunnel2Status }: Connection): boolean {
  return state === 'available' && (tunnel1Status === 'UP' || tunnel2Status === 'UP')
}

/** The connections that end at this gateway and are not gone, ordered by id. */
export function connectionsOf(
  gatewayId: Id<'vpn-gateway' | 'transit-gateway'>,
  design: Design,
): readonly Connection[] {
  return design
    .all('vpn-connection')
    .filter((it) => it.gatewayId === gatewayId && it.state !== 'deleted')
}

/** What lies behind its customer gateway, where the design says so. */
export function premisesOf(
  { customerGatewayId }: Connection,
  design: Design,
): ResourceOf<'on-premises-network'> | undefined {
  const id = design.get(customerGatewayId)?.onPremisesNetworkId
  return id ? design.get(id) : undefined
}

/** The blocks it leads to: its static routes, or what the other side announces by BGP. (VPN-3) */
export function learned(connection: Connection, design: Design): readonly Learned[] {
  if (connection.staticRoutesOnly)
    return connection.routes.map((prefix) => ({ prefix, connection, origin: 'static' }))
  return (connection.announced ?? premisesOf(connection, design)?.prefixes ?? []).map((prefix) => ({
    prefix,
    connection,
    origin: 'bgp',
  }))
}

/**
 * What a gateway hands on to route tables that let it propagate: what BGP brings while a tunnel is
 * up, static routes as long as the connection stands. (VPN-2)
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-route-priority.html
 */
export function propagatedBy(
  gatewayId: Id<'vpn-gateway' | 'transit-gateway'>,
  design: Design,
): readonly Learned[] {
  return connectionsOf(gatewayId, design)
    .flatMap((connection) => learned(connection, design))
    .filter(({ connection, origin }) =>
      origin === 'bgp' ? isUp(connection) : connection.state === 'available',
    )
}
