import {
  blocksIn,
  flag,
  part,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Dump,
  type Entry,
  type Raw,
} from '../describe'
import { devicesIn } from '../customer-gateway/devices'
import type { Id } from '../resource'

/** The end of links, as it was described: a device or a virtual interface, and what lies behind it. */
interface LinkEnd {
  readonly awsId: string
  readonly name: string
  readonly prefixes: readonly string[]
  /** The gateways of AWS that its links lead to. */
  readonly gateways: readonly string[]
}

/**
 * What lies behind customer gateways and virtual interfaces. AWS does not list it: routes that were
 * learned are the evidence, and static ones; without any it is unknown, not empty. (CL-17)
 */
export const describe: Describe<'on-premises-network'> = (context) =>
  sitesIn(context).map((ends) => {
    const [first] = ends
    const prefixes = first?.prefixes ?? []
    const name = `Behind ${ends.map((end) => end.name).join(' and ')}`
    return {
      id: premisesBehind(first?.awsId ?? '', context),
      kind: 'on-premises-network',
      name: name.slice(0, 255),
      prefixes,
      ...(prefixes.length === 0 && { undescribed: 'the routes that its device announces' }),
    }
  })

const sites = new WeakMap<Dump, ReadonlyMap<string, Id<'on-premises-network'>>>()

/** The network behind a customer gateway or a virtual interface. */
export function premisesBehind(awsId: string, context: DescribeContext): Id<'on-premises-network'> {
  const known = sites.get(context.dump)
  if (known) return known.get(awsId) ?? `on-premises-network:${awsId}`
  const made = new Map<string, Id<'on-premises-network'>>()
  for (const ends of sitesIn(context))
    for (const end of ends) made.set(end.awsId, `on-premises-network:${ends[0]?.awsId ?? ''}`)
  sites.set(context.dump, made)
  return premisesBehind(awsId, context)
}

/**
 * The ends of links, those of one site together: devices that bring the very same blocks to the same
 * gateway are the two routers of one site, or a VPN connection stands by for Direct Connect. (VPN-4)
 * @source https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html
 */
function sitesIn(context: DescribeContext): readonly (readonly LinkEnd[])[] {
  const made: LinkEnd[][] = []
  for (const end of linkEnds(context)) {
    const same = made.find(
      ([first]) =>
        first &&
        end.prefixes.length > 0 &&
        first.prefixes.toSorted().join() === end.prefixes.toSorted().join() &&
        first.gateways.some((each) => end.gateways.includes(each)),
    )
    if (same) same.push(end)
    else made.push([end])
  }
  return made
}

function linkEnds(context: DescribeContext): readonly LinkEnd[] {
  const { dump } = context
  const behind = devicesIn(dump).map(({ it, id }) => {
    const connections = dump
      .all('VpnConnections')
      .filter((each) => text(each.it, 'CustomerGatewayId') === id)
      .filter((each) => text(each.it, 'State') !== 'deleted')
    const blocks = connections.flatMap((each) => announcedBy(each, context))
    const gateways = connections.flatMap((each) =>
      ['VpnGatewayId', 'TransitGatewayId'].flatMap((key) => text(each.it, key) ?? []),
    )
    return { awsId: id, name: nameOf(it, id), prefixes: blocksIn(blocks, 'IPv4'), gateways }
  })
  const direct = dump.all('virtualInterfaces').flatMap(({ it, id }) => {
    const type = text(it, 'virtualInterfaceType')
    if (!id || (type !== 'private' && type !== 'transit')) return []
    const gateway = text(it, 'directConnectGatewayId')
    const associated = dump
      .all('directConnectGatewayAssociations')
      .filter((each) => text(each.it, 'directConnectGatewayId') === gateway)
      .map((each) => text(part(each.it, 'associatedGateway'), 'id'))
    const gateways = [text(it, 'virtualGatewayId'), ...associated]
    const blocks = [
      ...gateways.flatMap((each) => propagatedTo(each, context)),
      ...learnedFrom(gateway, context),
      ...parts(it, 'routeFilterPrefixes').map((each) => text(each, 'cidr')),
    ]
    const name = text(it, 'location') ?? text(it, 'virtualInterfaceName') ?? id
    return [
      {
        awsId: id,
        name,
        prefixes: blocksIn(blocks, 'IPv4'),
        gateways: gateways.filter((each) => each !== null),
      },
    ]
  })
  return [...behind, ...direct]
}

const nameOf = (it: Parameters<typeof text>[0], id: string) =>
  text(it, 'DeviceName') ??
  text(parts(it, 'Tags').find((tag) => text(tag, 'Key') === 'Name') ?? {}, 'Value') ??
  id

/** What is known to lie behind one VPN connection. */
export function announcedBy({ it, id }: Entry, context: DescribeContext): readonly string[] {
  const written = parts(it, 'Routes').map((route) => text(route, 'DestinationCidrBlock'))
  const vgw = text(it, 'VpnGatewayId')
  const siblings = context.dump
    .all('VpnConnections')
    .filter((each) => each.id !== id && text(each.it, 'VpnGatewayId') === vgw)
  // what another connection of the gateway is written to lead to comes by that one (VPN-4)
  const others = siblings
    .flatMap((each) => parts(each.it, 'Routes'))
    .map((route) => text(route, 'DestinationCidrBlock'))
  // static routes are all that such a connection brings; older answers do not list them
  const isTold = isStatic(it) && (written.length > 0 || siblings.some((each) => !isStatic(each.it)))
  const propagated = isTold ? [] : propagatedTo(vgw, context)
  const learned = [
    ...propagated.filter((block) => !others.includes(block)),
    ...learnedFrom(id, context),
  ]
  return blocksIn([...written, ...learned], 'IPv4')
}

const isStatic = (it: Raw) => flag(part(it, 'Options'), 'StaticRoutesOnly')

/** What a virtual private gateway put into route tables of its VPC. */
function propagatedTo(vgw: string | null, { dump }: DescribeContext): readonly (string | null)[] {
  if (!vgw) return []
  return dump.all('RouteTables').flatMap(({ it }) =>
    parts(it, 'Routes')
      .filter(
        (route) =>
          text(route, 'Origin') === 'EnableVgwRoutePropagation' && text(route, 'GatewayId') === vgw,
      )
      .map((route) => text(route, 'DestinationCidrBlock')),
  )
}

/**
 * What transit gateways learned from this VPN connection or Direct Connect gateway; where nothing is
 * learned, as from a VPN connection without BGP, what their static routes send there.
 */
function learnedFrom(awsId: string | null, { dump }: DescribeContext): readonly (string | null)[] {
  if (!awsId) return []
  const routes = dump
    .all('Routes')
    .map(({ it }) => it)
    .filter((it) =>
      parts(it, 'TransitGatewayAttachments').some((each) =>
        text(each, 'ResourceId')?.startsWith(awsId),
      ),
    )
  const learned = routes.filter((it) => text(it, 'Type') === 'propagated')
  return (learned.length > 0 ? learned : routes).map((it) => text(it, 'DestinationCidrBlock'))
}
