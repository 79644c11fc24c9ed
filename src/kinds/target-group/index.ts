import { defineKind, inside, uses, type Draft, type Field, type Look, type Row } from '../contract'
import { freeName } from '../names'
import { freeKey } from '../row-key'
import { withoutEntries } from '../without'
import { healthStates, schema } from './schema'

const protocols = [
  'HTTP',
  'HTTPS',
  'TCP',
  'TLS',
  'UDP',
  'TCP_UDP',
  'QUIC',
  'TCP_QUIC',
  'GENEVE',
] as const

const draft: Draft<'target-group'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: a target group is drafted on a VPC')
  return [
    {
      id,
      kind: 'target-group',
      name: freeName(
        'target-group',
        design.all('target-group').filter((it) => it.vpcId === vpc.id),
      ),
      tags: {},
      vpcId: vpc.id,
      targetType: 'instance',
      protocol: 'HTTP',
      port: 80,
      ipAddressType: 'ipv4',
      preserveClientIp: null,
      crossZone: null,
      healthCheckPort: null,
      targets: {},
    },
  ]
}

const look: Look<'target-group'> = {
  shape: 'chip',
  size: null,
  icon: () => 'target-group',
  tint: () => 'network',
  captions: (it) => {
    const count = Object.keys(it.targets).length
    return [`${it.protocol} :${it.port}`, `${count} ${count === 1 ? 'target' : 'targets'}`]
  },
  badge: (it) => {
    const targets = Object.values(it.targets)
    if (targets.length === 0) return 'no targets'
    return targets.some(({ health }) => health === 'healthy') ? null : 'none healthy'
  },
}

const isAddress = (row: Row) => row['targetId'] === null

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Target group name' },
  { type: 'choice', key: 'targetType', label: 'Target type', options: ['instance', 'ip', 'alb'] },
  { type: 'choice', key: 'protocol', label: 'Protocol', options: protocols },
  { type: 'number', key: 'port', label: 'Port' },
  { type: 'choice', key: 'ipAddressType', label: 'IP address type', options: ['ipv4', 'ipv6'] },
  {
    type: 'table',
    key: 'targets',
    label: 'Targets',
    row: 'target',
    nextKey: (rows) => freeKey('target', rows),
    empty: 'None: nothing answers.',
    blank: {
      targetId: null,
      ipAddress: null,
      port: null,
      availabilityZone: null,
      health: 'healthy',
    },
    columns: [
      {
        key: 'targetId',
        label: 'Target',
        cell: {
          type: 'reference',
          kinds: ['workload', 'network-interface', 'load-balancer'],
          whenNull: 'IP address',
        },
        along: (row) =>
          row['targetId'] === null ? row : { ...row, ipAddress: null, availabilityZone: null },
      },
      {
        key: 'ipAddress',
        label: 'address',
        cell: { type: 'text', example: '10.0.0.10' },
        under: true,
        when: isAddress,
      },
      {
        key: 'port',
        label: 'Port',
        cell: { type: 'number', whenNull: 'Group’s' },
        width: 96,
      },
      {
        key: 'availabilityZone',
        label: 'zone',
        cell: { type: 'text', whenNull: 'All zones', example: 'eu-central-1a' },
        under: true,
        when: isAddress,
      },
      {
        key: 'health',
        label: 'Health',
        width: 108,
        cell: { type: 'choice', options: healthStates },
      },
    ],
  },
  {
    type: 'switch',
    key: 'preserveClientIp',
    label: 'Preserve client IP addresses',
    whenNull: 'AWS’s default',
  },
  {
    type: 'switch',
    key: 'crossZone',
    label: 'Cross-zone load balancing',
    whenNull: 'As the load balancer',
  },
  { type: 'number', key: 'healthCheckPort', label: 'Health check port', whenNull: 'Traffic port' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const targetGroup = defineKind({
  kind: 'target-group',
  term: 'target group',
  plural: 'target groups',
  about: 'The targets that a load balancer’s listeners forward to, with their health.',
  palette: 'Load balancing',
  icon: 'target-group',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'A target group belongs to a VPC. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...Object.entries(it.targets).flatMap(([key, { targetId }]) =>
      targetId ? [uses(targetId, `targets.${key}.targetId`)] : [],
    ),
  ],
  without: (it, gone) => ({
    ...it,
    targets: withoutEntries(it.targets, ({ targetId }) => targetId === gone),
  }),
  look,
  fields,
})
