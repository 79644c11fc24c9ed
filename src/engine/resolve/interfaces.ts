import type { Design } from '../../kinds/contract'
import { wantedBy, type Wanted } from '../../kinds/interfaces'
import type {
  EffectiveGroup,
  FaceAddress,
  NetworkInterface,
  NetworkView,
} from '../../kinds/network'
import type { Id, ResourceOf } from '../../kinds/resource'
import { contains, holds, overlaps, type Cidr } from '../../net/cidr'
import { compareIps, familyOf, type Ip, type Ip4 } from '../../net/ip'
import { anywhere, anywhere6 } from '../../net/ranges'
import { firstFree, freeByPart, isKeptByAws } from './free-address'
import { groupBy } from '../../base/group-by'
import { ownersOf, type Delegated } from './delegated'
import { namedInside, standIns } from './stand-ins'

type Subnet = ResourceOf<'subnet'>
type Vpc = ResourceOf<'vpc'>
type Answers = Pick<
  NetworkView,
  | 'interfaces'
  | 'interfacesOf'
  | 'interfaceAt'
  | 'interfacesAt'
  | 'interfaceByPublicIp'
  | 'freeAddressOf'
  | 'freeAddressesOf'
  | 'faultsOf'
>

/**
 * Every network interface with its addresses. Those the design leaves to AWS are given out in the
 * order of ids, never of the document, so that the same design always gets the same ones.
 */
export function resolveInterfaces(
  design: Design,
  blocksOf: (vpcId: Id<'vpc'>) => readonly Cidr[],
  /** Addresses that none may stand in for. */
  named: readonly Ip[],
  /** Blocks that what is not in the design names. */
  besides: readonly Cidr[],
): Answers {
  const all = wantedBy(design)
  const subnets = groupBy(design.all('subnet'), (subnet) => subnet.vpcId)
  const faults = new Map<Id, string[]>()
  const refuse = (it: Wanted, reason: string) => {
    for (const id of new Set([it.ownerId, it.interfaceId]))
      if (id) faults.set(id, [...(faults.get(id) ?? []), reason])
  }
  const given = writtenAddresses(design, all)
  const takenIn = (vpcId: Id<'vpc'>) => {
    const taken = given.get(vpcId) ?? new Map<Ip, string>()
    given.set(vpcId, taken)
    return taken
  }
  const publicOwner = new Map<Ip4, string>()
  for (const it of all)
    for (const ip of [it.publicIp, ...it.secondaryPublicIps])
      if (ip && !publicOwner.has(ip)) publicOwner.set(ip, it.key)
  const elastic = groupBy(design.all('elastic-ip'), (each): Id | null => each.associatedWith)
  const known = design.all('elastic-ip').flatMap((each) => each.publicIp ?? [])
  const narrower = namedInside(design, besides)
  const nextPublic = standIns(design, new Set([...publicOwner.keys(), ...known, ...named]))
  const interfaces: NetworkInterface[] = []
  const delegated: Delegated[] = []
  const addressed = new Set<Id>()
  for (const it of all) {
    const subnet = design.get(it.subnetId)
    const vpc = subnet && design.get(subnet.vpcId)
    if (!subnet || !vpc) {
      refuse(it, `${it.ownerName} names a subnet or a VPC that is not in the design`)
      continue
    }
    const taken = takenIn(vpc.id)
    const own = privateAddresses(it, subnet, taken, (block) => narrower(block))
    if (typeof own === 'string') {
      refuse(it, own)
      continue
    }
    for (const ip of own) if (!taken.has(ip)) taken.set(ip, it.key)
    const publicIp = it.publicIp === undefined ? null : (it.publicIp ?? nextPublic())
    // the IPv4 addresses come first: the primary one, then the secondary ones in their order
    const addresses = own.map((ip, index): FaceAddress => {
      if (familyOf(ip) === 'IPv6') return { ip, publicIp: null }
      return {
        ip,
        publicIp: index === 0 ? publicIp : (it.secondaryPublicIps[index - 1] ?? null),
      }
    })
    const associated = [
      ...(it.interfaceId ? (elastic.get(it.interfaceId) ?? []) : []),
      ...(elastic.get(it.ownerId) ?? []),
    ]
    const withElastic = associated.reduce<readonly FaceAddress[]>((left, each) => {
      const at = each.privateIpAddress ?? own[0]
      if (addressed.has(each.id) || !left.some((address) => address.ip === at)) return left
      addressed.add(each.id)
      const ip = each.publicIp ?? nextPublic()
      if (!publicOwner.has(ip)) publicOwner.set(ip, it.key)
      return left.map((address) => (address.ip === at ? { ...address, publicIp: ip } : address))
    }, addresses)
    const duplicate =
      own.find((ip) => taken.get(ip) !== it.key) ??
      withElastic.find((each) => {
        const owner = each.publicIp && publicOwner.get(each.publicIp)
        return owner && owner !== it.key
      })?.publicIp
    const [first] = withElastic
    if (!first) continue
    const face: NetworkInterface = {
      key: it.key,
      ownerId: it.ownerId,
      interfaceId: it.interfaceId,
      subnetId: subnet.id,
      vpcId: vpc.id,
      availabilityZone: subnet.availabilityZone,
      privateIp: first.ip,
      publicIp: first.publicIp,
      addresses: withElastic,
      sourceDestCheck: it.sourceDestCheck,
      groups: it.groupIds && groupsOf(design, it.groupIds, vpc),
      guest: false,
      fault: duplicate
        ? `the address ${duplicate} is given to more than one interface`
        : faultOf(design, it, subnet, own, blocksOf(vpc.id), subnets.get(vpc.id) ?? []),
    }
    interfaces.push(face)
    for (const block of it.prefixes ?? []) delegated.push({ block, face })
  }
  const free = new Map<string, readonly Ip[]>()
  const freeAddressesOf: Answers['freeAddressesOf'] = (subnetId, family) => {
    const key = `${family} ${subnetId}`
    const known = free.get(key)
    if (known) return known
    const subnet = design.get(subnetId)
    const block = family === 'IPv4' ? subnet?.cidrBlock : subnet?.ipv6CidrBlock
    const found = subnet && block ? freeByPart(block, takenIn(subnet.vpcId), narrower(block)) : []
    free.set(key, found)
    return found
  }
  return {
    ...lookups(interfaces, delegated),
    faultsOf: (ownerId) => faults.get(ownerId) ?? [],
    freeAddressOf: (subnetId, family) => freeAddressesOf(subnetId, family)[0] ?? null,
    freeAddressesOf,
  }
}

