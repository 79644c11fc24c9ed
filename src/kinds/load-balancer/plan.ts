import { ref, type Reference } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import type { Id, ResourceOf } from '../resource'
import { keysOf } from '../without'

type LoadBalancer = ResourceOf<'load-balancer'>

/** A node of a load balancer, as the code makes it. */
export interface PlannedNode {
  readonly subnet: ResourceOf<'subnet'>
  readonly privateIPv4Address: string | undefined
  readonly hasElasticIp: boolean
}

/** The part of a load balancer that is the Elastic IP address of a node. */
export const addressPart = (subnetId: Id<'subnet'>) => `address ${subnetId}`

const terms: Readonly<Record<LoadBalancer['type'], string>> = {
  application: 'an Application Load Balancer',
  network: 'a Network Load Balancer',
  gateway: 'a Gateway Load Balancer',
}

/** One subnet of the VPC in each zone, ordered by zone. (LB-1, LB-2) */
function subnetsOf(it: LoadBalancer, design: Design): readonly ResourceOf<'subnet'>[] {
  const zones = new Map<string, ResourceOf<'subnet'>>()
  for (const id of keysOf(it.subnets).toSorted()) {
    const subnet = design.get(id)
    if (subnet?.vpcId === it.vpcId && !zones.has(subnet.availabilityZone))
      zones.set(subnet.availabilityZone, subnet)
  }
  return [...zones].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, subnet]) => subnet)
}

/** AWS makes none in too few zones, or one that faces the internet from a VPC that does not. */
function refusalOf(it: LoadBalancer, design: Design): string | null {
  const zones = subnetsOf(it, design).length
  const fewest = it.type === 'application' ? 2 : 1
  if (zones < fewest)
    return `lies in ${zones === 0 ? 'no subnet of its VPC' : `${zones} Availability Zone`}, and ${terms[it.type]} takes ${fewest} at least`
  if (facesInternet(it) && !attachedGateway(it.vpcId, design))
    return 'faces the internet, and its VPC has no internet gateway attached'
  return null
}

/** A Gateway Load Balancer has no scheme: only its endpoints reach it. (EP-12) */
export const facesInternet = ({ type, scheme }: LoadBalancer) =>
  type !== 'gateway' && scheme === 'internet-facing'

/** Is there anything to create? (LB-1, LB-3) */
export const isLoadBalancerWritten = (it: LoadBalancer, design: Design) =>
  refusalOf(it, design) === null

export function plannedNodes(it: LoadBalancer, design: Design): readonly PlannedNode[] {
  const subnets = subnetsOf(it, design)
  const isPublic = it.type === 'network' && it.scheme === 'internet-facing'
  // with an Elastic IP address for one node, each has one
  const hasElasticIp = isPublic && subnets.some(({ id }) => it.subnets[id]?.publicIp)
  return subnets.map((subnet) => ({
    subnet,
    privateIPv4Address:
      it.type === 'network' && it.scheme === 'internal'
        ? (it.subnets[subnet.id]?.privateIPv4Address ?? undefined)
        : undefined,
    hasElasticIp,
  }))
}

/** Do nodes have to be written one by one, rather than as a list of subnets? */
export const areNodesMapped = (nodes: readonly PlannedNode[]) =>
  nodes.some((node) => node.hasElasticIp || node.privateIPv4Address !== undefined)

/** Without a group an Application Load Balancer carries the default group of its VPC. (LB-8) */
export function groupsOf(
  it: LoadBalancer,
  design: Design,
  defaultGroup: string,
): readonly Reference[] | undefined {
  const own = (it.securityGroupIds ?? []).filter((id) => design.get(id)?.vpcId === it.vpcId)
  if (it.type === 'gateway') return undefined
  if (own.length > 0) return own.map((id) => ref(id))
  return it.type === 'application' ? [ref(it.vpcId, defaultGroup)] : undefined
}

/** Do inbound rules apply to clients of endpoints? Asked of what has security groups. (EP-11) */
export function enforcement(it: LoadBalancer, design: Design): 'on' | 'off' | undefined {
  if (it.type !== 'network' || !groupsOf(it, design, '')) return undefined
  return it.enforceSecurityGroupInboundRulesOnPrivateLinkTraffic ? 'on' : 'off'
}

/** Says what becomes of a load balancer that the code does not make as drawn. */
export function reportLoadBalancer(it: LoadBalancer, { design, gap }: EmitContext): void {
  const because = refusalOf(it, design)
  if (because) {
    gap(
      `The load balancer ${it.name} is left out, with its listeners: it ${because}.`,
      'Mend it in the design.',
    )
    return
  }
  if (it.state !== 'active')
    gap(
      `The load balancer ${it.name} is ${it.state} in the design; the code makes one that becomes active.`,
      'Nothing to do, unless the design is to show a fault.',
    )
  for (const id of it.securityGroupIds ?? []) {
    const group = design.get(id)
    if (group && group.vpcId !== it.vpcId)
      gap(
        `${it.name} cannot carry ${group.name}, which belongs to another VPC.`,
        'Give it a security group of its own VPC.',
      )
  }
  if (it.type === 'network' && it.securityGroupIds?.length === 0)
    gap(
      `${it.name} has no security group any more; the code makes one without, which can never have any.`,
      'Give it a security group, or say that it was made without.',
    )
  if (it.type === 'gateway' && (it.securityGroupIds ?? []).length > 0)
    gap(
      `${it.name} carries no security group in the code: a Gateway Load Balancer has none.`,
      'Take the security groups from it.',
    )
  const nodes = subnetsOf(it, design)
  for (const id of keysOf(it.subnets)) {
    const subnet = design.get(id)
    if (subnet && !nodes.includes(subnet))
      gap(
        `The subnet ${subnet.name} is left out of ${it.name}: a load balancer takes one subnet of its VPC in each Availability Zone.`,
        'Remove it from the load balancer.',
      )
  }
  for (const subnet of nodes) reportNode(it, subnet, gap)
}

function reportNode(
  it: LoadBalancer,
  { id, name }: ResourceOf<'subnet'>,
  gap: EmitContext['gap'],
): void {
  const node = it.subnets[id]
  if (!node) return
  const where = `${it.name} in ${name}`
  const isFixed = it.type === 'network'
  if (node.privateIPv4Address && !(isFixed && it.scheme === 'internal'))
    gap(
      `The address ${node.privateIPv4Address} of ${where} is not exported: AWS takes one for an internal Network Load Balancer alone.`,
      'Let rules and routes name the subnet, not the address.',
    )
  if (node.publicIp && facesInternet(it))
    gap(
      `The address ${node.publicIp} of ${where} is not exported: ${isFixed ? 'AWS assigns an Elastic IP address when it allocates one' : 'AWS chooses those of an Application Load Balancer'}.`,
      isFixed
        ? 'Use the address that AWS assigns, or give the allocation ID of an address you own.'
        : 'Let others use its DNS name.',
    )
  if (node.ipv6Address)
    gap(
      `The address ${node.ipv6Address} of ${where} is not exported: AWS chooses one of the block that it provides.`,
      'Use the address that AWS assigns.',
    )
}
