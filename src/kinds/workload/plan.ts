import { invariant } from '../../base/invariant'
import type { Place } from '../../iac/block'
import { ref, type Reference } from '../../iac/value'
import { capital } from '../contract'
import { subnetIdsOf, type EmitContext } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { workloadTerms } from '.'

type Workload = ResourceOf<'workload'>

/** One network interface that the code makes. */
export interface PlannedInterface {
  readonly place: Place
  readonly subnet: ResourceOf<'subnet'>
  readonly privateIpAddress: string | undefined
  readonly secondaryPrivateIpAddresses: readonly string[]
  readonly sourceDestCheck: boolean
  readonly hasElasticIp: boolean
  readonly groups: readonly Reference[]
}

/** The subnets of a workload that lie in one VPC, with the security groups it carries there. */
export interface PlannedNetwork {
  readonly vpc: ResourceOf<'vpc'>
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly groups: readonly Reference[]
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

/** Without a group of its own an interface carries the default group of its VPC. */
function groupsIn(
  workload: Workload,
  vpcId: Id<'vpc'>,
  { design }: EmitContext,
  defaultGroup: string,
): readonly Reference[] {
  const groups = workload.securityGroupIds.filter((id) => design.get(id)?.vpcId === vpcId)
  return groups.length > 0 ? groups.map((id) => ref(id)) : [ref(vpcId, defaultGroup)]
}

export function plannedNetworks(
  workload: Workload,
  context: EmitContext,
  defaultGroup: string,
): readonly PlannedNetwork[] {
  const subnets = subnetsOf(workload, context)
  return [...new Set(subnets.map((subnet) => subnet.vpcId))].map((vpcId) => ({
    vpc: vpcWith(vpcId, context),
    subnets: subnets.filter((subnet) => subnet.vpcId === vpcId),
    groups: groupsIn(workload, vpcId, context, defaultGroup),
  }))
}

export function plannedInterfaces(
  workload: Workload,
  context: EmitContext,
  defaultGroup: string,
): readonly PlannedInterface[] {
  return subnetsOf(workload, context).map((subnet) => {
    const face = workload.interfaces[subnet.id]
    return {
      place: vpcWith(subnet.vpcId, context),
      subnet,
      privateIpAddress: face?.privateIpAddress ?? undefined,
      secondaryPrivateIpAddresses: face?.secondaryPrivateIpAddresses ?? [],
      sourceDestCheck: face?.sourceDestCheck ?? true,
      hasElasticIp: face?.publicAddress === 'elastic-ip',
      groups: groupsIn(workload, subnet.vpcId, context, defaultGroup),
    }
  })
}

/** AWS's word for it inside a sentence. */
export const termOf = ({ workloadType }: Workload) =>
  workloadType === 'generic' ? 'workload' : workloadTerms[workloadType]

/** What to fill in, per type. */
const fillIn: Readonly<Record<Workload['workloadType'], string>> = {
  'ec2-instance': 'Launch an instance whose network interfaces are those of the output.',
  generic: 'Attach whatever runs there to the network interfaces of the output.',
  'ecs-service': 'Give the outputs to the network configuration (awsvpc) of the ECS service.',
  'lambda-function': 'Give the outputs to the VPC configuration of the function.',
  'rds-db-instance':
    'Give the subnet IDs to a DB subnet group and the security group IDs to the DB instance.',
  appliance: 'Launch the appliance with the network interfaces of the output.',
  'eks-node-group':
    'Give the subnet IDs to the node group and the security group IDs to its launch template.',
}

/** Says what of a workload is not network and so not in the code, and what cannot be carried over. */
export function reportWorkload(workload: Workload, context: EmitContext): void {
  const { design, gap } = context
  gap(
    `${capital(termOf(workload))} ${workload.name}: the code makes its network side; what runs there is not part of the design.`,
    fillIn[workload.workloadType],
  )
  if (workload.state === 'stopped')
    gap(`${workload.name} is stopped in the design; code has no word for that.`, 'Stop it by hand.')
  const subnets = subnetsOf(workload, context)
  const zones = new Set(subnets.map((subnet) => subnet.availabilityZone))
  if (workload.workloadType === 'ec2-instance' && zones.size > 1)
    gap(
      `The interfaces of ${workload.name} lie in ${zones.size} Availability Zones; AWS attaches an instance only to interfaces of its own zone.`,
      'Draw one instance for each Availability Zone.',
    )
  for (const subnet of subnets) reportInterface(workload, subnet, gap)
  for (const id of workload.securityGroupIds) {
    const group = design.get(id)
    if (group && !subnets.some((subnet) => subnet.vpcId === group.vpcId))
      gap(
        `${workload.name} cannot carry ${group.name}, which belongs to another VPC.`,
        'Give it a security group of its own VPC.',
      )
  }
}

function reportInterface(
  workload: Workload,
  subnet: ResourceOf<'subnet'>,
  gap: EmitContext['gap'],
): void {
  const face = workload.interfaces[subnet.id]
  if (!face) return
  const where = `${workload.name} in ${subnet.name}`
  if (face.secondaryPrivateIpAddresses.length > 0 && !face.privateIpAddress)
    gap(
      `The secondary addresses of ${where} are not exported: AWS would take the first of them for the primary one.`,
      'Choose the primary address too.',
    )
  if (face.assignIpv6Address || face.ipv6Addresses.length > 0)
    gap(`The IPv6 addresses of ${where} are not exported yet.`, 'Assign them by hand.')
  if (ownsInterfaces(workload)) {
    if (face.privateIpAddress)
      gap(
        `The address ${face.privateIpAddress} of ${where} is not exported: the service chooses addresses itself.`,
        'Let rules and routes name the subnet, not the address.',
      )
    if (face.publicAddress !== 'none')
      gap(
        `The public address of ${where} is not exported: the service assigns it.`,
        'Set assignPublicIp in the network configuration of the service.',
      )
    return
  }
  if (face.publicAddress === 'auto-assigned')
    gap(
      `The auto-assigned public address of ${where} is not exported: AWS assigns one only to an interface that it makes at launch.`,
      'Choose an Elastic IP, or launch with associate_public_ip_address.',
    )
  if (face.publicIp && face.publicAddress === 'elastic-ip')
    gap(
      `The Elastic IP address ${face.publicIp} of ${where} is not exported: AWS assigns an address when it allocates one.`,
      'Use the address that AWS assigns, or give the allocation ID of an address you own.',
    )
}
