import { defineKind, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'customer-gateway'> = ({ id, design, defaults }) => {
  const premises = design.all('on-premises-network')
  const vpc = design.all('vpc').at(-1)
  return [
    {
      id,
      kind: 'customer-gateway',
      name: freeName('Customer gateway', design.all('customer-gateway')),
      tags: {},
      ownerId: vpc?.ownerId ?? defaults.ownerId,
      region: vpc?.region ?? defaults.region,
      ipAddress: null,
      bgpAsn: 65000,
      onPremisesNetworkId: premises.at(-1)?.id ?? null,
    },
  ]
}

const look: Look<'customer-gateway'> = {
  shape: 'place',
  size: { width: 200, height: 56 },
  icon: () => 'customer-gateway',
  tint: () => 'neutral',
  captions: (it, design) => [
    ...(it.ipAddress ? [it.ipAddress] : []),
    it.onPremisesNetworkId
      ? (design.get(it.onPremisesNetworkId)?.name ?? 'customer gateway')
      : 'customer gateway',
  ],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'onPremisesNetworkId',
    label: 'On-premises network',
    kind: 'on-premises-network',
    whenNull: 'Not drawn',
    hint: 'The network that the device belongs to.',
  },
  { type: 'ip', key: 'ipAddress', label: 'IP address', whenNull: 'Unknown' },
  { type: 'number', key: 'bgpAsn', label: 'BGP ASN' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const customerGateway = defineKind({
  kind: 'customer-gateway',
  term: 'customer gateway',
  plural: 'customer gateways',
  about: 'The device on your side of a Site-to-Site VPN connection, as AWS knows it.',
  palette: 'Outside',
  icon: 'customer-gateway',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: (it) =>
    it.onPremisesNetworkId ? [uses(it.onPremisesNetworkId, 'onPremisesNetworkId')] : [],
  without: (it, gone) =>
    it.onPremisesNetworkId === gone ? { ...it, onPremisesNetworkId: null } : it,
  look,
  fields,
})
