import { cidr, cidr6, contains, holds, type Cidr } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import type { Zone } from '../availability-zone'
import { called } from '../called'
import { capital } from '../contract'
import type { Code } from '../codes'
import { allow, drop, field, missing, type Decider, type Packet, type Step } from '../forward'
import type {
  NetworkView,
  ResolvedTransitGatewayRoute,
  ResolvedTransitGatewayTable,
} from '../network'
import type { Evidence } from '../packet'
import type { ResourceOf } from '../resource'
import { carries } from '../transit-gateway/attached'
import { carryOn } from '../transit-gateway/carry-on'
import { connectionsOf, isUp, learned } from '../vpn-connection/learned'

type Gateway = ResourceOf<'transit-gateway'>

/**
 * Sends a packet out by the attachment that the longest matching prefix names. A blackhole wins
 * like any other route. Where two prefix lists name one prefix for different attachments, which
 * counts is not documented, so both have to work. (TGW-9, TGW-10)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html
 */
export function consultTransitGateway(
  gateway: Gateway,
  table: ResolvedTransitGatewayTable,
  zone: Zone | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const by: Decider = {
    component: table.id,
    term: 'transit gateway route table',
    name: table.name,
    at: gateway.id,
  }
  const [first, ...others] = contenders(table, packet.header.destination)
  const untold = network.design.get(table.id)?.untold?.[0]
  if (untold && !isCertain(first, packet.header.destination, network))
    return mayBeLearned(table, by, untold, packet)
  if (!first) return noRoute(gateway, table, by, zone, packet, network)
  if (others.length === 0) return follow(gateway, table, by, first, zone, packet, network)
  return {
    decisions: [],
    packet,
    next: null,
    forks: [first, ...others].map((route) => ({
      label: `by ${network.component(route.attachmentId ?? table.id)?.name ?? 'blackhole'} in ${table.name}`,
      ...follow(gateway, table, by, route, zone, packet, network),
    })),
  }
}

/** What stands for the internet where nobody says more of it, and nobody announces. */
const documentation: readonly Cidr[] = [cidr('192.0.2.0/24'), cidr6('2001:db8::/32')]

/**
 * Does this route count, whatever networks outside AWS announce besides? A longer prefix than one in
 * the block of a VPC would be a part of that VPC, which nobody else announces. (TGW-9, CL-17)
 */
const isCertain = (
  route: ResolvedTransitGatewayRoute | undefined,
  address: Ip,
  { design, blocksOf }: NetworkView,
): boolean =>
  route !== undefined &&
  (documentation.some((block) => holds(block, address)) ||
    design
      .all('vpc')
      .some(({ id }) => blocksOf(id).some((block) => contains(block, route.destination))))

function mayBeLearned(
  table: ResolvedTransitGatewayTable,
  by: Decider,
  call: string,
  { header, ...packet }: Packet,
): Step {
  const text = `Which routes ${nameOf(table)} has learned, and whether one leads to ${header.destination}, is not known: ${call} is missing.`
  const reason = { text, because: missing(table.id, 'routes') }
  return {
    decisions: [drop(by, 'UNSUPPORTED_COMPONENT', reason, header)],
    packet: { ...packet, header },
    next: null,
  }
}

/** Which way to a network outside AWS is this attachment? Null for any other. */
const hybridBy = (id: string | null) =>
  id?.startsWith('vpn-connection:') ? 'vpn' : id?.startsWith('direct-connect-') ? 'direct' : null

function contenders(
  { routes }: ResolvedTransitGatewayTable,
  ip: Ip,
): readonly ResolvedTransitGatewayRoute[] {
  const winner = routes.find((route) => holds(route.destination, ip))
  if (winner?.origin === 'propagated' && hybridBy(winner.attachmentId))
    return routes.filter(
      ({ destination, attachmentId, origin }) =>
        destination === winner.destination &&
        origin === 'propagated' &&
        hybridBy(attachmentId) === hybridBy(winner.attachmentId),
    )
  if (!winner?.prefixListId) return winner ? [winner] : []
  const rivals = routes.filter(
    (route) =>
      route.prefixListId !== null &&
      route.destination === winner.destination &&
      route.attachmentId !== winner.attachmentId,
  )
  return [winner, ...rivals]
}

