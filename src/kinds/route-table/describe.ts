import {
  cidrOf,
  flag,
  idOf,
  known,
  part,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Raw,
} from '../describe'
import { endpointsIn } from '../vpc-endpoint/described'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RouteTable.html */
export const describe: Describe<'route-table'> = (context) =>
  context.dump.all('RouteTables').map(({ it, id }) => {
    const associations = parts(it, 'Associations').filter(
      (each) => text(part(each, 'AssociationState'), 'State') !== 'disassociated',
    )
    const gateway = associations
      .map((each) => text(each, 'GatewayId'))
      .find((each) => each !== null)
    return {
      ...known('route-table', it, id ?? ''),
      vpcId: idOf('vpc', text(it, 'VpcId') ?? ''),
      main: associations.some((each) => flag(each, 'Main')),
      gatewayId: gateway ? gatewayOf(gateway) : null,
      propagatingVgwIds: [...propagating(it)].map((vgw) => idOf('vpn-gateway', vgw)),
      routes: Object.fromEntries(
        parts(it, 'Routes')
          .toSorted(byRank)
          .flatMap((route) => {
            const destination = destinationOf(route)
            const target = destination && targetOf(route, text(it, 'VpcId'), context)
            return target ? [[destination, target] as const] : []
          }),
      ),
    }
  })

/** What a route server announces gives way to a static route of the same destination. (RT-7) */
const isAnnounced = (route: Raw) => text(route, 'Origin') === 'Advertisement'
const byRank = (a: Raw, b: Raw) => Number(isAnnounced(b)) - Number(isAnnounced(a))

const gatewayOf = (awsId: string) =>
  awsId.startsWith('vgw-') ? idOf('vpn-gateway', awsId) : idOf('internet-gateway', awsId)

function destinationOf(route: Raw): string | null {
  const list = text(route, 'DestinationPrefixListId')
  if (list) return idOf('prefix-list', list)
  return cidrOf(text(route, 'DestinationCidrBlock') ?? text(route, 'DestinationIpv6CidrBlock'))
}

/** Where a route leads; null for routes that the design does not write down. */
function targetOf(
  route: Raw,
  vpcId: string | null,
  context: DescribeContext,
): { readonly target: string | null; readonly otherTarget?: string } | null {
  if (text(route, 'Origin') === 'EnableVgwRoutePropagation') return null
  const gateway = text(route, 'GatewayId')
  if (gateway === 'local') return null
  if (gateway?.startsWith('vpce-') && isGatewayEndpoint(gateway, context)) return null
  const isDead = text(route, 'State') === 'blackhole'
  if (isDead) return { target: null }
  const face = text(route, 'NetworkInterfaceId') ?? announcer(route, vpcId, context)
  if (face) return { target: interfaceTarget(face, context) }
  const found =
    (
      [
        ['GatewayId', 'igw-', 'internet-gateway'],
        ['GatewayId', 'vgw-', 'vpn-gateway'],
        ['GatewayId', 'vpce-', 'vpc-endpoint'],
        ['NatGatewayId', 'nat-', 'nat-gateway'],
        ['TransitGatewayId', 'tgw-', 'transit-gateway'],
        ['VpcPeeringConnectionId', 'pcx-', 'vpc-peering-connection'],
        ['EgressOnlyInternetGatewayId', 'eigw-', 'egress-only-internet-gateway'],
      ] as const
    ).find(([key, prefix]) => text(route, key)?.startsWith(prefix)) ?? null
  if (found) return { target: idOf(found[2], text(route, found[0]) ?? '') }
  const other = [
    'LocalGatewayId',
    'CarrierGatewayId',
    'CoreNetworkArn',
    'OdbNetworkArn',
    'InstanceId',
    'IpAddress',
  ]
    .map((key) => text(route, key))
    .find((each) => each !== null)
  return { target: null, otherTarget: other ?? gateway ?? 'an unknown target' }
}

/**
 * The interface that a route server's route leads to by its address alone.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Route.html
 */
function announcer(route: Raw, vpcId: string | null, { dump }: DescribeContext): string | null {
  const address = text(route, 'IpAddress')
  const found = dump
    .all('NetworkInterfaces')
    .find(
      ({ it }) =>
        address !== null && text(it, 'PrivateIpAddress') === address && text(it, 'VpcId') === vpcId,
    )
  return found?.id ?? null
}

/** AWS writes these routes itself; they follow from the endpoint. (EP-1) */
function isGatewayEndpoint(awsId: string, { dump }: DescribeContext): boolean {
  const found = endpointsIn(dump).find(({ id }) => id === awsId)
  return text(found?.it ?? {}, 'VpcEndpointType') === 'Gateway'
}

/** A route to an instance leads to its primary interface, which is drawn with the instance. (RT-13) */
function interfaceTarget(awsId: string, { dump }: DescribeContext): string {
  const attachment = part(dump.find('NetworkInterfaces', awsId)?.it ?? {}, 'Attachment')
  const instance =
    attachment['DeviceIndex'] === 0
      ? text(attachment, 'InstanceId')
      : dump.asked('NetworkInterfaces')
        ? null
        : holderOf(awsId, dump)
  return instance ? idOf('workload', instance) : idOf('network-interface', awsId)
}

/** The instance that tells of this interface as its primary one. */
const holderOf = (awsId: string, dump: DescribeContext['dump']): string | null =>
  dump
    .all('Instances')
    .find(({ it }) =>
      parts(it, 'NetworkInterfaces').some(
        (face) =>
          text(face, 'NetworkInterfaceId') === awsId &&
          part(face, 'Attachment')['DeviceIndex'] === 0,
      ),
    )?.id ?? null

/** The virtual private gateways that put routes into it: a route that one has put there tells it too. */
function propagating(it: Raw): ReadonlySet<string> {
  const learned = parts(it, 'Routes').filter(
    (route) => text(route, 'Origin') === 'EnableVgwRoutePropagation',
  )
  return new Set(
    [...parts(it, 'PropagatingVgws'), ...learned].flatMap((each) => text(each, 'GatewayId') ?? []),
  )
}
