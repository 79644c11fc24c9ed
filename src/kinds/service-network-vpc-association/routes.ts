import { cidr, type Cidr4 } from '../../net/cidr'
import type { Ip4, Ip6 } from '../../net/ip'
import type { Design } from '../contract'
import type { ResolvedRoute } from '../network'
import type { Id } from '../resource'

/**
 * Addresses of VPC Lattice's managed prefix list, which is much the same everywhere.
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
 */
export const latticeBlock: Cidr4 = cidr('169.254.171.0/24')

/** Stands for the address that the name of a service resolves to, and that targets are asked from. */
export const latticeAddress = '169.254.171.1' as Ip4

/** The same where a client has IPv6 alone, from fd00:ec2:80::/64: not followed further. */
export const latticeAddress6 = 'fd00:ec2:80::1' as Ip6

/** The routes that AWS adds to every table of an associated VPC. (EP-14) */
export function latticeRoutes(design: Design, vpcId: Id<'vpc'>): readonly ResolvedRoute[] {
  return design
    .all('service-network-vpc-association')
    .filter((it) => it.vpcId === vpcId)
    .slice(0, 1)
    .map(({ id }) => ({
      destination: latticeBlock,
      prefixListId: null,
      target: id,
      origin: 'static',
      state: 'active',
      cause: null,
    }))
}
