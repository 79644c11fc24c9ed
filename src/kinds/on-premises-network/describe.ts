import {
  blocksIn,
  flag,
  part,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Described,
  type Entry,
  type Raw,
} from '../describe'

/**
 * What lies behind customer gateways and virtual interfaces. AWS does not list it: routes that were
 * learned are the evidence, and static ones; without any it is unknown, not empty. (CL-17)
 */
export const describe: Describe<'on-premises-network'> = (context) => {
  const { dump } = context
  const behind = dump
    .all('CustomerGateways')
    .filter(({ it }) => text(it, 'State') !== 'deleted')
    .flatMap(({ it, id }) => {
      const connections = dump
        .all('VpnConnections')
        .filter((each) => text(each.it, 'CustomerGatewayId') === id)
        .filter((each) => text(each.it, 'State') !== 'deleted')
      if (!id || connections.length === 0) return id ? [network(id, nameOf(it, id), [])] : []
      const blocks = connections.flatMap((each) => announcedBy(each, context))
      return [network(id, nameOf(it, id), blocksIn(blocks, 'IPv4'))]
    })
  const direct = dump.all('virtualInterfaces').flatMap(({ it, id }) => {
    const type = text(it, 'virtualInterfaceType')
    if (!id || (type !== 'private' && type !== 'transit')) return []
    const gateway = text(it, 'directConnectGatewayId')
    const associated = dump
      .all('directConnectGatewayAssociations')
      .filter((each) => text(each.it, 'directConnectGatewayId') === gateway)
      .map((each) => text(part(each.it, 'associatedGateway'), 'id'))
    const blocks = [
      ...[text(it, 'virtualGatewayId'), ...associated].flatMap((each) =>
        propagatedTo(each, context),
      ),
      ...learnedFrom(gateway, context),
      ...parts(it, 'routeFilterPrefixes').map((each) => text(each, 'cidr')),
    ]
    const name = text(it, 'location') ?? text(it, 'virtualInterfaceName') ?? id
    return [network(id, name, blocksIn(blocks, 'IPv4'))]
  })
  return [...behind, ...direct]
}

const nameOf = (it: Parameters<typeof text>[0], id: string) =>
  text(it, 'DeviceName') ??
  text(parts(it, 'Tags').find((tag) => text(tag, 'Key') === 'Name') ?? {}, 'Value') ??
  id

function network(
  awsId: string,
  name: string,
  prefixes: readonly string[],
): Described<'on-premises-network'> {
  return {
    id: `on-premises-network:${awsId}`,
    kind: 'on-premises-network',
    name: `Behind ${name}`.slice(0, 255),
    prefixes,
    ...(prefixes.length === 0 && { undescribed: 'the routes that its device announces' }),
  }
}

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