/** Who has which address of which VPC, by what is written down; the first by key where two do. */
function writtenAddresses(design: Design, all: readonly Wanted[]): Map<Id<'vpc'>, Map<Ip, string>> {
  const given = new Map<Id<'vpc'>, Map<Ip, string>>()
  for (const it of all) {
    const vpcId = design.get(it.subnetId)?.vpcId
    if (!vpcId) continue
    const ofVpc = given.get(vpcId) ?? new Map<Ip, string>()
    given.set(vpcId, ofVpc)
    for (const ip of [it.privateIp, ...it.secondaryIps, ...it.ipv6Addresses])
      if (ip && !ofVpc.has(ip)) ofVpc.set(ip, it.key)
  }
  return given
}

/** All private addresses of an interface, the primary one first; or why it can have none. */
function privateAddresses(
  it: Wanted,
  subnet: Subnet,
  taken: ReadonlyMap<Ip, string>,
  narrower: ReturnType<typeof namedInside>,
): readonly Ip[] | string {
  const addresses: Ip[] = []
  if (subnet.cidrBlock) {
    const ip = it.privateIp ?? firstFree(subnet.cidrBlock, taken, narrower(subnet.cidrBlock))
    if (!ip) return noneLeft(subnet, subnet.cidrBlock, it)
    addresses.push(ip)
    const given = new Map(taken).set(ip, it.key)
    for (const written of it.secondaryIps) {
      const secondary = written ?? firstFree(subnet.cidrBlock, given, narrower(subnet.cidrBlock))
      if (!secondary) return noneLeft(subnet, subnet.cidrBlock, it)
      addresses.push(secondary)
      given.set(secondary, it.key)
    }
  }
  addresses.push(...it.ipv6Addresses)
  // an IPv6-only subnet gives every interface an address of its own (VPC-16)
  const asks = it.assignIpv6Address || !subnet.cidrBlock
  if (subnet.ipv6CidrBlock && asks && it.ipv6Addresses.length === 0) {
    const ip = firstFree(subnet.ipv6CidrBlock, taken, narrower(subnet.ipv6CidrBlock))
    if (!ip) return noneLeft(subnet, subnet.ipv6CidrBlock, it)
    addresses.push(ip)
  }
  return addresses.length > 0 ? addresses : noneLeft(subnet, subnet.ipv6CidrBlock, it)
}

