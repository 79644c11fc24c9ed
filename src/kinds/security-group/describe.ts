import {
  cidrOf,
  idOf,
  known,
  number,
  parts,
  text,
  type Describe,
  type DescribeContext,
  type Dump,
  type Raw,
} from '../describe'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html */
export const describe: Describe<'security-group'> = (context) =>
  context.dump.all('SecurityGroups').map(({ it, id }) => {
    const groupId = id ?? ''
    return {
      ...known('security-group', it, groupId, text(it, 'GroupName')),
      vpcId: idOf('vpc', text(it, 'VpcId') ?? ''),
      description: (text(it, 'Description') ?? 'Managed by Causeway').slice(0, 255),
      associatedVpcIds: associatedWith(groupId, text(it, 'VpcId'), context).map((each) =>
        idOf('vpc', each),
      ),
      ingress: keyed([
        ...parts(it, 'IpPermissions').flatMap(rulesIn),
        ...listed(groupId, false, context),
      ]),
      egress: keyed([
        ...parts(it, 'IpPermissionsEgress').flatMap(rulesIn),
        ...listed(groupId, true, context),
      ]),
    }
  })

/** The other VPCs it may be used in: those that are told, and those where an interface has it. (SG-9) */
function associatedWith(
  groupId: string,
  own: string | null,
  { dump }: DescribeContext,
): readonly string[] {
  const told = dump.all('SecurityGroupVpcAssociations').flatMap(({ it }) => {
    const stands = ['associated', 'associating'].includes(text(it, 'State') ?? '')
    return text(it, 'GroupId') === groupId && stands ? (text(it, 'VpcId') ?? []) : []
  })
  const used = usedIn(dump).get(groupId) ?? []
  return [...new Set([...told, ...used])].filter((each) => each !== own).toSorted()
}

const uses = new WeakMap<Dump, ReadonlyMap<string, readonly string[]>>()

/** The VPCs that each group has interfaces in. */
function usedIn(dump: Dump): ReadonlyMap<string, readonly string[]> {
  const known = uses.get(dump)
  if (known) return known
  const made = new Map<string, string[]>()
  const faces = [
    ...dump.all('NetworkInterfaces').map(({ it }) => it),
    ...dump.all('Instances').flatMap(({ it }) => parts(it, 'NetworkInterfaces')),
  ]
  for (const face of faces) {
    const subnet = dump.find('Subnets', text(face, 'SubnetId'))?.it
    const vpcId = subnet && text(subnet, 'VpcId')
    for (const each of vpcId ? parts(face, 'Groups') : []) {
      const groupId = text(each, 'GroupId') ?? ''
      const list = made.get(groupId) ?? []
      if (vpcId && !list.includes(vpcId)) made.set(groupId, [...list, vpcId])
    }
  }
  uses.set(dump, made)
  return made
}

interface Rule {
  readonly ipProtocol: string
  readonly fromPort: number | null
  readonly toPort: number | null
  readonly description: string
  readonly [peer: string]: string | number | null
}

/** Each rule once, in an order that does not depend on that of the answer. */
function keyed(rules: readonly Rule[]) {
  const told = new Map(rules.map((rule) => [textOf({ ...rule, description: '' }), rule]))
  return Object.fromEntries(
    [...told.entries()]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, rule], index) => [`rule-${index + 1}`, rule]),
  )
}

const textOf = (rule: Rule) =>
  JSON.stringify(Object.entries(rule).toSorted(([a], [b]) => (a < b ? -1 : 1)))

function rulesIn(permission: Raw): readonly Rule[] {
  const plain = portsOf(permission)
  const peers = [
    ...parts(permission, 'IpRanges').map(
      (it) => [it, 'cidrIpv4', cidrOf(text(it, 'CidrIp'))] as const,
    ),
    ...parts(permission, 'Ipv6Ranges').map(
      (it) => [it, 'cidrIpv6', cidrOf(text(it, 'CidrIpv6'))] as const,
    ),
    ...parts(permission, 'PrefixListIds').map(
      (it) => [it, 'prefixListId', idIn(it, 'PrefixListId', 'prefix-list')] as const,
    ),
    ...parts(permission, 'UserIdGroupPairs').map(
      (it) => [it, 'referencedGroupId', idIn(it, 'GroupId', 'security-group')] as const,
    ),
  ]
  return peers.flatMap(([it, key, peer]) => (peer ? [ruleOf(plain, it, key, peer)] : []))
}

/** Rules as `describe-security-group-rules` lists them. */
function listed(groupId: string, isEgress: boolean, { dump }: DescribeContext): readonly Rule[] {
  return dump
    .all('SecurityGroupRules')
    .filter(({ it }) => text(it, 'GroupId') === groupId && (it['IsEgress'] === true) === isEgress)
    .flatMap(({ it }) => {
      const plain = portsOf(it)
      const peers = [
        ['cidrIpv4', cidrOf(text(it, 'CidrIpv4'))],
        ['cidrIpv6', cidrOf(text(it, 'CidrIpv6'))],
        ['prefixListId', idIn(it, 'PrefixListId', 'prefix-list')],
        [
          'referencedGroupId',
          idIn((it['ReferencedGroupInfo'] ?? {}) as Raw, 'GroupId', 'security-group'),
        ],
      ] as const
      return peers.flatMap(([key, peer]) => (peer ? [ruleOf(plain, it, key, peer)] : []))
    })
}

const idIn = (it: Raw, key: string, kind: 'prefix-list' | 'security-group') => {
  const awsId = text(it, key)
  return awsId && idOf(kind, awsId)
}

const ruleOf = (plain: ReturnType<typeof portsOf>, it: Raw, key: string, peer: string): Rule => ({
  ...plain,
  description: (text(it, 'Description') ?? '').slice(0, 255),
  [key]: peer,
})

const names: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
}

function portsOf(it: Raw) {
  const written = text(it, 'IpProtocol') ?? '-1'
  const ipProtocol = names[written] ?? written
  const [fromPort, toPort] = [number(it, 'FromPort'), number(it, 'ToPort')]
  const isAll = fromPort === null || fromPort < 0
  if (ipProtocol === 'tcp' || ipProtocol === 'udp')
    return { ipProtocol, fromPort: isAll ? 0 : fromPort, toPort: isAll ? 65_535 : toPort }
  return ipProtocol.startsWith('icmp')
    ? { ipProtocol, fromPort: fromPort ?? -1, toPort: toPort ?? -1 }
    : { ipProtocol, fromPort: null, toPort: null }
}
