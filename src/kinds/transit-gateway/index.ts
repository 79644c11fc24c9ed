import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'transit-gateway'> = ({ id, design, newId, defaults }) => {
  const last = design.all('vpc').at(-1)
  const name = freeName('TGW', design.all('transit-gateway'))
  return [
    {
      id,
      kind: 'transit-gateway',
      name,
      tags: {},
      ownerId: last?.ownerId ?? defaults.ownerId,
      region: last?.region ?? defaults.region,
      amazonSideAsn: 64512,
      defaultRouteTableAssociation: true,
      defaultRouteTablePropagation: true,
      autoAcceptSharedAttachments: false,
      dnsSupport: true,
      vpnEcmpSupport: true,
      securityGroupReferencingSupport: false,
      sharedWith: [],
    },
    {
      // with both defaults on, AWS makes the table that they speak of (TGW-8)
      id: newId('transit-gateway-route-table'),
      kind: 'transit-gateway-route-table',
      name: freeName(`${name} default`, design.all('transit-gateway-route-table')),
      tags: {},
      transitGatewayId: id,
      defaultAssociationRouteTable: true,
      defaultPropagationRouteTable: true,
      associations: [],
      propagations: [],
      routes: {},
    },
  ]
}

const look: Look<'transit-gateway'> = {
  shape: 'container',
  size: { width: 248, height: 120 },
  icon: () => 'transit-gateway',
  tint: () => 'network',
  captions: (it, design) => [
    it.region,
    design.accounts.find((account) => account.id === it.ownerId)?.name ?? it.ownerId,
  ],
  badge: (it) => (it.sharedWith.length > 0 ? 'shared' : null),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'number', key: 'amazonSideAsn', label: 'Amazon side ASN' },
  {
    type: 'switch',
    key: 'defaultRouteTableAssociation',
    label: 'Default route table association',
    hint: 'New attachments are associated with the default route table.',
  },
  {
    type: 'switch',
    key: 'defaultRouteTablePropagation',
    label: 'Default route table propagation',
    hint: 'New attachments propagate to the default route table.',
  },
  {
    type: 'list',
    key: 'sharedWith',
    row: 'account',
    label: 'Shared with accounts',
    example: '222222222222',
    hint: 'By AWS Resource Access Manager. Their VPCs can be attached.',
  },
  {
    type: 'switch',
    key: 'autoAcceptSharedAttachments',
    label: 'Auto-accept shared attachments',
  },
  { type: 'switch', key: 'dnsSupport', label: 'DNS support' },
  {
    type: 'switch',
    key: 'securityGroupReferencingSupport',
    label: 'Security group referencing',
    hint: 'Counts where the attachments of both VPCs have it on as well.',
  },
  { type: 'switch', key: 'vpnEcmpSupport', label: 'VPN ECMP support' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const transitGateway = defineKind({
  kind: 'transit-gateway',
  term: 'transit gateway',
  plural: 'transit gateways',
  about: 'A router of one Region that many VPCs are attached to.',
  palette: 'Connections',
  icon: 'transit-gateway',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
