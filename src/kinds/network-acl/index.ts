import { everythingOf } from '../../net/cidr'
import {
  defineKind,
  inside,
  type Column,
  type Draft,
  type Field,
  type Look,
  type Row,
} from '../contract'
import { freeName } from '../names'
import type { ResourceOf } from '../resource'
import { schema } from './schema'

type Entry = ResourceOf<'network-acl'>['ingress'][string]

const allowAll = (family: 'IPv4' | 'IPv6'): Entry => ({
  ruleAction: 'allow',
  protocol: '-1',
  cidrBlock: everythingOf(family),
  fromPort: null,
  toPort: null,
  icmpType: null,
  icmpCode: null,
})

/** What AWS writes into a default network ACL, so that drawing one cuts nothing off. (ACL-3) */
export const openEntries = (withIpv6: boolean): Record<string, Entry> => ({
  100: allowAll('IPv4'),
  ...(withIpv6 ? { 101: allowAll('IPv6') } : {}),
})

const draft: Draft<'network-acl'> = ({ id, design, on }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'subnet')
    throw new Error('Bug: a network ACL is drafted on a VPC or a subnet')
  const vpcId = place.kind === 'vpc' ? place.id : place.vpcId
  const siblings = design.all('network-acl').filter((it) => it.vpcId === vpcId)
  const entries = openEntries((design.get(vpcId)?.ipv6CidrBlocks ?? []).length > 0)
  return [
    {
      id,
      kind: 'network-acl',
      name: freeName(place.kind === 'subnet' ? `${place.name}-acl` : 'network-acl', siblings),
      tags: {},
      vpcId,
      isDefault: false,
      ingress: entries,
      egress: entries,
    },
    // dropped on a subnet, it becomes that subnet's network ACL
    ...(place.kind === 'subnet' ? [{ ...place, networkAclId: id }] : []),
  ]
}

const look: Look<'network-acl'> = {
  shape: 'chip',
  size: null,
  icon: () => 'network-acl',
  tint: () => 'neutral',
  captions: (it) => [
    `${Object.keys(it.ingress).length} inbound, ${Object.keys(it.egress).length} outbound`,
  ],
  badge: (it) => (it.isDefault ? 'default' : null),
}

const protocols = [
  { value: '-1', label: 'All' },
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'icmpv6', label: 'ICMPv6' },
]

/** Ports belong to tcp and udp, type and code to ICMP; a new protocol starts with all of them. */
function ofProtocol(row: Row): Row {
  const protocol = String(row['protocol'])
  const ports = ['tcp', 'udp', '6', '17'].includes(protocol)
  const icmp = ['icmp', 'icmpv6', '1', '58'].includes(protocol)
  return {
    ...row,
    fromPort: ports ? (row['fromPort'] ?? 0) : null,
    toPort: ports ? (row['toPort'] ?? 65535) : null,
    icmpType: icmp ? (row['icmpType'] ?? -1) : null,
    icmpCode: icmp ? (row['icmpCode'] ?? -1) : null,
  }
}

const columns = (peer: string): readonly Column[] => [
  { key: '', label: 'Rule', cell: { type: 'number', example: '110' }, width: 104 },
  {
    key: 'ruleAction',
    label: 'action',
    cell: { type: 'choice', options: ['allow', 'deny'] },
    under: true,
  },
  {
    key: 'protocol',
    label: 'Protocol',
    cell: { type: 'text', known: protocols },
    width: 108,
    along: ofProtocol,
  },
  { key: 'fromPort', label: 'ports', cell: { type: 'ports' }, under: true },
  { key: 'cidrBlock', label: peer, cell: { type: 'text', example: '10.0.0.0/8' } },
]

/** Ten further, as people number rules so that others fit between. */
const nextRuleNumber = (rows: Readonly<Record<string, unknown>>) => {
  const last = Math.max(0, ...Object.keys(rows).map(Number))
  const next = last === 0 ? 100 : last + 10
  if (next <= 32766) return String(next)
  let free = 1
  while (Object.hasOwn(rows, String(free))) free += 1
  return String(free)
}

const entries = {
  type: 'table',
  row: 'rule',
  nextKey: nextRuleNumber,
  blank: allowAll('IPv4'),
  empty: 'None: everything is denied.',
} as const

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'switch',
    key: 'isDefault',
    label: 'Default network ACL',
    hint: 'Serves every subnet of the VPC that names no network ACL of its own.',
  },
  { ...entries, key: 'ingress', label: 'Inbound rules', columns: columns('Source') },
  { ...entries, key: 'egress', label: 'Outbound rules', columns: columns('Destination') },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const networkAcl = defineKind({
  kind: 'network-acl',
  term: 'network ACL',
  plural: 'network ACLs',
  about: 'Stateless rules at the border of a subnet: allow and deny, lowest number first.',
  palette: 'Security',
  icon: 'network-acl',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc', 'subnet'],
    otherwise:
      'A network ACL belongs to a VPC. Drop it on one, or on the subnet that shall use it.',
    refuse: () => null,
  },
  draft,
  links: (it) => [inside(it.vpcId, 'vpcId')],
  without: (it) => it,
  look,
  fields,
})
