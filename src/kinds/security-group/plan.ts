import type { Cidr } from '../../net/cidr'
import { securityGroupText } from '../../iac/text'
import { distinct } from '../../iac/names'
import { ref, type Reference } from '../../iac/value'
import type { Design } from '../contract'
import type { EmitContext, Language } from '../emit'
import type { Id, ResourceOf } from '../resource'
import { isListAt } from '../prefix-list/plan'
import { vpcsAttachedTo } from '../address-block'
import { attachmentOf } from '../transit-gateway-vpc-attachment/plan'
import { meetingOf } from './associations'
import { activePart, isPeeringWritten, peeringPlan } from '../vpc-peering-connection/plan'

type SecurityGroup = ResourceOf<'security-group'>
export type Direction = 'ingress' | 'egress'

/** A rule that AWS will take, its protocol and ports as EC2 stores them. */
export interface PlannedRule {
  readonly key: string
  readonly direction: Direction
  readonly ipProtocol: string
  readonly fromPort: number | undefined
  readonly toPort: number | undefined
  readonly description: string | undefined
  readonly peer: RulePeer
}

export type RulePeer =
  | { readonly type: 'cidr'; readonly block: Cidr }
  | { readonly type: 'list'; readonly list: ResourceOf<'prefix-list'> }
  | {
      readonly type: 'group'
      readonly group: SecurityGroup
      /** What leads to the group's VPC and must be there first; nothing in the same VPC. */
      readonly over: readonly Reference[]
      /** The group's account where it is not the rule's own. */
      readonly ownerId: string | null
    }

const groupTextRule = 'AWS accepts only a-z, A-Z, 0-9, spaces and ._-:/()#,@[]+=&;{}!$* there'

/** The group's name and description as EC2 takes them; names differ within a VPC. */
export function groupTexts(group: SecurityGroup, { design, renamed }: EmitContext) {
  const siblings = design.all('security-group').filter((it) => it.vpcId === group.vpcId)
  // every VPC has a group named default, and names differ whatever their case
  const wishes = siblings.map(({ id, name }) => ({ key: id, name: groupName(name).toLowerCase() }))
  const unique = distinct([{ key: '', name: 'default' }, ...wishes], '-').get(group.id) ?? ''
  const suffix = unique.slice(groupName(group.name).length)
  const name = `${groupName(group.name)
    .slice(0, 255 - suffix.length)
    .trimEnd()}${suffix}`
  const description = securityGroupText(group.description) || name
  if (name !== group.name)
    renamed(
      'security group name',
      group.name,
      name,
      suffix === '' ? `${groupTextRule}, and no space at either end` : 'Names differ within a VPC',
    )
  if (description !== group.description)
    renamed('security group description', group.description, description, groupTextRule)
  return { name, description }
}

/**
 * EC2 cuts spaces off the end of a name, and Terraform would then make the group anew each time.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
 */
function groupName(name: string): string {
  const text = securityGroupText(name).trim() || 'group'
  return /^sg-/i.test(text) ? `group-${text}`.slice(0, 255) : text
}

/** The rules of one direction by key, without those that AWS would refuse, which become gaps. */
export function plannedRules(
  group: SecurityGroup,
  direction: Direction,
  context: EmitContext,
  language: Language,
): readonly PlannedRule[] {
  const seen = new Map<string, string>()
  return Object.keys(group[direction])
    .toSorted()
    .flatMap((key) => {
      const rule = group[direction][key]
      if (!rule) return []
      const label = `${direction === 'ingress' ? 'Inbound' : 'Outbound'} rule ${key} of ${group.name}`
      const block = rule.cidrIpv4 ?? rule.cidrIpv6
      const peer = block
        ? ({ type: 'cidr', block } as const)
        : rule.referencedGroupId
          ? groupPeer(group, rule.referencedGroupId, direction, context.design, language)
          : listPeer(group, rule.prefixListId, context.design)
      if (typeof peer === 'string') {
        context.gap(
          `${label} is left out: ${peer}.`,
          'Name an address block in its place, or write it by hand.',
        )
        return []
      }
      const ports = portsOf(rule.ipProtocol, rule.fromPort, rule.toPort)
      const same = JSON.stringify([ports, block ?? rule.referencedGroupId ?? rule.prefixListId])
      const twin = seen.get(same)
      if (twin !== undefined) {
        context.gap(
          `${label} is left out: ${twin} says the same, and AWS refuses a rule twice.`,
          'Remove one of the two.',
        )
        return []
      }
      seen.set(same, key)
      const description = securityGroupText(rule.description)
      if (description !== rule.description)
        context.renamed(`description of ${key}`, rule.description, description, groupTextRule)
      return [{ key, direction, ...ports, description: description || undefined, peer }]
    })
}

