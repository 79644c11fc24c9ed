import { holds } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { asIfCarried } from '../as-if-carried'
import { called } from '../called'
import type { Code } from '../codes'
import {
  allow,
  drop,
  field,
  missing,
  type Decider,
  type Packet,
  type Step,
  type Visit,
} from '../forward'
import { linkBetween, tellLink } from '../joined'
import type { BlackholeCause, NetworkView, ResolvedRoute, ResolvedRouteTable } from '../network'
import type { Evidence } from '../packet'
import type { Id } from '../resource'
import type { RouteDestination } from './schema'
import { endpointFrom } from '../outward-only'
import { connectionsOf, isUp, learned } from '../vpn-connection/learned'

/**
 * Which route decides for this address? The longest prefix that holds it; a blackhole route wins
 * like any other, there is no falling through to a shorter one. (RT-6, RT-11)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
export function winningRoute(table: ResolvedRouteTable, ip: Ip): ResolvedRoute | undefined {
  return table.routes.find((route) => holds(route.destination, ip))
}

/** Who consults a table: the node to light, and the subnet the packet is in, if in any. */
export interface Consulting {
  readonly at: Id
  readonly from: Id<'subnet'> | null
}

/**
 * Sends a packet where the table says. Where AWS does not document which of several routes by
 * prefix list decides, all of them have to work. (RT-9)
 */
export function consult(
  table: ResolvedRouteTable,
  packet: Packet,
  network: NetworkView,
  consulting: Consulting,
): Step {
  const [first, ...others] = contenders(table, packet.header.destination)
  if (!first || others.length === 0) return follow(table, first, packet, network, consulting)
  return {
    decisions: [],
    packet,
    next: null,
    forks: [first, ...others].map((route) => ({
      label: `by ${route.destination} in ${table.name}`,
      ...follow(table, route, packet, network, consulting),
    })),
  }
}

/**
 * The route that decides, or those of which AWS picks one: where several prefix lists hold the
 * address, whichever list it puts first, as if the others were not there. (RT-9)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html
 */
function contenders(table: ResolvedRouteTable, ip: Ip): readonly ResolvedRoute[] {
  const holding = table.routes.filter((route) => holds(route.destination, ip))
  const [winner] = holding
  if (!winner?.prefixListId) return winner ? [winner] : []
  const lists = [...new Set(holding.flatMap((route) => route.prefixListId ?? []))]
  const winners = lists.flatMap(
    (list) =>
      holding.find((route) => route.prefixListId === null || route.prefixListId === list) ?? [],
  )
  return winners.filter(
    (route, index) => winners.findIndex((each) => each.target === route.target) === index,
  )
}

function follow(
  table: ResolvedRouteTable,
  route: ResolvedRoute | undefined,
  packet: Packet,
  network: NetworkView,
  { at, from }: Consulting,
): Step {
  const { header } = packet
  const by: Decider = {
    component: table.id ?? table.vpcId,
    term: 'route table',
    name: table.name,
    at,
  }
  if (!route) return noRoute(table, by, packet, network)
  const byEndpoint = route.prefixListId?.startsWith('aws-service:') ?? false
  const because: Evidence = !table.id
    ? field(table.vpcId, 'cidrBlock')
    : route.target?.startsWith('service-network-vpc-association:') && route.target !== 'local'
      ? field(route.target, 'vpcId')
      : byEndpoint && route.target && route.target !== 'local'
        ? field(route.target, 'routeTableIds')
        : {
            type: 'route',
            routeTableId: table.id,
            destination: destinationOf(route),
            target: route.target,
          }
  const target = route.target === 'local' || !route.target ? null : network.component(route.target)
  const towards: Visit | null =
    route.target === 'local'
      ? { to: table.vpcId, door: 'local', from }
      : target && route.cause !== 'foreign-target' && route.cause !== 'no-route-target'
        ? { to: target.id, door: 'through', vpcId: table.vpcId, from }
        : null
  if (route.otherTarget) {
    const text = `The most specific route for ${header.destination} is ${route.destination} to ${route.otherTarget}, which is not modelled.`
    return {
      decisions: [drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)],
      packet,
      next: null,
    }
  }
  if (route.state === 'active') {
    const list = byEndpoint && route.prefixListId && network.component(route.prefixListId)
    const what = list ? `the prefix list of ${list.name}` : route.destination
    const text = target
      ? `The most specific route for ${header.destination} is ${what} to ${called(target)}.`
      : `${header.destination} lies in the VPC's own block ${route.destination}: the local route delivers it.${refusedBeside(table, header.destination)}`
    return { decisions: [allow(by, 'routes', { text, because }, header)], packet, next: towards }
  }
  const overlapping =
    target?.kind === 'vpc-peering-connection' && network.peeringCollision(target.id) !== null
  const status = target?.kind === 'vpc-peering-connection' ? network.peeringStatusOf(target.id) : ''
  const name = target ? called(target) : 'its target'
  const text = `The route ${route.destination} in ${table.name} is a blackhole: ${causes[
    route.cause ?? 'target-gone'
  ](name, status)}`
  const related: readonly Code[] = overlapping ? ['CIDR_OVERLAP'] : []
  return {
    decisions: [drop(by, 'BAD_STATE_ROUTE', { text, because, related }, header)],
    ...(towards ? { packet, next: towards } : asIfCarried(packet, network)),
  }
}

