import { contains, type Cidr } from '../net/cidr'
import type { Design } from './contract'
import type { Id, ResourceOf } from './resource'

/** Which part of a VPC a secondary block is. */
export const secondaryPart = (cidrBlock: Cidr) => `block ${cidrBlock}`

/** Where in the design an address block is written down. */
export interface BlockOwner {
  readonly owner: ResourceOf<'vpc' | 'subnet'>
  /** The part of the owner that holds it: a secondary block of a VPC, else empty. */
  readonly part: string
}

/**
 * Which VPC block or subnet is this very address block? Code that refers to it instead of copying
 * follows when the block is renumbered. Null when none is, or when two VPCs hold the same one.
 */
export function blockOwner(
  cidrBlock: Cidr,
  vpcs: readonly ResourceOf<'vpc'>[],
  design: Design,
): BlockOwner | null {
  const owners = vpcs.flatMap((vpc) => ownersIn(vpc, cidrBlock, design).slice(0, 1))
  return owners.length === 1 ? (owners[0] ?? null) : null
}

function ownersIn(vpc: ResourceOf<'vpc'>, cidrBlock: Cidr, design: Design): readonly BlockOwner[] {
  if (vpc.cidrBlock === cidrBlock) return [{ owner: vpc, part: '' }]
  if (vpc.secondaryCidrBlocks.some((it) => it === cidrBlock))
    return [{ owner: vpc, part: secondaryPart(cidrBlock) }]
  if (![vpc.cidrBlock, ...vpc.secondaryCidrBlocks].some((it) => contains(it, cidrBlock))) return []
  return design
    .all('subnet')
    .filter((subnet) => subnet.vpcId === vpc.id && subnet.cidrBlock === cidrBlock)
    .map((subnet) => ({ owner: subnet, part: '' }))
}

/** The VPCs attached to any of these transit gateways: one of them is where a route there leads. */
export function vpcsAttachedTo(
  transitGatewayIds: readonly Id<'transit-gateway'>[],
  design: Design,
): readonly ResourceOf<'vpc'>[] {
  const attached = new Set(
    design
      .all('transit-gateway-vpc-attachment')
      .filter((it) => transitGatewayIds.includes(it.transitGatewayId))
      .map((it) => it.vpcId),
  )
  return design.all('vpc').filter(({ id }) => attached.has(id))
}

/** The secondary block of a VPC that holds this one: it has to be added first. */
export function secondaryAround(vpc: ResourceOf<'vpc'>, cidrBlock: Cidr): Cidr | undefined {
  if (contains(vpc.cidrBlock, cidrBlock)) return undefined
  return vpc.secondaryCidrBlocks.find((block) => contains(block, cidrBlock))
}
