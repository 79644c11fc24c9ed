import type { Design } from '../../kinds/contract'
import type { EffectiveGroup, NetworkInterface, NetworkView } from '../../kinds/network'
import type { Id, ResourceOf } from '../../kinds/resource'
import { contains, holds, overlaps, rangeOf, type AddressRange, type Cidr } from '../../net/cidr'
import { ipToNumber, numberToIp, type Ip } from '../../net/ip'
import { anywhere } from '../../net/ranges'
import { groupBy } from './group-by'
import { namedInside, standIns } from './stand-ins'

type Subnet = ResourceOf<'subnet'>
type Answers = Pick<
  NetworkView,
  | 'interfaces'
  | 'interfacesOf'
  | 'interfaceAt'
  | 'interfacesAt'
  | 'interfaceByPublicIp'
  | 'faultsOf'
>

/** An interface that the design asks for, before addresses are given out. */
interface Wanted {
  readonly ownerId: Id
  readonly ownerName: string
  readonly subnetId: Id<'subnet'>
  readonly privateIp: Ip | null
  /** Null means that AWS chooses one; undefined that it has none. */
  readonly publicIp: Ip | null | undefined
  /** Null where AWS filters nothing. */
  readonly groupIds: readonly Id<'security-group'>[] | null
}

function* wanted(design: Design): Generator<Wanted> {
  for (const nat of design.all('nat-gateway'))
    yield {
      ownerId: nat.id,
      ownerName: nat.name,
      subnetId: nat.subnetId,
      privateIp: nat.privateIp,
      publicIp: nat.publicIp,
      groupIds: null,
    }
  for (const workload of design.all('workload'))
    for (const [subnetId, face] of Object.entries(workload.interfaces))
      yield {
        ownerId: workload.id,
        ownerName: workload.name,
        subnetId: subnetId as Id<'subnet'>,
        privateIp: face.privateIpAddress,
        publicIp: face.publicAddress === 'none' ? undefined : face.publicIp,
        groupIds: workload.securityGroupIds,
      }
}

const keyOf = (it: Wanted) => `${it.ownerId} ${it.subnetId}`
const byKey = (a: Wanted, b: Wanted) => (keyOf(a) < keyOf(b) ? -1 : 1)

/**
 * Every network interface with its addresses. Those the design leaves to AWS are given out in the
 * order of ids, never of the document, so that the same design always gets the same ones.
 */
export function resolveInterfaces(
  design: Design,
  blocksOf: (vpcId: Id<'vpc'>) => readonly Cidr[],
): Answers {
  const all = [...wanted(design)].sort(byKey)
  const subnets = groupBy(design.all('subnet'), (subnet) => subnet.vpcId)
  const faults = new Map<Id, string[]>()
  const refuse = (it: Wanted, reason: string) => {
    faults.set(it.ownerId, [...(faults.get(it.ownerId) ?? []), reason])
  }
  const given = new Map<Id<'vpc'>, Map<Ip, string>>()
  const publicOwner = new Map<Ip, string>()
  for (const it of all) {
    const vpcId = design.get(it.subnetId)?.vpcId
    if (vpcId && it.privateIp) {
      const ofVpc = given.get(vpcId) ?? new Map<Ip, string>()
      given.set(vpcId, ofVpc)
      if (!ofVpc.has(it.privateIp)) ofVpc.set(it.privateIp, keyOf(it))
    }
    if (it.publicIp && !publicOwner.has(it.publicIp)) publicOwner.set(it.publicIp, keyOf(it))
  }
  const narrower = namedInside(design)
  const nextPublic = standIns(design, new Set(publicOwner.keys()))
  const interfaces: NetworkInterface[] = []
  for (const it of all) {
    const subnet = design.get(it.subnetId)
    const vpc = subnet && design.get(subnet.vpcId)
    if (!subnet || !vpc) {
      refuse(it, `${it.ownerName} names a subnet or a VPC that is not in the design`)
      continue
    }
    const taken = given.get(vpc.id) ?? new Map<Ip, string>()
    given.set(vpc.id, taken)
    const privateIp = it.privateIp ?? firstFree(subnet, taken, narrower(subnet.cidrBlock))
    if (!privateIp) {
      refuse(
        it,
        `subnet ${subnet.name} (${subnet.cidrBlock}) has no address left for ${it.ownerName}`,
      )
      continue
    }
    if (!taken.has(privateIp)) taken.set(privateIp, keyOf(it))
    const publicIp = it.publicIp === undefined ? null : (it.publicIp ?? nextPublic())
    const duplicate =
      taken.get(privateIp) !== keyOf(it)
        ? privateIp
        : publicIp && publicOwner.has(publicIp) && publicOwner.get(publicIp) !== keyOf(it)
          ? publicIp
          : null
    interfaces.push({
      key: keyOf(it),
      ownerId: it.ownerId,
      subnetId: subnet.id,
      vpcId: vpc.id,
      availabilityZone: subnet.availabilityZone,
      privateIp,
      publicIp,
      groups: it.groupIds && groupsOf(design, it.groupIds, vpc),
      fault: duplicate
        ? `the address ${duplicate} is given to more than one interface`
        : faultOf(design, it, subnet, privateIp, blocksOf(vpc.id), subnets.get(vpc.id) ?? []),
    })
  }
  return { ...lookups(interfaces), faultsOf: (ownerId) => faults.get(ownerId) ?? [] }
}

