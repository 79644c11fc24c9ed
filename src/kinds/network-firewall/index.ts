import { defineKind, inside, type Column, type Field, type Look } from '../contract'
import type { Resource } from '../resource'
import { draft } from './draft'
import { finer, schema, statefulActions, statelessActions } from './schema'

const look: Look<'network-firewall'> = {
  shape: 'card',
  size: { width: 200, height: 56 },
  icon: () => 'network-firewall',
  tint: () => 'network',
  captions: (it) => {
    const count = Object.keys(it.statelessRules).length + Object.keys(it.statefulRules).length
    return ['network firewall', `${count} ${count === 1 ? 'rule' : 'rules'}`]
  },
  badge: (it) => (it.status === 'READY' ? null : it.status),
}

const protocols = [
  { value: '-1', label: 'All' },
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'icmpv6', label: 'ICMPv6' },
]

const port = (key: string, label: string, under: boolean): Column => ({
  key,
  label,
  under,
  cell: { type: 'number', whenNull: 'any', example: '443' },
})

const matchColumns: readonly Column[] = [
  {
    key: 'protocol',
    label: 'Protocol',
    cell: { type: 'text', known: protocols },
    width: 96,
  },
  port('fromPort', 'from port', true),
  port('toPort', 'to port', true),
  {
    key: 'source',
    label: 'Source',
    cell: { type: 'text', whenNull: 'Any', example: '10.0.0.0/8' },
  },
  {
    key: 'destination',
    label: 'destination',
    under: true,
    cell: { type: 'text', whenNull: 'Any', example: '10.0.0.0/8' },
  },
  port('sourceFromPort', 'source from port', true),
  port('sourceToPort', 'source to port', true),
]

const numbered = (actions: readonly string[]): readonly Column[] => [
  { key: '', label: 'Priority', cell: { type: 'number', example: '10' }, width: 120 },
  {
    key: 'action',
    label: 'action',
    under: true,
    cell: { type: 'choice', options: [...actions, finer] },
  },
  {
    key: 'description',
    label: 'description',
    under: true,
    cell: { type: 'text', example: 'Managed threat signatures' },
  },
]

const anything = {
  description: '',
  source: null,
  destination: null,
  protocol: '-1',
  sourceFromPort: null,
  sourceToPort: null,
  fromPort: null,
  toPort: null,
}

/** Ten further, as people number rules so that others fit between. */
const nextPriority = (rows: Readonly<Record<string, unknown>>) =>
  String(Math.min(65535, Math.max(0, ...Object.keys(rows).map(Number)) + 10))

const isStrict = (it: Resource) => it.kind === 'network-firewall' && it.ruleOrder === 'STRICT_ORDER'

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'status',
    label: 'Status',
    options: ['PROVISIONING', 'READY', 'DELETING'],
  },
  {
    type: 'table',
    key: 'statelessRules',
    label: 'Stateless rules',
    hint: 'Asked first, of every packet by itself. OTHER_RULE_GROUP stands for a group that says more than addresses and ports: what reaches it is not modelled.',
    row: 'rule',
    nextKey: nextPriority,
    blank: { action: 'aws:pass', ...anything },
    columns: [...numbered(statelessActions), ...matchColumns],
    empty: 'None: the default action decides.',
  },
  {
    type: 'choice',
    key: 'statelessDefaultAction',
    label: 'Stateless default action',
    options: statelessActions,
  },
  {
    type: 'table',
    key: 'statefulRules',
    label: 'Stateful rules',
    hint: 'Asked of connections that are forwarded to the stateful engine (sfe).',
    row: 'rule',
    nextKey: nextPriority,
    blank: { action: 'PASS', direction: 'FORWARD', ...anything },
    columns: [
      ...numbered(statefulActions),
      {
        key: 'direction',
        label: 'direction',
        under: true,
        cell: { type: 'choice', options: ['FORWARD', 'ANY'] },
      },
      ...matchColumns,
    ],
  },
  {
    type: 'choice',
    key: 'ruleOrder',
    label: 'Rule order',
    options: ['DEFAULT_ACTION_ORDER', 'STRICT_ORDER'],
    hint: 'In action order rules that pass come first; in strict order the lowest number does.',
  },
  {
    type: 'choice',
    key: 'statefulDefaultAction',
    label: 'Stateful default action',
    options: ['aws:drop_strict', 'aws:drop_established'],
    whenNull: 'None: what no rule matches passes',
    when: isStrict,
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const networkFirewall = defineKind({
  kind: 'network-firewall',
  term: 'network firewall',
  plural: 'network firewalls',
  about: 'Inspects what routes send to its endpoints, one in each Availability Zone.',
  palette: 'Security',
  icon: 'network-firewall',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc', 'subnet'],
    otherwise:
      'A network firewall belongs to a VPC. Drop it on one, or on the subnet of its endpoint.',
    refuse: () => null,
  },
  draft,
  links: (it) => [inside(it.vpcId, 'vpcId')],
  without: (it) => it,
  look,
  fields,
})
