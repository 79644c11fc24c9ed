import type { z } from '../../base/zod'
import type { Place } from '../../iac/block'
import { hostAddress, nested, ref, type Body, type Reference } from '../../iac/value'
import { holds, wideRangeOf } from '../../net/cidr'
import { ip6ToBigint, type Ip6 } from '../../net/ip'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import { attachedGateway } from '../internet-gateway/attached'
import { attachmentPart } from '../internet-gateway/cloudformation'
import { hasWrittenIpv6 } from '../ipv6-block'
import type { Id, ResourceOf } from '../resource'
import { carriedGroups } from '../security-group/associations'
import { principalsOf, waitsForShare } from '../sharing'
import type { interfaceFields } from './schema'

/** The fields that every drawn interface has, be it a resource of its own or a workload's. */
export type DrawnFace = Readonly<z.output<z.ZodObject<typeof interfaceFields>>>

/** A network interface that the code makes. */
export interface PlannedFace {
  readonly place: Place
  readonly subnet: ResourceOf<'subnet'>
  /** IPv4 addresses that the code chooses, the primary one first; none leaves them to AWS. */
  readonly ipv4: readonly string[]
  /** IPv6 addresses that the code chooses inside the block of the subnet. */
  readonly ipv6: readonly Ip6[]
  /** How many IPv6 addresses AWS chooses. */
  readonly ipv6Count: number
  readonly sourceDestCheck: boolean
  readonly hasElasticIp: boolean
  readonly groups: readonly Reference[]
  /** What has to be there before the interface is made. */
  readonly waits: readonly Reference[]
}

/** Where an interface lies, whose it is and what it carries. */
export interface FaceOwner {
  readonly subnetId: Id<'subnet'>
  /** The account it is made in where that is not the one of its VPC. */
  readonly participant: string | null
  readonly groupIds: readonly Id<'security-group'>[]
  /** What sentences call it. */
  readonly said: string
}

/** The attribute of a VPC that is its default group. */
export const defaultGroup = {
  terraform: 'default_security_group_id',
  cloudformation: 'DefaultSecurityGroup',
} as const

/** What the code makes of a drawn interface; null where its subnet is gone. Reports nothing. */
export function plannedFace(
  face: DrawnFace,
  { subnetId, participant, groupIds }: FaceOwner,
  { design }: EmitContext,
  language: Language,
): PlannedFace | null {
  const subnet = design.get(subnetId)
  const vpc = subnet && design.get(subnet.vpcId)
  if (!subnet || !vpc) return null
  const { groups, waits } = carriedGroups(groupIds, vpc.id, design, defaultGroup[language])
  const hasIpv6 = hasWrittenIpv6(subnet, design)
  const inside = face.ipv6Addresses.filter(
    (ip) => subnet.ipv6CidrBlock && holds(subnet.ipv6CidrBlock, ip),
  )
  const ipv6 = hasIpv6 && language === 'terraform' ? inside : []
  const wanted = Math.max(face.ipv6Addresses.length, face.assignIpv6Address ? 1 : 0)
  return {
    place: { ownerId: participant ?? vpc.ownerId, region: vpc.region },
    subnet,
    ipv4: face.privateIpAddress ? [face.privateIpAddress, ...face.secondaryPrivateIpAddresses] : [],
    ipv6,
    ipv6Count: hasIpv6 && ipv6.length === 0 ? wanted : 0,
    sourceDestCheck: face.sourceDestCheck,
    hasElasticIp: face.publicAddress === 'elastic-ip',
    groups,
    waits: [...waits, ...sharesFor(participant, [subnet], groups, design, language)],
  }
}

/** What a participant waits for: that the subnets and groups of the owner are shared with it. */
export function sharesFor(
  participant: string | null,
  subnets: readonly ResourceOf<'subnet'>[],
  groups: readonly Reference[],
  design: Design,
  language: Language,
): readonly Reference[] {
  const [first] = subnets
  const owner = first && design.get(first.vpcId)?.ownerId
  if (participant === null || participant === owner) return []
  return [
    ...subnets.flatMap((subnet) =>
      principalsOf(subnet.sharedWith, owner).includes(participant)
        ? waitsForShare(subnet.id, participant, language)
        : [],
    ),
    ...groups.flatMap(({ of }) =>
      of.startsWith('security-group:')
        ? waitsForShare(of as Id<'security-group'>, participant, language)
        : [],
    ),
  ]
}

/** The arguments of an interface beside its tags. */
export function terraformFace(face: PlannedFace): Body {
  const { ipv4, ipv6, ipv6Count, subnet } = face
  const block = subnet.ipv6CidrBlock
  return {
    subnet_id: ref(subnet.id),
    private_ips: ipv4.length > 0 ? ipv4 : undefined,
    ipv6_addresses:
      ipv6.length > 0 && block
        ? ipv6.map((ip) =>
            hostAddress(
              ref(subnet.id, 'ipv6_cidr_block'),
              ip6ToBigint(ip) - wideRangeOf(block).first,
            ),
          )
        : undefined,
    ipv6_address_count: ipv6Count > 0 ? ipv6Count : undefined,
    source_dest_check: face.sourceDestCheck ? undefined : false,
    security_groups: face.groups,
  }
}

