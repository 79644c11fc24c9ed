import { invariant } from '../../base/invariant'
import type { Reference } from '../../iac/value'
import { capital } from '../contract'
import { subnetIdsOf, type EmitContext, type Language } from '../emit'
import {
  defaultGroup,
  plannedFace,
  reportFace,
  sharesFor,
  type FaceOwner,
  type PlannedFace,
} from '../network-interface/face'
import type { Id, ResourceOf } from '../resource'
import { carriedGroups, carriedIn } from '../security-group/associations'
import type { Running } from './running'
import { workloadTerms } from '.'

type Workload = ResourceOf<'workload'>

/** The subnets of a workload that lie in one VPC, with the security groups it carries there. */
export interface PlannedNetwork {
  readonly vpc: ResourceOf<'vpc'>
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly groups: readonly Reference[]
  /** What has to be there before anything is made there. */
  readonly waits: readonly Reference[]
}

/** What AWS runs makes its own network interfaces; others get theirs from the code. */
export const ownsInterfaces = ({ workloadType }: Workload) =>
  ['ecs-service', 'eks-node-group', 'lambda-function', 'rds-db-instance'].includes(workloadType)

export const interfacePart = (subnetId: Id<'subnet'>) => `interface ${subnetId}`
export const addressPart = (subnetId: Id<'subnet'>) => `address ${subnetId}`

function subnetsOf(workload: Workload, { design }: EmitContext): readonly ResourceOf<'subnet'>[] {
  return subnetIdsOf(workload).flatMap((id) => design.get(id) ?? [])
}

function vpcWith(id: Id<'vpc'>, { design }: EmitContext): ResourceOf<'vpc'> {
  const vpc = design.get(id)
  invariant(vpc, `${id} holds a subnet`)
  return vpc
}

export function plannedNetworks(
  workload: Workload,
  context: EmitContext,
  language: Language,
): readonly PlannedNetwork[] {
  const { design } = context
  const subnets = subnetsOf(workload, context)
  return [...new Set(subnets.map((subnet) => subnet.vpcId))].map((vpcId) => {
    const own = subnets.filter((subnet) => subnet.vpcId === vpcId)
    const { groups, waits } = carriedGroups(
      workload.securityGroupIds,
      vpcId,
      design,
      defaultGroup[language],
    )
    return {
      vpc: vpcWith(vpcId, context),
      subnets: own,
      groups,
      waits: [...waits, ...sharesFor(workload.ownerId, own, groups, design, language)],
    }
  })
}

const ownerOf = (workload: Workload, subnet: ResourceOf<'subnet'>): FaceOwner => ({
  subnetId: subnet.id,
  participant: workload.ownerId,
  groupIds: workload.securityGroupIds,
  said: `${workload.name} in ${subnet.name}`,
})

export function plannedInterfaces(
  workload: Workload,
  context: EmitContext,
  language: Language,
): readonly PlannedFace[] {
  return subnetsOf(workload, context).flatMap((subnet) => {
    const face = workload.interfaces[subnet.id]
    return (face && plannedFace(face, ownerOf(workload, subnet), context, language)) ?? []
  })
}

/** AWS's word for it inside a sentence. */
export const termOf = ({ workloadType }: Workload) =>
  workloadType === 'generic' ? 'workload' : workloadTerms[workloadType]

/** Says what of a workload is not network, and what does not come as drawn. */
export function reportWorkload(
  workload: Workload,
  running: Running,
  hint: string,
  context: EmitContext,
  language: Language,
): void {
  const { design, gap } = context
  gap(
    `${capital(termOf(workload))} ${workload.name}: the code makes its network side; what runs there is not part of the design.`,
    hint,
  )
  if (running.type === 'nothing' && running.because)
    gap(
      `The code makes no ${termOf(workload)} ${workload.name}: ${running.because}.`,
      running.remedy,
    )
  if (
    running.type === 'nothing' &&
    ownsInterfaces(workload) &&
    Object.keys(workload.tags).length > 0
  )
    gap(
      `The tags of ${workload.name} are not exported: nothing of its own is in the code.`,
      'Tag it where you deploy what runs there.',
    )
  if (workload.state === 'stopped')
    gap(`${workload.name} is stopped in the design; code has no word for that.`, 'Stop it by hand.')
  const subnets = subnetsOf(workload, context)
  for (const subnet of subnets) reportInterface(workload, subnet, context, language)
  for (const id of workload.securityGroupIds) {
    const group = design.get(id)
    if (group && !subnets.some((subnet) => carriedIn(group, subnet.vpcId, design)))
      gap(
        `${workload.name} cannot carry ${group.name}, which belongs to another VPC.`,
        'Give it a security group of its own VPC.',
      )
  }
}

function reportInterface(
  workload: Workload,
  subnet: ResourceOf<'subnet'>,
  context: EmitContext,
  language: Language,
): void {
  const face = workload.interfaces[subnet.id]
  if (!face) return
  const owner = ownerOf(workload, subnet)
  if (!ownsInterfaces(workload)) {
    reportFace(face, owner, context, language)
    return
  }
  const { gap } = context
  const where = owner.said
  const addresses = [
    ...(face.privateIpAddress ? [face.privateIpAddress] : []),
    ...face.secondaryPrivateIpAddresses,
    ...face.ipv6Addresses,
  ]
  if (addresses.length > 0)
    gap(
      `${addresses.length === 1 ? 'The address' : 'The addresses'} ${addresses.join(', ')} of ${where} ${addresses.length === 1 ? 'is' : 'are'} not exported: the service chooses addresses itself.`,
      'Let rules and routes name the subnet, not the address.',
    )
  if (face.publicAddress !== 'none' && workload.workloadType !== 'ecs-service')
    gap(
      `The public address of ${where} is not exported: the service assigns it.`,
      'Look up what it assigned once it runs.',
    )
  if (!face.sourceDestCheck)
    gap(
      `That ${where} forwards packets of others is not exported: the service makes its network interfaces itself.`,
      'Once the interface is there, run: aws ec2 modify-network-interface-attribute --network-interface-id <id> --no-source-dest-check',
    )
}