/** Numbers of protocols that have names, so that a rule is written one way only. */
const protocolNames: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
}

function portsOf(protocol: string, from: number | null, to: number | null) {
  const ipProtocol = protocolNames[protocol] ?? protocol
  if (ipProtocol === 'tcp' || ipProtocol === 'udp')
    return { ipProtocol, fromPort: from ?? 0, toPort: to ?? 65535 }
  if (ipProtocol === 'icmp' || ipProtocol === 'icmpv6')
    return { ipProtocol, fromPort: from ?? -1, toPort: to ?? -1 }
  return { ipProtocol, fromPort: undefined, toPort: undefined }
}

/** The prefix list a rule names, or why AWS would not take it: a list is used where it is made. */
function listPeer(
  from: SecurityGroup,
  id: Id<'prefix-list'> | null,
  design: Design,
): RulePeer | string {
  const [list, vpc] = [id && design.get(id), design.get(from.vpcId)]
  if (!list || !vpc) return 'the prefix list it names is gone'
  return isListAt(list, vpc)
    ? { type: 'list', list }
    : `${list.name} is a prefix list of another account or Region`
}

/** The group a rule names, or why AWS would not take it. (SG-6, PEER-14) */
function groupPeer(
  from: SecurityGroup,
  id: Id<'security-group'>,
  direction: Direction,
  design: Design,
  language: Language,
): RulePeer | string {
  const group = design.get(id)
  if (!group) return 'the security group it names is gone'
  if (group.vpcId === from.vpcId) return { type: 'group', group, over: [], ownerId: null }
  const met = meetingOf(from, group, design)
  if (met) return { type: 'group', group, over: met, ownerId: null }
  const [here, there] = [design.get(from.vpcId), design.get(group.vpcId)]
  if (!here || !there) return 'the security group it names lies in no VPC'
  if (here.region !== there.region)
    return `${group.name} lies in another Region, and a rule cannot name a group there`
  const over = design
    .all('vpc-peering-connection')
    .find(
      (it) =>
        [it.requesterVpcId, it.accepterVpcId].includes(here.id) &&
        [it.requesterVpcId, it.accepterVpcId].includes(there.id) &&
        peeringPlan(it, design).outcome === 'accepted' &&
        isPeeringWritten(peeringPlan(it, design), language),
    )
  const part = over && language === 'terraform' ? activePart(over, design) : ''
  const waits = over
    ? [ref(over.id, 'id', part)]
    : direction === 'ingress'
      ? attachmentsBetween(here, there, design, language)
      : null
  if (!waits)
    return `${group.name} lies in ${there.name}, to which no active peering connection leads${
      direction === 'ingress' ? ', and no transit gateway with security group referencing' : ''
    }`
  return {
    type: 'group',
    group,
    over: waits,
    ownerId: here.ownerId === there.ownerId ? null : there.ownerId,
  }
}

/**
 * The attachments of two VPCs to a transit gateway over which inbound rules may name groups, as far
 * as it and both attachments support that; null where there is none. (TGW-16)
 */
function attachmentsBetween(
  here: ResourceOf<'vpc'>,
  there: ResourceOf<'vpc'>,
  design: Design,
  language: Language,
): readonly Reference[] | null {
  for (const gateway of design.all('transit-gateway')) {
    const both = [here, there].map(({ id }) => attachmentOf(id, gateway.id, design, language))
    const supported = both.every((it) => it && design.get(it.of)?.securityGroupReferencingSupport)
    if (gateway.securityGroupReferencingSupport && supported)
      return both.flatMap((it) => (it ? [ref(it.of, 'id', it.part)] : []))
  }
  return null
}

/** The VPCs whose blocks a rule of this group may mean: its own, and those joined to it. */
export function vpcsAround(group: SecurityGroup, design: Design): readonly ResourceOf<'vpc'>[] {
  const ids = design
    .all('vpc-peering-connection')
    .filter((it) => peeringPlan(it, design).outcome !== 'none')
    .map((it) => [it.requesterVpcId, it.accepterVpcId] as const)
    .filter((pair) => pair.includes(group.vpcId))
    .flat()
  const gateways = design
    .all('transit-gateway-vpc-attachment')
    .filter((it) => it.vpcId === group.vpcId)
    .map((it) => it.transitGatewayId)
  const near = new Set([
    group.vpcId,
    ...ids,
    ...vpcsAttachedTo(gateways, design).map(({ id }) => id),
  ])
  return design.all('vpc').filter((vpc) => near.has(vpc.id))
}
