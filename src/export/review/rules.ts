import type { Design } from '../../kinds/contract'
import { placeOf } from '../../kinds/emit'
import type { Resource, ResourceOf } from '../../kinds/resource'
import { inOrder } from '../collect'
import { csv } from './csv'

const heads = [
  'account',
  'Region',
  'VPC',
  'kind',
  'name',
  'direction',
  'number',
  'action',
  'protocol',
  'ports',
  'peer',
  'description',
]

const directions = ['ingress', 'egress'] as const

/** All rules of security groups and network ACLs. */
export function rulesCsv(design: Design): string {
  const about = (it: Resource & { readonly vpcId: `vpc:${string}` }, kind: string) => {
    const place = placeOf(it, design)
    return [
      place?.ownerId ?? '',
      place?.region ?? '',
      design.get(it.vpcId)?.name ?? '',
      kind,
      it.name,
    ]
  }
  const nameOf = (id: string | null) => (id === null ? null : (design.resources[id]?.name ?? id))
  const groupRows = (group: ResourceOf<'security-group'>) =>
    directions.flatMap((direction) =>
      Object.values(group[direction]).map((rule) => [
        ...about(group, 'security group'),
        direction,
        '',
        'allow',
        protocolWords(rule.ipProtocol),
        portWords(rule.fromPort, rule.toPort),
        rule.cidrIpv4 ??
          rule.cidrIpv6 ??
          nameOf(rule.prefixListId) ??
          nameOf(rule.referencedGroupId) ??
          '',
        rule.description,
      ]),
    )
  const aclRows = (acl: ResourceOf<'network-acl'>) =>
    directions.flatMap((direction) =>
      Object.entries(acl[direction])
        .toSorted(([a], [b]) => Number(a) - Number(b))
        .map(([number, entry]) => [
          ...about(acl, 'network ACL'),
          direction,
          Number(number),
          entry.ruleAction,
          protocolWords(entry.protocol),
          entry.icmpType === null
            ? portWords(entry.fromPort, entry.toPort)
            : portWords(entry.icmpType, entry.icmpCode),
          entry.cidrBlock,
          '',
        ]),
    )
  return csv([
    heads,
    ...inOrder(design.all('security-group')).flatMap(groupRows),
    ...inOrder(design.all('network-acl')).flatMap(aclRows),
  ])
}

const protocolWords = (protocol: string) => (protocol === '-1' ? 'all' : protocol)

/** Ports of tcp and udp; type and code of ICMP, where -1 is any. */
function portWords(from: number | null, to: number | null): string {
  if (from === null) return 'all'
  return from === to ? portWord(from) : `${portWord(from)} to ${portWord(to)}`
}

const portWord = (port: number | null) => (port === null || port === -1 ? 'any' : String(port))
