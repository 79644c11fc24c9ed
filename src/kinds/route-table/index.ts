import { defineKind, inside, uses, type Draft, type Field, type Link, type Look } from '../contract'
import { freeName } from '../names'
import type { Id } from '../resource'
import { withoutEntries } from '../without'
import { schema } from './schema'

const draft: Draft<'route-table'> = ({ id, design, on }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'subnet')
    throw new Error('Bug: a route table is drafted on a VPC or a subnet')
  const vpcId = place.kind === 'vpc' ? place.id : place.vpcId
  const siblings = design.all('route-table').filter((it) => it.vpcId === vpcId)
  const base = place.kind === 'subnet' ? `${place.name}-rt` : 'route-table'
  return [
    {
      id,
      kind: 'route-table',
      name: freeName(base, siblings),
      tags: {},
      vpcId,
      main: false,
      gatewayId: null,
      propagatingVgwIds: [],
      routes: {},
    },
    // dropped on a subnet, it becomes that subnet's table
    ...(place.kind === 'subnet' ? [{ ...place, routeTableId: id }] : []),
  ]
}

const look: Look<'route-table'> = {
  shape: 'chip',
  size: null,
  icon: () => 'route-table',
  tint: () => 'network',
  captions: (it) => {
    const count = Object.keys(it.routes).length
    return [`${count} ${count === 1 ? 'route' : 'routes'} beside local`]
  },
  badge: (it) =>
    it.main
      ? 'main'
      : it.gatewayId
        ? 'edge'
        : Object.values(it.routes).some((route) => route.target === null)
          ? 'blackhole'
          : null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'switch',
    key: 'main',
    label: 'Main route table',
    hint: 'Serves every subnet of the VPC that names no table of its own.',
  },
  {
    type: 'reference',
    key: 'gatewayId',
    label: 'Edge association',
    kind: ['internet-gateway', 'vpn-gateway'],
    whenNull: 'None',
    hint: 'The gateway whose incoming traffic it routes.',
  },
  {
    type: 'references',
    key: 'propagatingVgwIds',
    label: 'Route propagation',
    kind: 'vpn-gateway',
    hint: 'The virtual private gateway that installs what it knows here.',
  },
  { type: 'routes', key: 'routes', label: 'Routes' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const routeTable = defineKind({
  kind: 'route-table',
  term: 'route table',
  plural: 'route tables',
  about: 'Says where packets that leave a subnet go.',
  palette: 'Network',
  icon: 'route-table',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc', 'subnet'],
    otherwise:
      'A route table belongs to a VPC. Drop it on one, or on the subnet that shall use it.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...(it.gatewayId ? [uses(it.gatewayId, 'gatewayId')] : []),
    ...it.propagatingVgwIds.map((id) => uses(id, 'propagatingVgwIds')),
    ...Object.entries(it.routes).flatMap(([destination, { target }]): readonly Link[] => [
      ...(target ? [uses(target, `routes.${destination}.target`)] : []),
      ...(destination.startsWith('prefix-list:')
        ? [uses(destination as Id<'prefix-list'>, `routes.${destination}`)]
        : []),
    ]),
  ],
  without: (it, gone) => ({
    ...it,
    gatewayId: it.gatewayId === gone ? null : it.gatewayId,
    propagatingVgwIds: it.propagatingVgwIds.filter((id) => id !== gone),
    routes: withoutEntries(
      it.routes,
      ({ target }, destination) => target === gone || destination === gone,
    ),
  }),
  look,
  fields,
})
