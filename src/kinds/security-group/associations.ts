import { ref, type Reference } from '../../iac/value'
import type { Design } from '../contract'
import { participantOf, type EmitContext } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { principalsOf } from '../sharing'

type SecurityGroup = ResourceOf<'security-group'>

/** The part of a group that associates it with a further VPC. (SG-9) */
export const vpcAssociationPart = (vpcId: Id<'vpc'>) => `association ${vpcId}`

/**
 * The further VPCs a group is associated with, ordered by id: those of its own Region and account,
 * as AWS takes them. (SG-9)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AssociateSecurityGroupVpc.html
 */
export function associatedVpcs(group: SecurityGroup, design: Design): readonly ResourceOf<'vpc'>[] {
  const home = design.get(group.vpcId)
  return [...new Set(group.associatedVpcIds)]
    .toSorted()
    .flatMap((id) => design.get(id) ?? [])
    .filter(
      (vpc) =>
        vpc.id !== group.vpcId && vpc.region === home?.region && vpc.ownerId === home.ownerId,
    )
}

/** Says which associations the code leaves out. */
export function reportAssociations(group: SecurityGroup, { design, gap }: EmitContext): void {
  const written = associatedVpcs(group, design)
  for (const id of new Set(group.associatedVpcIds)) {
    const vpc = design.get(id)
    if (vpc && vpc.id !== group.vpcId && !written.includes(vpc))
      gap(
        `The association of ${group.name} with ${vpc.name} is left out: a security group is associated with VPCs of its own account and Region.`,
        vpc.region === design.get(group.vpcId)?.region
          ? `Make a group of its own in ${vpc.name}; where subnets of it are shared with the owner of ${group.name}, run: aws ec2 associate-security-group-vpc --region ${vpc.region} --group-id <id> --vpc-id <id>`
          : `Make a group of its own in ${vpc.name}.`,
      )
  }
}

/**
 * May interfaces of this VPC carry the group, and what has to be there first? Null where they may
 * not: a group serves its own VPC and those it is associated with. (SG-9)
 */
export function carriedIn(
  group: SecurityGroup,
  vpcId: Id<'vpc'>,
  design: Design,
): readonly Reference[] | null {
  if (group.vpcId === vpcId) return []
  return associatedVpcs(group, design).some((vpc) => vpc.id === vpcId)
    ? [ref(group.id, 'id', vpcAssociationPart(vpcId))]
    : null
}

/** The associations by which two groups serve one VPC, so that their rules may name each other. */
export function meetingOf(
  one: SecurityGroup,
  other: SecurityGroup,
  design: Design,
): readonly Reference[] | null {
  const served = (group: SecurityGroup) => [
    group.vpcId,
    ...associatedVpcs(group, design).map(({ id }) => id),
  ]
  const there = served(other)
  const vpcId = served(one).find((id) => there.includes(id))
  if (vpcId === undefined) return null
  return [one, other].flatMap((group) => carriedIn(group, vpcId, design) ?? [])
}

/** The groups of an interface in this VPC, and what has to be there before it carries them. */
export interface CarriedGroups {
  readonly groups: readonly Reference[]
  readonly waits: readonly Reference[]
}

/**
 * The groups that an interface in this VPC carries. Without any of its own it carries the default
 * group of the VPC, which AWS gives it then.
 */
export function carriedGroups(
  ids: readonly Id<'security-group'>[],
  vpcId: Id<'vpc'>,
  design: Design,
  defaultGroup: string,
): CarriedGroups {
  const carried = ids.flatMap((id) => {
    const group = design.get(id)
    const waits = group && carriedIn(group, vpcId, design)
    return waits ? [{ id, waits }] : []
  })
  if (carried.length === 0) return { groups: [ref(vpcId, defaultGroup)], waits: [] }
  return {
    groups: carried.map(({ id }) => ref(id)),
    waits: carried.flatMap(({ waits }) => waits),
  }
}

/**
 * The accounts whose interfaces carry a group of this account, in subnets that are shared with them:
 * the group has to be shared with them too.
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/security-group-sharing.html
 */
export function participantsWith(group: SecurityGroup, design: Design): readonly string[] {
  const owner = design.get(group.vpcId)?.ownerId
  const workloads = design
    .all('workload')
    .filter((it) => it.securityGroupIds.includes(group.id))
    .map((it) => participantOf(it, design))
  const interfaces = design
    .all('network-interface')
    .filter((it) => it.groupIds.includes(group.id))
    .map((it) => participantOf(it, design))
  return principalsOf(
    [...workloads, ...interfaces].filter((id) => id !== null),
    owner,
  )
}