const noneLeft = ({ name }: Subnet, block: Cidr | null, { ownerName }: Wanted) =>
  `subnet ${name} (${block ?? 'no block'}) has no address left for ${ownerName}`

/** Why would AWS refuse this interface? Null when it would not. */
function faultOf(
  design: Design,
  { groupIds, ownerId }: Wanted,
  subnet: Subnet,
  addresses: readonly Ip[],
  blocks: readonly Cidr[],
  siblings: readonly Subnet[],
): string | null {
  const own = blocksOfSubnet(subnet)
  const stray = own.find((block) => !blocks.some((each) => contains(each, block)))
  if (stray) return `subnet ${subnet.name} (${stray}) lies outside the blocks of its VPC`
  const sibling = siblings.find(
    (it) =>
      it.id !== subnet.id &&
      blocksOfSubnet(it).some((theirs) => own.some((block) => overlaps(theirs, block))),
  )
  if (sibling) return `subnets ${subnet.name} and ${sibling.name} of its VPC overlap`
  // whatever is there AWS has taken; answers that are made up are held to what they say
  const isThere = design.get(ownerId)?.awsId !== undefined
  for (const ip of addresses) {
    const block = own.find((each) => holds(each, ip))
    if (!block) return `the address ${ip} lies outside subnet ${subnet.name} (${own.join(', ')})`
    if (isKeptByAws(block, ip) && !isThere)
      return `AWS keeps the address ${ip} of subnet ${subnet.name} for itself`
  }
  for (const groupId of groupIds ?? []) {
    const group = design.get(groupId)
    if (!group) return 'a security group it names is not in the design'
    if (group.vpcId !== subnet.vpcId && !group.associatedVpcIds.includes(subnet.vpcId))
      return `security group ${group.name} belongs to another VPC and is not associated with this one`
  }
  return null
}

const blocksOfSubnet = ({ cidrBlock, ipv6CidrBlock }: Subnet): readonly Cidr[] =>
  [cidrBlock, ipv6CidrBlock].filter((block) => block !== null)

/**
 * The groups in force. An interface without any is in its VPC's default group, which admits its
 * members and lets everything out. (SG-3)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
 */
function groupsOf(
  design: Design,
  groupIds: readonly Id<'security-group'>[],
  vpc: Vpc,
): readonly EffectiveGroup[] {
  if (groupIds.length === 0)
    return [
      {
        id: null,
        vpcId: vpc.id,
        name: `default security group of ${vpc.name}`,
        ingress: {},
        egress: {
          all: { ...everything, cidrIpv4: anywhere },
          'all-ipv6': { ...everything, cidrIpv6: anywhere6 },
        },
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
  cidrIpv4: null,
  cidrIpv6: null,
  prefixListId: null,
  referencedGroupId: null,
  description: '',
}

function lookups(
  interfaces: readonly NetworkInterface[],
  delegated: readonly Delegated[],
): Omit<Answers, 'faultsOf' | 'freeAddressOf' | 'freeAddressesOf'> {
  // by address, so that ids, which nobody chooses, do not say which branch is told first
  const byAddress = interfaces.toSorted((a, b) => compareIps(a.privateIp, b.privateIp))
  const byOwner = groupBy(byAddress, (face) => face.ownerId)
  const byInterface = new Map(byAddress.map((face) => [face.interfaceId, [face]]))
  const [byIp, byPublicIp] = [new Map<Ip, NetworkInterface[]>(), new Map<Ip, NetworkInterface>()]
  for (const face of interfaces)
    for (const { ip, publicIp } of face.addresses) {
      const list = byIp.get(ip)
      if (list) list.push(face)
      else byIp.set(ip, [face])
      if (publicIp && !byPublicIp.has(publicIp)) byPublicIp.set(publicIp, face)
    }
  const owners = ownersOf(byIp, delegated)
  return {
    interfaces,
    interfacesOf: (id) => byOwner.get(id) ?? byInterface.get(id as Id<'network-interface'>) ?? [],
    interfacesAt: owners,
    interfaceAt: (vpcId, ip) => owners(ip).find((face) => face.vpcId === vpcId),
    interfaceByPublicIp: (ip) => byPublicIp.get(ip),
  }
}