/** The properties of an interface beside its tags. */
export function cloudformationFace({ ipv4, ...face }: PlannedFace): Body {
  return {
    SubnetId: ref(face.subnet.id),
    PrivateIpAddress: ipv4.length === 1 ? ipv4[0] : undefined,
    PrivateIpAddresses:
      ipv4.length > 1
        ? ipv4.map((address, index) => nested({ PrivateIpAddress: address, Primary: index === 0 }))
        : undefined,
    Ipv6AddressCount: face.ipv6Count > 0 ? face.ipv6Count : undefined,
    SourceDestCheck: face.sourceDestCheck ? undefined : false,
    GroupSet: face.groups,
  }
}

/** An Elastic IP address waits for the internet gateway of the VPC. (DEP-11) */
export function gatewayOfFace(
  { subnet }: PlannedFace,
  { design }: EmitContext,
  language: Language,
): readonly Reference[] {
  const gateway = attachedGateway(subnet.vpcId, design)
  if (!gateway) return []
  return [language === 'terraform' ? ref(gateway.id) : ref(gateway.id, 'id', attachmentPart)]
}

/** Says what of an interface that the code makes does not come as drawn. */
export function reportFace(
  face: DrawnFace,
  { said, subnetId, participant, groupIds }: FaceOwner,
  { design, gap }: EmitContext,
  language: Language,
): void {
  const subnet = design.get(subnetId)
  const vpc = subnet && design.get(subnet.vpcId)
  if (!subnet || !vpc) return
  if (face.secondaryPrivateIpAddresses.length > 0 && !face.privateIpAddress)
    gap(
      `The secondary addresses of ${said} are not exported: AWS would take the first of them for the primary one.`,
      'Choose the primary address too.',
    )
  reportIpv6(face, said, subnet, { design, gap }, language)
  if (face.ipv6Prefixes && face.ipv6Prefixes.length > 0)
    gap(
      `The IPv6 prefixes ${face.ipv6Prefixes.join(', ')} of ${said} are not exported: AWS chooses them, as a node of a cluster asks for them.`,
      'To have one, run: aws ec2 assign-ipv6-addresses --network-interface-id <id> --ipv6-prefix-count 1',
    )
  if (face.publicAddress === 'auto-assigned')
    gap(
      `The auto-assigned public address of ${said} is not exported: AWS assigns one only to an interface that it makes at launch.`,
      'Choose an Elastic IP, or launch with associate_public_ip_address.',
    )
  if (face.publicIp && face.publicAddress === 'elastic-ip')
    gap(
      `The Elastic IP address ${face.publicIp} of ${said} is not exported: AWS assigns an address when it allocates one.`,
      'Use the address that AWS assigns, or give the allocation ID of an address you own.',
    )
  if (participant === null || participant === vpc.ownerId) return
  if (!subnet.sharedWith.includes(participant))
    gap(
      `${said} is of account ${participant}, with which ${subnet.name} is not shared. It is exported as drawn; AWS will refuse it.`,
      'Share the subnet with that account.',
    )
  if (!groupIds.some((id) => design.get(id)))
    gap(
      `${said} is of account ${participant} and has no security group. It is exported as drawn; AWS will refuse it, as the default group belongs to the owner of the VPC.`,
      'Give it a security group.',
    )
}

function reportIpv6(
  face: DrawnFace,
  said: string,
  subnet: ResourceOf<'subnet'>,
  { design, gap }: Pick<EmitContext, 'design' | 'gap'>,
  language: Language,
): void {
  if (!face.assignIpv6Address && face.ipv6Addresses.length === 0) return
  if (!hasWrittenIpv6(subnet, design)) {
    gap(
      `The IPv6 addresses of ${said} are not exported: the code gives ${subnet.name} no IPv6 block.`,
      'Once the subnet has one, run: aws ec2 assign-ipv6-addresses --network-interface-id <id> --ipv6-address-count 1',
    )
    return
  }
  if (face.ipv6Addresses.length > 0)
    gap(
      language === 'terraform'
        ? `The IPv6 addresses ${face.ipv6Addresses.join(', ')} of ${said} keep their place in the block of ${subnet.name}; AWS chooses that block.`
        : `The IPv6 addresses ${face.ipv6Addresses.join(', ')} of ${said} are chosen by AWS: a template cannot compute them in a block that AWS provides.`,
      language === 'terraform'
        ? 'Where rules name these addresses, put in the ones that were made.'
        : 'To have the very ones, run: aws ec2 assign-ipv6-addresses --network-interface-id <id> --ipv6-addresses <addresses>',
    )
}
