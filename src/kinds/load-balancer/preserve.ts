import { holds } from '../../net/cidr'
import { familyOf } from '../../net/ip'
import type { Code } from '../codes'
import type { Packet } from '../forward'
import type { NetworkInterface, NetworkView } from '../network'
import type { ResourceOf } from '../resource'
import { overPrivateLink } from '../vpc-endpoint/private-link'
import { winningRoute } from '../route-table/forward'
import type { Target } from './targets'

type LoadBalancer = ResourceOf<'load-balancer'>
type TargetGroup = ResourceOf<'target-group'>

const always: readonly TargetGroup['protocol'][] = ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC']

export const isAlwaysPreserved = ({ protocol }: TargetGroup) => always.includes(protocol)

/**
 * Do targets see the client's own address? Never behind an Application Load Balancer, nor where the
 * address has to be translated into the other family; always for UDP; else as the target group says,
 * which by default is yes but for addresses over TCP and TLS. (LB-5, LB-6)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
export function preservesClient(
  it: LoadBalancer,
  group: TargetGroup,
  packet: Packet,
  { ip }: Target,
): boolean {
  const { header } = packet
  // never what comes over AWS PrivateLink (LB-6, EP-9)
  if (overPrivateLink(packet)) return false
  if (it.type === 'application' || familyOf(header.source) !== familyOf(ip)) return false
  if (isAlwaysPreserved(group)) return true
  return group.preserveClientIp ?? group.targetType !== 'ip'
}

/**
 * Why the client's address cannot be preserved on the way to this target: AWS does it within the
 * VPC and over a peering connection of one Region, and no target can call itself. Null where it
 * can. (LB-7)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
export function cannotPreserve(
  it: LoadBalancer,
  node: NetworkInterface,
  { ip, face }: Target,
  { header, sender }: Packet,
  network: NetworkView,
): { readonly code: Code; readonly text: string } | null {
  const code = 'ELBV2_SOURCE_ADDRESS_PRESERVATION'
  if (header.source === ip && (sender === null || sender.key === face?.key))
    return {
      code,
      text: `${it.name} preserves the client's address, so a target that calls it gets a packet from itself, and drops it.`,
    }
  if (network.blocksOf(it.vpcId).some((block) => holds(block, ip))) return null
  const table = network.tableOf(node.subnetId)
  const target = table && winningRoute(table, ip)?.target
  // without a route the table itself says what is missing
  if (!target || target === 'local') return null
  const peering = network.component(target)
  const regions =
    peering?.kind === 'vpc-peering-connection'
      ? [peering.requesterVpcId, peering.accepterVpcId].map((id) => network.design.get(id)?.region)
      : []
  if (regions.length === 0 || regions[0] !== regions[1])
    return {
      code,
      text: `${it.name} preserves the client's address, which takes a target in its own VPC or in one that is peered with it in the same Region; ${ip} lies beyond.`,
    }
  if (network.blocksOf(it.vpcId).some((block) => holds(block, header.source))) return null
  return {
    code: 'UNSUPPORTED_COMPONENT',
    text: `How ${it.name} carries packets of ${header.source} over a peering connection with that address preserved is not modelled.`,
  }
}
