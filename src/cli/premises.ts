import type { Endpoint } from '../engine/answer'
import type { Network } from '../engine/network'
import { hostsIn } from '../engine/questions/stand-in-host'
import type { Resource, ResourceOf } from '../kinds/resource'
import { contains, holds } from '../net/cidr'
import type { Ip } from '../net/ip'
import { UsageError } from './output'

type Premises = ResourceOf<'on-premises-network'>
type Connection = ResourceOf<'vpn-connection'>

/**
 * What lies at the far end of a VPN connection, a virtual interface, a virtual private gateway or a
 * Direct Connect gateway: each network behind it, or the one that has this address.
 */
export function premisesNamed(
  network: Network,
  link: string,
  ip: Ip | null,
): readonly [Endpoint, ...Endpoint[]] {
  const connections = connectionsOf(network, link)
  const all = networksBehind(network, link, connections)
  const holding = ip ? all.filter((it) => it.prefixes.some((prefix) => holds(prefix, ip))) : []
  const meant = holding.length > 0 ? holding : all
  const [first, ...others] = meant.map((it): Endpoint => {
    const address = ip ?? addressBehind(network, it, connections)
    return { type: 'resource', id: it.id, ...(address && { address }) }
  })
  if (!first) throw new UsageError(`Nothing is drawn at the far end of ${link}.`)
  return [first, ...others]
}

function connectionsOf({ design }: Network, link: string): readonly Connection[] {
  const gateways = design.all('vpn-gateway').filter((it) => isCalled(it, link))
  const devices = design.all('customer-gateway').filter((it) => isCalled(it, link))
  return design
    .all('vpn-connection')
    .filter(
      (it) =>
        isCalled(it, link) ||
        gateways.some(({ id }) => id === it.gatewayId) ||
        devices.some(({ id }) => id === it.customerGatewayId),
    )
}

function networksBehind(
  { design }: Network,
  link: string,
  connections: readonly Connection[],
): readonly Premises[] {
  const named: readonly Resource[] = [
    ...design.all('vpn-gateway'),
    ...design.all('direct-connect-gateway'),
  ].filter((it) => isCalled(it, link))
  const direct = design
    .all('direct-connect-gateway-association')
    .filter((it) => isCalled(it, link) || named.some(({ id }) => id === it.gatewayId))
    .flatMap((it) => design.get(it.directConnectGatewayId) ?? [])
  const gateways = [...named, ...direct]
  const faces = design
    .all('virtual-interface')
    .filter((it) => isCalled(it, link) || gateways.some(({ id }) => id === it.gatewayId))
  const ids = new Set([
    ...connections.flatMap((it) => design.get(it.customerGatewayId)?.onPremisesNetworkId ?? []),
    ...faces.map((it) => it.onPremisesNetworkId),
    ...design.all('on-premises-network').flatMap((it) => (isCalled(it, link) ? [it.id] : [])),
  ])
  return [...ids].flatMap((id) => design.get(id) ?? [])
}

const isCalled = (it: Resource, link: string) =>
  it.id === link || it.awsId === link || it.name === link

/** Of a network that several links lead to, an address behind this one; null where all of it is meant. */
function addressBehind(
  network: Network,
  { id, prefixes }: Premises,
  connections: readonly Connection[],
): Ip | null {
  const own = connections
    .filter((it) => network.design.get(it.customerGatewayId)?.onPremisesNetworkId === id)
    .map(({ announced }) => announced ?? prefixes)
  const blocks = own.flat()
  const isPart =
    own.length > 0 &&
    prefixes.some((prefix) => !blocks.some((block) => block === prefix || contains(block, prefix)))
  return isPart && blocks[0] ? (hostsIn(blocks[0], network, [])[0] ?? null) : null
}
