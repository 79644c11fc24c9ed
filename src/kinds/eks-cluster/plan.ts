import {
  joined,
  ref,
  type Joined,
  type JoinedPart,
  type Reference,
  type Variable,
} from '../../iac/value'
import { byCodeUnit } from '../../iac/order'
import type { Design } from '../contract'
import { nameWords, type EmitContext, type Language } from '../emit'
import { defaultGroup } from '../network-interface/face'
import type { ResourceOf } from '../resource'
import { carriedGroups, type CarriedGroups } from '../security-group/associations'
import { serviceName } from '../service-name'
import type { ServiceRole } from '../service-role'

type Cluster = ResourceOf<'eks-cluster'>

export const addonPart = 'vpc-cni'

/** A cluster that is made once somebody chose its version of Kubernetes. */
export interface PlannedCluster extends CarriedGroups {
  readonly name: string
  readonly version: Variable
  readonly subnets: readonly ResourceOf<'subnet'>[]
  readonly role: ServiceRole
  /** How the VPC CNI is configured; null where it stays as EKS installs it. */
  readonly cni: Joined | null
}

/** Whose subnets a cluster takes: IPv4 ones of its VPC, in two zones at least. (LB-13) */
function subnetsOf(cluster: Cluster, design: Design): readonly ResourceOf<'subnet'>[] {
  return [...new Set(cluster.subnetIds)]
    .toSorted()
    .flatMap((id) => design.get(id) ?? [])
    .filter((it) => it.vpcId === cluster.vpcId && it.cidrBlock !== null)
}

/** Is there anything to make? (LB-13) */
export const isClusterWritten = (cluster: Cluster, design: Design) =>
  new Set(subnetsOf(cluster, design).map((it) => it.availabilityZone)).size >= 2

/** The version of Kubernetes, which brings the cluster and its nodes about. */
export function versionOf(cluster: Cluster, { design, input }: EmitContext): Variable {
  return input({
    words: [...nameWords(cluster, design), 'kubernetes version'],
    isCommon: true,
    type: 'string',
    default: null,
    isToSet: true,
    description: `Version of Kubernetes of the EKS cluster ${cluster.name}; without one there is neither the cluster nor its nodes.`,
    pattern: '1[.][0-9]+',
    says: 'A version of Kubernetes, such as 1.33.',
  })
}

export function plannedCluster(
  cluster: Cluster,
  context: EmitContext,
  language: Language,
): PlannedCluster | null {
  const { design } = context
  const vpc = design.get(cluster.vpcId)
  if (!vpc || !isClusterWritten(cluster, design)) return null
  const own = cluster.securityGroupIds.filter((id) => design.get(id)?.vpcId === vpc.id)
  const version = versionOf(cluster, context)
  return {
    // without a group of its own a cluster has the one that EKS makes for it
    ...(own.length > 0
      ? carriedGroups(own, vpc.id, design, defaultGroup[language])
      : { groups: [], waits: [] }),
    name: serviceName(
      cluster,
      design.all('eks-cluster'),
      { what: 'EKS cluster name', longest: 100 },
      context,
    ),
    version,
    subnets: subnetsOf(cluster, design),
    role: {
      part: 'role',
      words: [],
      service: 'eks.amazonaws.com',
      policies: ['AmazonEKSClusterPolicy'],
      onlyIf: version,
      place: vpc,
    },
    cni: cniOf(cluster, vpc.region, design),
  }
}

/**
 * The configuration of the VPC CNI as JSON: whose addresses pods keep, and in which subnets and
 * groups they get theirs. (LB-14, LB-15)
 * @source https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network-tutorial.html
 */
function cniOf(cluster: Cluster, region: string, design: Design): Joined | null {
  const zones = Object.keys(cluster.eniConfigs)
    .toSorted(byCodeUnit)
    .flatMap((zone) => {
      const config = cluster.eniConfigs[zone]
      return config && design.get(config.subnetId) ? [{ zone, config }] : []
    })
  const env = {
    ...(cluster.externalSnat ? { AWS_VPC_K8S_CNI_EXTERNALSNAT: 'true' } : {}),
    ...(cluster.excludeSnatCidrs.length > 0
      ? { AWS_VPC_K8S_CNI_EXCLUDE_SNAT_CIDRS: cluster.excludeSnatCidrs.join(',') }
      : {}),
    ...(zones.length > 0
      ? {
          AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG: 'true',
          ENI_CONFIG_LABEL_DEF: 'topology.kubernetes.io/zone',
        }
      : {}),
  }
  if (Object.keys(env).length === 0) return null
  const start = `{"env":${JSON.stringify(env)}`
  if (zones.length === 0) return joined(`${start}}`)
  const inZones = zones.flatMap(({ zone, config }, index): readonly JoinedPart[] => [
    `${index === 0 ? '' : ','}${JSON.stringify(zone)}:{"id":"`,
    ref(config.subnetId),
    ...(config.securityGroupIds.length > 0
      ? ['","securityGroups":[', ...config.securityGroupIds.flatMap(quotedId), ']}']
      : ['"}']),
  ])
  return joined(
    `${start},"eniConfig":{"create":true,"region":${JSON.stringify(region)},"subnets":{`,
    ...inZones,
    '}}}',
  )
}

const quotedId = (
  id: `security-group:${string}`,
  index: number,
): readonly (string | Reference)[] => [index === 0 ? '"' : ',"', ref(id), '"']

/** Says what is to be filled in, and what of a cluster does not come as drawn. */
export function reportCluster(cluster: Cluster, context: EmitContext): void {
  const { design, gap } = context
  if (!isClusterWritten(cluster, design)) {
    gap(
      `The EKS cluster ${cluster.name} is left out, with its nodes: it takes subnets with IPv4 addresses of its VPC in two Availability Zones.`,
      'Give it such subnets.',
    )
    return
  }
  gap(
    `The EKS cluster ${cluster.name}: the code makes its network side; what Kubernetes runs there is not part of the design.`,
    `Set ${versionOf(cluster, context).name} to the version of Kubernetes, and deploy what runs there by its own tools.`,
  )
  for (const id of cluster.securityGroupIds) {
    const group = design.get(id)
    if (group && group.vpcId !== cluster.vpcId)
      gap(
        `${cluster.name} cannot carry ${group.name}, which belongs to another VPC.`,
        'Give it a security group of its own VPC.',
      )
  }
  const subnets = subnetsOf(cluster, design)
  for (const id of cluster.subnetIds) {
    const subnet = design.get(id)
    if (subnet && !subnets.includes(subnet))
      gap(
        `The subnet ${subnet.name} is left out of ${cluster.name}: a cluster takes subnets with IPv4 addresses of its VPC.`,
        'Remove it from the cluster.',
      )
  }
}
