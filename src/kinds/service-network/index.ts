import { defineKind, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { freeKey } from '../row-key'
import { schema } from './schema'

const draft: Draft<'service-network'> = ({ id, design, defaults }) => {
  const vpc = design.all('vpc').at(-1)
  return [
    {
      id,
      kind: 'service-network',
      name: freeName('service-network', design.all('service-network')),
      tags: {},
      ownerId: vpc?.ownerId ?? defaults.ownerId,
      region: vpc?.region ?? defaults.region,
      authType: 'NONE',
      services: {},
    },
  ]
}

const look: Look<'service-network'> = {
  shape: 'place',
  size: { width: 200, height: 56 },
  icon: () => 'service-network',
  tint: () => 'network',
  captions: (it) => {
    const count = Object.keys(it.services).length
    return ['service network', `${count} ${count === 1 ? 'service' : 'services'}`]
  },
  badge: () => null,
}

const authTypes = ['NONE', 'AWS_IAM']

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'choice', key: 'authType', label: 'Auth type', options: authTypes },
  {
    type: 'table',
    key: 'services',
    label: 'Services',
    row: 'service',
    nextKey: (rows) => freeKey('service', rows),
    empty: 'None: nothing answers.',
    blank: {
      serviceName: 'service',
      protocol: 'HTTPS',
      port: 443,
      targetId: null,
      targetPort: 443,
      authType: 'NONE',
    },
    columns: [
      { key: 'serviceName', label: 'Service', cell: { type: 'text', example: 'orders' } },
      {
        key: 'targetId',
        label: 'target',
        under: true,
        cell: {
          type: 'reference',
          kinds: ['workload', 'load-balancer'],
          whenNull: 'No target',
        },
      },
      {
        key: 'protocol',
        label: 'Listener',
        cell: { type: 'choice', options: ['HTTP', 'HTTPS', 'TLS_PASSTHROUGH'] },
      },
      {
        key: 'authType',
        label: 'auth type',
        under: true,
        cell: { type: 'choice', options: authTypes },
      },
      { key: 'port', label: 'Port', width: 96, cell: { type: 'number' } },
      { key: 'targetPort', label: 'of target', under: true, cell: { type: 'number' } },
    ],
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const serviceNetwork = defineKind({
  kind: 'service-network',
  term: 'service network',
  plural: 'service networks',
  about: 'VPC Lattice: services that clients of associated VPCs reach by name, without routes.',
  palette: 'Connections',
  icon: 'service-network',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: (it) =>
    Object.entries(it.services).flatMap(([key, { targetId }]) =>
      targetId ? [uses(targetId, `services.${key}.targetId`)] : [],
    ),
  without: (it, gone) => ({
    ...it,
    services: Object.fromEntries(
      Object.entries(it.services).map(([key, service]) => [
        key,
        service.targetId === gone ? { ...service, targetId: null } : service,
      ]),
    ),
  }),
  look,
  fields,
})