/**
 * The first address of a subnet that nobody has. AWS keeps the first four and the last one. One
 * that no narrower rule or route names, if there is any: none may match it by accident. (VPC-18)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
 */
function firstFree(
  { cidrBlock }: Subnet,
  taken: ReadonlyMap<Ip, string>,
  named: readonly AddressRange[],
): Ip | null {
  const { first, last } = rangeOf(cidrBlock)
  let free: Ip | null = null
  for (let number = first + 4; number < last; number += 1) {
    const ip = numberToIp(number)
    if (taken.has(ip)) continue
    if (!named.some((it) => it.first <= number && number <= it.last)) return ip
    free ??= ip
  }
  return free
}

/** Why would AWS refuse this interface? Null when it would not. */
function faultOf(
  design: Design,
  { groupIds }: Wanted,
  subnet: Subnet,
  ip: Ip,
  blocks: readonly Cidr[],
  siblings: readonly Subnet[],
): string | null {
  if (!blocks.some((block) => contains(block, subnet.cidrBlock)))
    return `subnet ${subnet.name} (${subnet.cidrBlock}) lies outside the blocks of its VPC`
  const sibling = siblings.find(
    (it) => it.id !== subnet.id && overlaps(it.cidrBlock, subnet.cidrBlock),
  )
  if (sibling) return `subnets ${subnet.name} and ${sibling.name} of its VPC overlap`
  if (!holds(subnet.cidrBlock, ip))
    return `the address ${ip} lies outside subnet ${subnet.name} (${subnet.cidrBlock})`
  const { first, last } = rangeOf(subnet.cidrBlock)
  const number = ipToNumber(ip)
  if (number < first + 4 || number === last)
    return `AWS keeps the address ${ip} of subnet ${subnet.name} for itself`
  for (const groupId of groupIds ?? []) {
    const group = design.get(groupId)
    if (!group) return 'a security group it names is not in the design'
    if (group.vpcId !== subnet.vpcId)
      return `security group ${group.name} belongs to another VPC, which is not modelled yet`
  }
  return null
}

/**
 * The groups in force. An interface without any is in its VPC's default group, which admits its
 * members and lets everything out. (SG-3)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function groupsOf(
  design: Design,
  groupIds: readonly Id<'security-group'>[],
  vpc: ResourceOf<'vpc'>,
): readonly EffectiveGroup[] {
  if (groupIds.length === 0)
    return [
      {
        id: null,
        vpcId: vpc.id,
        name: `default security group of ${vpc.name}`,
        ingress: {},
        egress: { all: { ...everything, cidrIpv4: anywhere } },
      },
    ]
  return [...new Set(groupIds)].sort().flatMap((id) => {
    const group = design.get(id)
    if (!group) return []
    const { vpcId, name, ingress, egress } = group
    return [{ id, vpcId, name, ingress, egress }]
  })
}

const everything = {
  ipProtocol: '-1',
  fromPort: null,
  toPort: null,
  referencedGroupId: null,
  description: '',
}

function lookups(interfaces: readonly NetworkInterface[]): Omit<Answers, 'faultsOf'> {
  // by address, so that ids, which nobody chooses, do not say which branch is told first
  const byOwner = groupBy(
    interfaces.toSorted((a, b) => ipToNumber(a.privateIp) - ipToNumber(b.privateIp)),
    (face) => face.ownerId,
  )
  const byIp = groupBy(interfaces, (face) => face.privateIp)
  const byPublicIp = groupBy(
    interfaces.filter((face) => face.publicIp !== null),
    (face) => face.publicIp,
  )
  return {
    interfaces,
    interfacesOf: (ownerId) => byOwner.get(ownerId) ?? [],
    interfacesAt: (ip) => byIp.get(ip) ?? [],
    interfaceAt: (vpcId, ip) => byIp.get(ip)?.find((face) => face.vpcId === vpcId),
    interfaceByPublicIp: (ip) => byPublicIp.get(ip)?.[0],
  }
}
