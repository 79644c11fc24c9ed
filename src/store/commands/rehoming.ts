import type { Design } from '../../kinds/contract'
import { definitionOf, linksOf } from '../../kinds/catalogue'
import { newNode } from '../../kinds/load-balancer/draft'
import { keysOf } from '../../kinds/without'
import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import { contains, holds, nextFree, overlaps, prefixLengthOf, type Cidr4 } from '../../net/cidr'
import type { Ip } from '../../net/ip'
import { blocksOf } from '../../model/peering'

type Interface = ResourceOf<'workload'>['interfaces'][Id<'subnet'>]

/** What moving something into another container changes, and which relations that cuts. */
export interface Rehomed {
  readonly changed: readonly Resource[]
  /** One sentence for each relation that is lost, for the user to agree to. */
  readonly breaks: readonly string[]
}

const unmoved: Rehomed = { changed: [], breaks: [] }

/** Puts a resource into another container; what AWS ties to the old one is let go. */
export function rehomed(design: Design, id: Id, to: Id): Rehomed {
  const it = design.get(id)
  const place = design.get(to)
  if (it?.kind === 'subnet' && place?.kind === 'vpc') return subnetInto(design, it, place)
  if (it?.kind === 'workload' && place?.kind === 'subnet') return workloadInto(design, it, place)
  if (it?.kind === 'nat-gateway' && place?.kind === 'subnet') return natInto(design, it, place)
  if (it?.kind === 'network-interface' && place?.kind === 'subnet')
    return interfaceInto(design, it, place)
  if (it?.kind === 'load-balancer' && place?.kind === 'subnet')
    return balancerInto(design, it, place)
  return unmoved
}

function subnetInto(design: Design, it: ResourceOf<'subnet'>, vpc: ResourceOf<'vpc'>): Rehomed {
  if (it.vpcId === vpc.id) return unmoved
  const taken = design
    .all('subnet')
    .filter((other) => other.vpcId === vpc.id)
    .flatMap((other) => other.cidrBlock ?? [])
  const cidrBlock = it.cidrBlock && blockIn(vpc, it.cidrBlock, taken)
  // without IPv4 it is nothing but its IPv6 block; otherwise AWS ties that to the VPC
  const ipv6CidrBlock = cidrBlock ? null : it.ipv6CidrBlock
  const subnet: ResourceOf<'subnet'> = {
    ...it,
    vpcId: vpc.id,
    cidrBlock,
    // the same letter in the Region of the new VPC
    availabilityZone: `${vpc.region}${it.availabilityZone.slice(-1)}`,
    routeTableId: null,
    networkAclId: null,
    ipv6CidrBlock,
  }
  const table = it.routeTableId ? design.get(it.routeTableId) : undefined
  const breaks = [
    ...(table ? [`${it.name} leaves its route table ${table.name}.`] : []),
    ...(cidrBlock === it.cidrBlock
      ? []
      : [`${it.name} takes ${cidrBlock}; ${it.cidrBlock} is not free in ${vpc.name}.`]),
  ]
  const changed: Resource[] = [subnet]
  for (const other of usersOf(it, design)) {
    changed.push(definitionOf(other).without(other, it.id))
    breaks.push(`${other.name} leaves ${it.name}.`)
  }
  for (const face of design.all('network-interface').filter((face) => face.subnetId === it.id)) {
    const moved = interfaceInto(design, { ...face, subnetId: it.id }, subnet)
    changed.push(...moved.changed)
    breaks.push(...moved.breaks)
  }
  for (const gateway of design.all('nat-gateway').filter((nat) => nat.subnetId === it.id)) {
    const cut = withoutRoutesTo(design, gateway)
    changed.push(...cut.changed)
    breaks.push(...cut.breaks)
    if (gateway.privateIp && !(cidrBlock && holds(cidrBlock, gateway.privateIp)))
      changed.push({ ...gateway, privateIp: null })
  }
  for (const workload of design.all('workload')) {
    const face = workload.interfaces[it.id]
    if (!face) continue
    if (Object.keys(workload.interfaces).length > 1) {
      changed.push(definitionOf(workload).without(workload, it.id))
      breaks.push(`${workload.name} loses its network interface in ${it.name}.`)
      continue
    }
    const left = leftGroups(design, workload)
    breaks.push(...left)
    const kept = addressIn(subnet, face)
    changed.push({ ...workload, interfaces: { [it.id]: kept }, securityGroupIds: [] })
  }
  return { changed, breaks }
}

function workloadInto(
  design: Design,
  it: ResourceOf<'workload'>,
  subnet: ResourceOf<'subnet'>,
): Rehomed {
  const before = Object.keys(it.interfaces) as Id<'subnet'>[]
  const [first] = before
  const face = it.interfaces[subnet.id] ?? (first && it.interfaces[first])
  if (!face || (before.length === 1 && first === subnet.id)) return unmoved
  const leavesVpc = first && design.get(first)?.vpcId !== subnet.vpcId
  const others = before.length > 1 ? before.filter((id) => id !== subnet.id) : []
  return {
    changed: [
      {
        ...it,
        interfaces: { [subnet.id]: addressIn(subnet, face) },
        securityGroupIds: leavesVpc ? [] : it.securityGroupIds,
      },
    ],
    breaks: [
      ...others.map(
        (id) => `${it.name} loses its network interface in ${design.get(id)?.name ?? id}.`,
      ),
      ...(leavesVpc ? leftGroups(design, it) : []),
    ],
  }
}

