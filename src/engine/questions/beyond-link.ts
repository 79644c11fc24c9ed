import type { NetworkInterface } from '../../kinds/network'
import type { Id, Resource } from '../../kinds/resource'
import type { Question } from '../answer'
import type { Network } from '../network'
import { guestsIn } from './guests'

/**
 * A transit gateway or a peering connection as an end of a question stands for some host in the VPCs
 * that it joins: the path has to lead over that very one, and never from a VPC to itself. Of subnets
 * that route and filter alike one is asked. Null for everything that is an end itself.
 * @source https://docs.aws.amazon.com/vpc/latest/reachability/how-reachability-analyzer-works.html
 */
export function hostsBeyond(network: Network, it: Resource): readonly NetworkInterface[] | null {
  const vpcIds = joinedBy(network, it)
  if (!vpcIds) return null
  const { design } = network
  const seen = new Set<string>()
  return design
    .all('subnet')
    .filter((subnet) => vpcIds.has(subnet.vpcId))
    .flatMap((subnet) => {
      const alike = [
        subnet.vpcId,
        subnet.routeTableId,
        subnet.networkAclId,
        subnet.cidrBlock === null,
        subnet.ipv6CidrBlock === null,
      ].join(' ')
      const hosts = seen.has(alike) ? [] : guestsIn(network, subnet)
      if (hosts.length > 0) seen.add(alike)
      return hosts
    })
}

/** Does it stand for what it joins? */
export const isLink = ({ kind }: Resource): boolean =>
  kind === 'transit-gateway' || kind === 'vpc-peering-connection'

/** Is one of the ends of the question such a link? */
export const asksLink = (network: Network, { source, destination }: Question): boolean =>
  [source, destination].some((end) => {
    const it = end.type === 'resource' ? network.component(end.id) : undefined
    return it !== undefined && isLink(it)
  })

function joinedBy(network: Network, it: Resource): ReadonlySet<Id<'vpc'>> | null {
  if (it.kind === 'vpc-peering-connection') return new Set([it.requesterVpcId, it.accepterVpcId])
  if (it.kind !== 'transit-gateway') return null
  const attached = network.design
    .all('transit-gateway-vpc-attachment')
    .filter(({ transitGatewayId }) => transitGatewayId === it.id)
  return new Set(attached.map(({ vpcId }) => vpcId))
}