function follow(
  gateway: Gateway,
  table: ResolvedTransitGatewayTable,
  by: Decider,
  route: ResolvedTransitGatewayRoute,
  zone: Zone | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { header } = packet
  const { attachmentId, destination } = route
  const because: Evidence = {
    type: 'transit-gateway-route',
    routeTableId: table.id,
    destination: route.prefixListId ?? destination,
    attachmentId,
  }
  const attachment = attachmentId && network.design.get(attachmentId)
  if (route.state === 'active' && attachment) {
    const text = `The most specific route for ${header.destination} in ${nameOf(table)} is ${destination} to ${called(attachment)}.`
    return {
      decisions: [allow(by, 'routes', { text, because }, header)],
      packet,
      next: { to: attachment.id, door: 'outgoing', transitGatewayId: gateway.id, zone },
    }
  }
  if (route.otherAttachment) {
    const text = `The most specific route for ${header.destination} in ${nameOf(table)} is ${destination} to ${route.otherAttachment}, which is not in the design.`
    return {
      decisions: [drop(by, 'UNSUPPORTED_COMPONENT', { text, because }, header)],
      packet,
      next: null,
    }
  }
  const why =
    attachmentId === null
      ? 'it drops what it matches'
      : attachment
        ? `${called(attachment)} is ${attachment.state} or belongs to another transit gateway`
        : 'its attachment does not exist any more'
  const text = `The route ${destination} in ${nameOf(table)} is a blackhole: ${why}.`
  return {
    decisions: [drop(by, 'TGW_RTB_BAD_STATE_ROUTE', { text, because }, header)],
    ...carryOn(packet, network, gateway, zone),
  }
}

/** Named with its term: unlike a VPC's route table it stands in no context that tells what it is. */
const nameOf = ({ name }: ResolvedTransitGatewayTable) => `transit gateway route table ${name}`

const lacking: Code = 'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT'

function noRoute(
  gateway: Gateway,
  table: ResolvedTransitGatewayTable,
  by: Decider,
  zone: Zone | null,
  packet: Packet,
  network: NetworkView,
): Step {
  const { direction, header } = packet
  const onward = carryOn(packet, network, gateway, zone)
  const back = direction === 'reply' ? ', so the reply cannot go back' : ''
  const lack = `${capital(nameOf(table))} has no route to ${header.destination}${back}`
  const isThere = ({ vpcId }: ResourceOf<'transit-gateway-vpc-attachment'>) =>
    network.blocksOf(vpcId).some((block) => holds(block, header.destination))
  const attachments = network
    .attachmentsOf(gateway.id)
    .filter((it) => it.kind === 'transit-gateway-vpc-attachment')
  // the route would be there by itself, were the attachment available (CL-1)
  const waiting = attachments.find(
    (it) => !carries(it) && isThere(it) && propagates(it.id, table, network),
  )
  if (waiting) {
    const text = `${lack}: ${called(waiting)}, which would propagate it, is ${waiting.state}, not available.`
    const because = field(waiting.id, 'state')
    const reason = { text, because, related: [lacking] }
    return { decisions: [drop(by, 'BAD_STATE_ATTACHMENT', reason, header)], ...onward }
  }
  const quiet = connectionsOf(gateway.id, network.design).find(
    (it) =>
      !isUp(it) &&
      network.design.get(table.id)?.propagations.includes(it.id) &&
      learned(it, network.design).some(({ prefix }) => holds(prefix, header.destination)),
  )
  if (quiet) {
    const text = `${lack}: ${called(quiet)}, which would bring it, is down.`
    const because = field(quiet.id, 'tunnel1Status')
    const reason = { text, because, related: [lacking] }
    return { decisions: [drop(by, 'TGW_BAD_STATE_VPN', reason, header)], ...onward }
  }
  const withheld = table.withheld.find(({ block }) => holds(block, header.destination))
  const because = missing(table.id, 'routes')
  const [late, early] = [withheld?.attachmentId, withheld?.earlier].map(
    (id) => id && network.component(id),
  )
  if (withheld && late && early) {
    const text = `${lack}: ${withheld.block} of ${called(late)} is not propagated, for it overlaps ${withheld.earlierBlock} of ${called(early)}, which was attached before.`
    const reason = { text, because, related: ['CIDR_OVERLAP'] as const }
    return { decisions: [drop(by, lacking, reason, header)], ...onward }
  }
  const there = attachments.find(isThere)
  const hint = there ? ` ${capital(called(there))} does not propagate to it.` : ''
  const text = `${lack}.${hint}`
  return { decisions: [drop(by, lacking, { text, because }, header)], ...onward }
}

function propagates(
  id: ResourceOf<'transit-gateway-vpc-attachment'>['id'],
  table: ResolvedTransitGatewayTable,
  { design }: NetworkView,
): boolean {
  return design.get(table.id)?.propagations.includes(id) ?? false
}