/** What stays in the VPC and has a part in this subnet: load balancers, attachments, clusters. */
function usersOf(subnet: ResourceOf<'subnet'>, design: Design): readonly Resource[] {
  const all: readonly Resource[] = [
    ...design.all('load-balancer'),
    ...design.all('transit-gateway-vpc-attachment'),
    ...design.all('eks-cluster'),
    ...design.all('vpc-endpoint'),
  ]
  return all.filter((other) => linksOf(other).some(({ to }) => to === subnet.id))
}

function interfaceInto(
  design: Design,
  it: ResourceOf<'network-interface'>,
  subnet: ResourceOf<'subnet'>,
): Rehomed {
  const leavesVpc = design.get(it.subnetId)?.vpcId !== subnet.vpcId
  if (it.subnetId === subnet.id && !leavesVpc) return unmoved
  const moved = { ...it, ...addressIn(subnet, it), subnetId: subnet.id }
  if (!leavesVpc) return { changed: [moved], breaks: [] }
  const groups = it.groupIds.map(
    (id) => `${it.name} leaves security group ${design.get(id)?.name ?? id}.`,
  )
  const instance = it.instanceId && design.get(it.instanceId)
  const cut = withoutRoutesTo(design, it)
  return {
    changed: [{ ...moved, groupIds: [], instanceId: null }, ...cut.changed],
    breaks: [
      ...groups,
      ...(instance ? [`${it.name} is detached from ${instance.name}.`] : []),
      ...cut.breaks,
    ],
  }
}

/** Into one subnet of its VPC: its nodes in the others go. */
function balancerInto(
  design: Design,
  it: ResourceOf<'load-balancer'>,
  subnet: ResourceOf<'subnet'>,
): Rehomed {
  if (it.vpcId !== subnet.vpcId) return unmoved
  const others = keysOf(it.subnets).filter((id) => id !== subnet.id)
  const node = it.subnets[subnet.id] ?? newNode
  return {
    changed: [{ ...it, subnets: { [subnet.id]: node } }],
    breaks: others.map((id) => `${it.name} loses its node in ${design.get(id)?.name ?? id}.`),
  }
}

function natInto(
  design: Design,
  it: ResourceOf<'nat-gateway'>,
  subnet: ResourceOf<'subnet'>,
): Rehomed {
  if (it.subnetId === subnet.id) return unmoved
  const { cidrBlock } = subnet
  const privateIp =
    it.privateIp && cidrBlock && holds(cidrBlock, it.privateIp) ? it.privateIp : null
  const zonal = { availabilityMode: 'zonal', vpcId: null } as const
  const moved: Resource = { ...it, ...zonal, subnetId: subnet.id, privateIp }
  if (vpcIdOf(it, design) === subnet.vpcId) return { changed: [moved], breaks: [] }
  const cut = withoutRoutesTo(design, it)
  return { changed: [moved, ...cut.changed], breaks: cut.breaks }
}

/** The block of a subnet that moves into this VPC: its own where it is free there. */
function blockIn(vpc: ResourceOf<'vpc'>, own: Cidr4, taken: readonly Cidr4[]): Cidr4 {
  const blocks = blocksOf(vpc)
  const fits =
    blocks.some((block) => contains(block, own)) && !taken.some((block) => overlaps(block, own))
  if (fits) return own
  const free = blocks.flatMap(
    (block) => nextFree(block, Math.max(prefixLengthOf(own), prefixLengthOf(block)), taken) ?? [],
  )
  return free[0] ?? own
}

/** An address that is given stays only where the new subnet has it. */
function addressIn(subnet: ResourceOf<'subnet'>, face: Interface): Interface {
  const inSubnet = (ip: Ip) =>
    [subnet.cidrBlock, subnet.ipv6CidrBlock].some((block) => block !== null && holds(block, ip))
  const { privateIpAddress } = face
  return {
    ...face,
    privateIpAddress: privateIpAddress && inSubnet(privateIpAddress) ? privateIpAddress : null,
    secondaryPrivateIpAddresses: face.secondaryPrivateIpAddresses.filter(inSubnet),
    ipv6Addresses: face.ipv6Addresses.filter(inSubnet),
  }
}

/** Security groups belong to one VPC, so a workload that changes its VPC leaves them. */
function leftGroups(design: Design, it: ResourceOf<'workload'>): readonly string[] {
  return it.securityGroupIds.map(
    (id) => `${it.name} leaves security group ${design.get(id)?.name ?? id}.`,
  )
}

function withoutRoutesTo(
  design: Design,
  target: ResourceOf<'nat-gateway' | 'network-interface'>,
): Rehomed {
  const tables = design
    .all('route-table')
    .filter((table) => Object.values(table.routes).some((route) => route.target === target.id))
  return {
    changed: tables.map((table) => definitionOf(table).without(table, target.id)),
    breaks: tables.map((table) => `${table.name} loses its route to ${target.name}.`),
  }
}
