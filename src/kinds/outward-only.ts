import { contains } from '../net/cidr'
import { called } from './called'
import type { Code } from './codes'
import type { NetworkInterface, NetworkView } from './network'
import type { Id } from './resource'

/**
 * Does a host reach this other VPC only through a NAT gateway, so that nobody there can call it?
 * Then that, not the shared address it was asked for by, is what stands in the way for good: in the
 * pattern for overlapping VPCs the way leads in one direction. Null where it does not. (OVL-6, NET-12)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
 */
export function outwardOnly(
  meant: NetworkInterface | null,
  from: Id<'vpc'>,
  network: NetworkView,
): { readonly code: Code; readonly text: string } | null {
  const table = meant && network.tableOf(meant.subnetId)
  if (!table || meant.vpcId === from) return null
  for (const { destination, target } of table.routes) {
    const nat = target && target !== 'local' ? network.component(target) : undefined
    if (nat?.kind !== 'nat-gateway') continue
    if (!network.blocksOf(from).some((block) => contains(block, destination))) continue
    const text = ` The way between the VPCs leads through ${called(nat)}, which lets nobody open a connection the other way.`
    return { code: 'NAT_UNSOLICITED_INBOUND', text }
  }
  return null
}
