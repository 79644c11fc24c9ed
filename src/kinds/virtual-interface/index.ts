import { defineKind, joins, type Draft, type Field, type Look, type Refusal } from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import { schema, virtualInterfaceStates } from './schema'

function refuse(premises: Resource, gateway: Resource): Refusal | null {
  const joinsTwo =
    premises.kind === 'on-premises-network' &&
    (gateway.kind === 'direct-connect-gateway' || gateway.kind === 'vpn-gateway')
  return joinsTwo
    ? null
    : {
        reason:
          'A virtual interface joins an on-premises network and a Direct Connect gateway or virtual private gateway.',
        drawable: false,
      }
}

const draft: Draft<'virtual-interface'> = ({ id, design, on }) => {
  const [premises, gateway] = on
  if (
    premises?.kind !== 'on-premises-network' ||
    (gateway?.kind !== 'direct-connect-gateway' && gateway?.kind !== 'vpn-gateway')
  )
    throw new Error('Bug: a virtual interface is drafted between a network and a gateway')
  const isTransit = design
    .all('direct-connect-gateway-association')
    .some(
      (it) =>
        it.directConnectGatewayId === gateway.id && it.gatewayId.startsWith('transit-gateway:'),
    )
  return [
    {
      id,
      kind: 'virtual-interface',
      name: freeName(`${premises.name} to ${gateway.name}`, design.all('virtual-interface')),
      tags: {},
      virtualInterfaceType: isTransit ? 'transit' : 'private',
      gatewayId: gateway.id,
      onPremisesNetworkId: premises.id,
      virtualInterfaceState: 'available',
      bgpStatus: 'up',
    },
  ]
}

const look: Look<'virtual-interface'> = {
  shape: 'link',
  size: null,
  icon: () => 'virtual-interface',
  tint: () => 'network',
  captions: (it) => [`${it.virtualInterfaceType} virtual interface`],
  badge: (it) =>
    it.virtualInterfaceState !== 'available'
      ? it.virtualInterfaceState
      : it.bgpStatus === 'up'
        ? null
        : 'BGP down',
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'virtualInterfaceType',
    label: 'Type',
    options: ['private', 'transit'],
    hint: 'A private one leads to virtual private gateways, a transit one to transit gateways.',
  },
  {
    type: 'reference',
    key: 'onPremisesNetworkId',
    label: 'On-premises network',
    kind: 'on-premises-network',
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'gatewayId',
    label: 'Gateway',
    kind: ['direct-connect-gateway', 'vpn-gateway'],
    readOnly: true,
  },
  {
    type: 'choice',
    key: 'virtualInterfaceState',
    label: 'State',
    options: [...virtualInterfaceStates],
  },
  { type: 'choice', key: 'bgpStatus', label: 'BGP status', options: ['up', 'down'] },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const virtualInterface = defineKind({
  kind: 'virtual-interface',
  term: 'virtual interface',
  plural: 'virtual interfaces',
  about: 'A way over AWS Direct Connect from a network of your own, by BGP.',
  palette: 'Connections',
  icon: 'virtual-interface',
  schema,
  placement: {
    type: 'between',
    ends: [['on-premises-network'], ['direct-connect-gateway', 'vpn-gateway']],
    words: [
      {
        menu: 'Connect by Direct Connect',
        title: (from) => `Connect ${from} by Direct Connect to`,
        note: () => 'Makes a virtual interface.',
      },
      {
        menu: 'Connect to an on-premises network',
        title: (from) => `Connect ${from} by Direct Connect to`,
        note: () => 'Makes a virtual interface.',
      },
    ],
    otherwise:
      'A virtual interface joins an on-premises network and a Direct Connect gateway or virtual private gateway. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.onPremisesNetworkId, 'onPremisesNetworkId'),
    joins(it.gatewayId, 'gatewayId'),
  ],
  without: (it) => it,
  look,
  fields,
})