/** The destination as the table has it: a customer's list counts by its own id. */
export const destinationOf = ({ prefixListId, destination }: ResolvedRoute): RouteDestination =>
  prefixListId?.startsWith('prefix-list:') ? (prefixListId as Id<'prefix-list'>) : destination

/** A sentence on the more specific route that one may have expected to decide. (RT-5, RT-8) */
function refusedBeside({ refused }: ResolvedRouteTable, ip: Ip): string {
  const route = refused.find(({ destination }) => holds(destination, ip))
  if (!route) return ''
  return route.origin === 'propagated'
    ? ` The propagated route ${route.destination} lies inside that block and does not count.`
    : ` AWS refuses the route ${route.destination}, which lies inside that block.`
}

const causes: Readonly<Record<BlackholeCause, (target: string, status: string) => string>> = {
  'target-gone': (target) => `${target} does not exist any more.`,
  detached: (target) => `${target} is not attached to the VPC.`,
  'peering-not-active': (target, status) => `${target} is ${status}, not active.`,
  'foreign-target': (target) => `${target} belongs to another VPC, and AWS refuses such a route.`,
  'no-route-target': (target) =>
    `${target} is nothing that a route may name, and AWS refuses such a route.`,
}

function noRoute(
  table: ResolvedRouteTable,
  by: Decider,
  packet: Packet,
  network: NetworkView,
): Step {
  const { direction, goal, header } = packet
  const afar =
    direction === 'request' &&
    goal.face !== null &&
    goal.face.vpcId !== table.vpcId &&
    goal.face.privateIp === header.destination
      ? goal.face
      : null
  const nothingJoins = afar && !linkBetween(network, table.vpcId, afar.vpcId)
  const link = afar ? ` ${tellLink(network, table.vpcId, afar.vpcId)}` : ''
  const because = missing(table.id ?? table.vpcId, 'routes')
  // behind a NAT gateway it is the table of that gateway's subnet that decides (RT-20)
  const device =
    direction === 'request' &&
    packet.bindings.findLast(({ after }) => after.source === header.source)?.device
  const nat = device && network.component(device)
  const whose = nat ? `, which serves the subnet of ${called(nat)},` : ''
  const lack = `${table.name}${whose} has no route to ${header.destination}`
  const quiet = downConnection(table, header.destination, network)
  if (quiet) {
    const text = `${lack}: ${called(quiet)}, which would bring it, is down.`
    const down = field(quiet.id, 'tunnel1Status')
    const reason = { text, because: down, related: ['NO_ROUTE_TO_DESTINATION'] as const }
    return {
      decisions: [drop(by, 'BAD_STATE_VPN', reason, header)],
      ...asIfCarried(packet, network),
    }
  }
  const back = direction === 'reply' ? ', so the reply cannot go back' : ''
  const endpoint = nothingJoins && endpointFrom(afar.vpcId, table.vpcId, network)
  if (endpoint) {
    const text = `${lack}: ${called(endpoint)} joins the two VPCs, but only its own VPC opens connections by it.`
    const reason = { text, because, related: ['NO_ROUTE_TO_DESTINATION'] as const }
    return {
      decisions: [drop(by, 'VPCE_INTRA_VPC_TRAFFIC', reason, header)],
      ...asIfCarried(packet, network),
    }
  }
  const decision = nothingJoins
    ? drop(
        by,
        'DISCONNECTED_VPCS',
        {
          text: `${lack}.${link}`,
          because,
          related: ['NO_ROUTE_TO_DESTINATION'],
        },
        header,
      )
    : drop(by, 'NO_ROUTE_TO_DESTINATION', { text: `${lack}${back}.${link}`, because }, header)
  return { decisions: [decision], ...asIfCarried(packet, network) }
}

/** The connection that would bring a route to this address, were a tunnel of it up. (VPN-9) */
function downConnection({ id }: ResolvedRouteTable, ip: Ip, { design }: NetworkView) {
  const gateways = (id && design.get(id)?.propagatingVgwIds) ?? []
  return gateways
    .flatMap((gateway) => connectionsOf(gateway, design))
    .find((it) => !isUp(it) && learned(it, design).some(({ prefix }) => holds(prefix, ip)))
}
