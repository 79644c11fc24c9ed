import type { Design } from '../kinds/contract'
import type { Id, ResourceOf } from '../kinds/resource'
import { over } from '../kinds/vpc-peering-connection'
import { firstOverlap, type Cidr, type Cidr4 } from '../net/cidr'

type Vpc = ResourceOf<'vpc'>
type Peering = ResourceOf<'vpc-peering-connection'>

/** Every IPv4 block of a VPC, the primary one first. */
export function blocksOf(vpc: Pick<Vpc, 'cidrBlock' | 'secondaryCidrBlocks'>): readonly Cidr4[] {
  return [vpc.cidrBlock, ...vpc.secondaryCidrBlocks]
}

/** Every block of a VPC, of both families: the IPv4 ones first, the primary one before all. */
export function allBlocksOf(
  vpc: Pick<Vpc, 'cidrBlock' | 'secondaryCidrBlocks' | 'ipv6CidrBlocks'>,
): readonly Cidr[] {
  return [...blocksOf(vpc), ...vpc.ipv6CidrBlocks]
}

/** The blocks of a subnet: IPv4, IPv6 or both. */
export function subnetBlocksOf({
  cidrBlock,
  ipv6CidrBlock,
}: Pick<ResourceOf<'subnet'>, 'cidrBlock' | 'ipv6CidrBlock'>): readonly Cidr[] {
  return [cidrBlock, ipv6CidrBlock].flatMap((block) => block ?? [])
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

const collisions = new WeakMap<Design, ReadonlyMap<Id<'vpc'>, Cidr>>()

/**
 * The block of a VPC that another VPC has too although the two are joined by a connection, drawn or
 * refused; undefined where none collides. (PEER-4)
 */
export function collidingBlock(design: Design, vpcId: Id<'vpc'>): Cidr | undefined {
  const known = collisions.get(design) ?? collidingBlocks(design)
  collisions.set(design, known)
  return known.get(vpcId)
}

function collidingBlocks(design: Design): ReadonlyMap<Id<'vpc'>, Cidr> {
  const found = new Map<Id<'vpc'>, Cidr>()
  for (const peering of design.all('vpc-peering-connection')) {
    // AWS's answer to an overlap is `failed`; the other ends have nothing to do with it
    if (isOver(peering) && peering.status !== 'failed') continue
    const [requester, accepter] = [
      design.get(peering.requesterVpcId),
      design.get(peering.accepterVpcId),
    ]
    const pair =
      requester && accepter && firstOverlap(allBlocksOf(requester), allBlocksOf(accepter))
    if (!pair) continue
    found.set(peering.requesterVpcId, pair[0])
    found.set(peering.accepterVpcId, pair[1])
  }
  return found
}
