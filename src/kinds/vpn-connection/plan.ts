import { compareCidrs, isCidr4, type Cidr } from '../../net/cidr'
import type { Design } from '../contract'
import { placeOf, type EmitContext } from '../emit'
import type { ResourceOf } from '../resource'

type Connection = ResourceOf<'vpn-connection'>

/** How a VPN connection comes about. */
export interface ConnectionPlan {
  readonly gateway: ResourceOf<'vpn-gateway' | 'transit-gateway'>
  readonly customer: ResourceOf<'customer-gateway'>
  /** The static routes that the connection itself holds. */
  readonly routes: readonly Cidr[]
  /** Why it is not made: `is deleted`; null where it is. */
  readonly because: string | null
}

export const routePart = (destination: Cidr) => `route ${destination}`
export const routeWords = (destination: Cidr) =>
  destination === '0.0.0.0/0' ? 'default' : `to ${destination}`

export function connectionPlan(connection: Connection, design: Design): ConnectionPlan {
  const gateway = design.get(connection.gatewayId)
  const customer = design.get(connection.customerGatewayId)
  if (!gateway || !customer) throw new Error(`Bug: ${connection.id} joins what is not there`)
  const takesRoutes = gateway.kind === 'vpn-gateway' && connection.staticRoutesOnly
  return {
    gateway,
    customer,
    routes: takesRoutes
      ? [...new Set(connection.routes)].filter(isCidr4).toSorted(compareCidrs)
      : [],
    because: refusalOf(connection, gateway, customer, design),
  }
}

/** A connection is made in the account and the Region of its gateway, by what is known there. */
function refusalOf(
  { state }: Connection,
  gateway: ConnectionPlan['gateway'],
  customer: ConnectionPlan['customer'],
  design: Design,
): string | null {
  if (state === 'deleting' || state === 'deleted') return `is ${state}`
  const home = placeOf(gateway, design)
  if (home?.ownerId !== customer.ownerId)
    return `leads to ${customer.name}, a customer gateway of account ${customer.ownerId}, and ${gateway.name} is of account ${home?.ownerId}`
  return home.region === customer.region
    ? null
    : `leads to ${customer.name}, a customer gateway of ${customer.region}, and ${gateway.name} is in ${home.region}`
}

export const isConnectionWritten = (connection: Connection, design: Design): boolean =>
  connectionPlan(connection, design).because === null

/** Says what of a connection the code does not make as drawn. */
export function reportConnection(
  connection: Connection,
  { gateway, routes, because }: ConnectionPlan,
  { gap }: EmitContext,
): void {
  const { name, state, tunnel1Status, tunnel2Status } = connection
  if (because) {
    gap(
      `The VPN connection ${name} of ${gateway.name} is left out, with everything that needs it: it ${because}.`,
      'Mend it in the design, or remove it.',
    )
    return
  }
  if (state !== 'available')
    gap(
      `The VPN connection ${name} is ${state} in the design; the code makes one that becomes available.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  const down = [tunnel1Status, tunnel2Status].flatMap((status, at) =>
    status === 'DOWN' ? [`tunnel ${at + 1}`] : [],
  )
  if (down.length > 0)
    gap(
      `In the design ${down.join(' and ')} of ${name} ${down.length > 1 ? 'are' : 'is'} down; no code says so: the device at the other end brings tunnels up.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  const left = connection.routes.filter((it) => !routes.includes(it))
  if (left.length > 0)
    gap(
      `The static ${left.length > 1 ? 'routes' : 'route'} ${left.join(', ')} of ${name} ${left.length > 1 ? 'are' : 'is'} left out: ${reasonOf(connection, gateway)}.`,
      gateway.kind === 'transit-gateway'
        ? 'Write static routes to the connection in a transit gateway route table.'
        : 'Mend it in the design, or remove them.',
    )
}

function reasonOf({ staticRoutesOnly }: Connection, gateway: ConnectionPlan['gateway']): string {
  if (gateway.kind === 'transit-gateway')
    return `${gateway.name} takes static routes in its route tables, not of a connection`
  return staticRoutesOnly
    ? 'a VPN connection of a virtual private gateway carries IPv4 alone'
    : 'the connection learns its routes by BGP'
}
