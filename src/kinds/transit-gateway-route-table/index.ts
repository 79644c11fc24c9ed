import { defineKind, inside, uses, type Draft, type Field, type Link, type Look } from '../contract'
import { freeName } from '../names'
import { withoutEntries } from '../without'
import { attachmentKinds, schema } from './schema'

const draft: Draft<'transit-gateway-route-table'> = ({ id, design, on }) => {
  const gateway = on.find((it) => it.kind === 'transit-gateway')
  if (!gateway) throw new Error('Bug: a transit gateway route table is drafted on its gateway')
  const siblings = design
    .all('transit-gateway-route-table')
    .filter((it) => it.transitGatewayId === gateway.id)
  return [
    {
      id,
      kind: 'transit-gateway-route-table',
      name: freeName('tgw-rt', siblings),
      tags: {},
      transitGatewayId: gateway.id,
      defaultAssociationRouteTable: false,
      defaultPropagationRouteTable: false,
      associations: [],
      propagations: [],
      routes: {},
    },
  ]
}

const look: Look<'transit-gateway-route-table'> = {
  shape: 'chip',
  size: null,
  icon: () => 'transit-gateway-route-table',
  tint: () => 'network',
  captions: (it) => [
    `${it.associations.length} associated, ${it.propagations.length} propagating, ${Object.keys(it.routes).length} static`,
  ],
  badge: (it) =>
    Object.values(it.routes).some(
      (route) => route.attachmentId === null && route.otherAttachment === undefined,
    )
      ? 'blackhole'
      : it.defaultAssociationRouteTable || it.defaultPropagationRouteTable
        ? 'default'
        : null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'transitGatewayId',
    label: 'Transit gateway',
    kind: 'transit-gateway',
    readOnly: true,
  },
  {
    type: 'references',
    key: 'associations',
    label: 'Associations',
    kind: attachmentKinds,
    each: 'attachment',
    hint: 'The attachments whose packets are looked up here.',
  },
  {
    type: 'references',
    key: 'propagations',
    label: 'Propagations',
    kind: attachmentKinds,
    each: 'attachment',
    hint: 'The attachments that install their routes here.',
  },
  {
    type: 'table',
    key: 'routes',
    label: 'Static routes',
    row: 'route',
    nextKey: null,
    blank: { attachmentId: null },
    columns: [
      {
        key: '',
        label: 'Destination',
        cell: { type: 'destination', kinds: ['prefix-list'] },
      },
      {
        key: 'attachmentId',
        label: 'Attachment',
        cell: { type: 'reference', kinds: attachmentKinds, whenNull: 'Blackhole' },
      },
    ],
  },
  {
    type: 'switch',
    key: 'defaultAssociationRouteTable',
    label: 'Default association route table',
  },
  {
    type: 'switch',
    key: 'defaultPropagationRouteTable',
    label: 'Default propagation route table',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const transitGatewayRouteTable = defineKind({
  kind: 'transit-gateway-route-table',
  term: 'transit gateway route table',
  plural: 'transit gateway route tables',
  about: 'Says where packets that enter by its associated attachments go.',
  palette: 'Connections',
  icon: 'transit-gateway-route-table',
  schema,
  placement: {
    type: 'on',
    kinds: ['transit-gateway'],
    otherwise: 'A transit gateway route table belongs to a transit gateway. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.transitGatewayId, 'transitGatewayId'),
    ...it.associations.map((id) => uses(id, 'associations')),
    ...it.propagations.map((id) => uses(id, 'propagations')),
    ...Object.entries(it.routes).flatMap(([destination, { attachmentId }]): readonly Link[] => [
      ...(attachmentId ? [uses(attachmentId, `routes.${destination}.attachmentId`)] : []),
      ...(destination.startsWith('prefix-list:')
        ? [uses(destination as `prefix-list:${string}`, `routes.${destination}`)]
        : []),
    ]),
  ],
  without: (it, gone) => ({
    ...it,
    associations: it.associations.filter((id) => id !== gone),
    propagations: it.propagations.filter((id) => id !== gone),
    routes: withoutEntries(
      it.routes,
      ({ attachmentId }, destination) => attachmentId === gone || destination === gone,
    ),
  }),
  look,
  fields,
})
