import type { Goal } from '../../kinds/forward'
import { isOfFamily4 } from '../../net/ip'
import { asIpv6 } from '../../net/nat64'
import type { Network } from '../network'
import type { Source } from './sources'

/**
 * What a host asks for when it names a destination that has only IPv4 addresses: where DNS64 is on
 * in its subnet, the Resolver writes them as IPv6 ones, which a route leads to a NAT gateway. A
 * destination that has IPv6 addresses keeps to those. (NET-20)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html
 */
export function byDns64(network: Network, source: Source, goals: readonly Goal[]): Goal[] {
  const isOn =
    source.type === 'face' && network.design.get(source.face.subnetId)?.enableDns64 === true
  if (!isOn || !goals.every(({ address }) => isOfFamily4(address))) return [...goals]
  return goals.map((goal) =>
    isOfFamily4(goal.address) ? { ...goal, address: asIpv6(goal.address) } : goal,
  )
}
