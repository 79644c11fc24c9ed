import type { Design } from '../kinds/contract'
import type { Id, ResourceOf } from '../kinds/resource'
import { over } from '../kinds/vpc-peering-connection'
import type { Cidr } from '../net/cidr'

type Vpc = ResourceOf<'vpc'>
type Peering = ResourceOf<'vpc-peering-connection'>

/** Every IPv4 block of a VPC, the primary one first. */
export function blocksOf(vpc: Pick<Vpc, 'cidrBlock' | 'secondaryCidrBlocks'>): readonly Cidr[] {
  return [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]
}

/** The VPC on the other end; null where this one is no end of it. */
export function otherEnd(
  { requesterVpcId, accepterVpcId }: Peering,
  vpcId: Id<'vpc'>,
): Id<'vpc'> | null {
  if (requesterVpcId === vpcId) return accepterVpcId
  return accepterVpcId === vpcId ? requesterVpcId : null
}

/** Is the connection over, so that it will never forward and a new one may be requested? */
export function isOver({ status }: Pick<Peering, 'status'>): boolean {
  return over.includes(status)
}

/** The connection that joins these two VPCs, an active one first; undefined where none stands. */
export function peeringBetween(
  design: Design,
  one: Id<'vpc'>,
  other: Id<'vpc'>,
): Peering | undefined {
  const standing = design
    .all('vpc-peering-connection')
    .filter((it) => !isOver(it) && otherEnd(it, one) === other)
  return standing.find((it) => it.status === 'active') ?? standing[0]
}
