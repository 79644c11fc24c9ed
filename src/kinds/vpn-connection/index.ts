import { defineKind, joins, type Draft, type Field, type Look, type Refusal } from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import { defaultsFor } from '../transit-gateway/new-attachment'
import { isUp } from './learned'
import { schema } from './schema'

function refuse(gateway: Resource, customer: Resource): Refusal | null {
  const joinsTwo =
    (gateway.kind === 'vpn-gateway' || gateway.kind === 'transit-gateway') &&
    customer.kind === 'customer-gateway'
  return joinsTwo
    ? null
    : {
        reason:
          'A Site-to-Site VPN connection joins a virtual private gateway or a transit gateway and a customer gateway.',
        drawable: false,
      }
}

const draft: Draft<'vpn-connection'> = ({ id, design, on }) => {
  const [gateway, customer] = on
  const isEnd = gateway?.kind === 'vpn-gateway' || gateway?.kind === 'transit-gateway'
  if (!isEnd || customer?.kind !== 'customer-gateway')
    throw new Error('Bug: a VPN connection is drafted between a gateway and a customer gateway')
  return [
    {
      id,
      kind: 'vpn-connection',
      name: freeName(`${gateway.name} to ${customer.name}`, design.all('vpn-connection')),
      tags: {},
      gatewayId: gateway.id,
      customerGatewayId: customer.id,
      state: 'available',
      staticRoutesOnly: false,
      routes: [],
      tunnel1Status: 'UP',
      tunnel2Status: 'UP',
    },
    ...(gateway.kind === 'transit-gateway' ? defaultsFor(gateway, id, design) : []),
  ]
}

const look: Look<'vpn-connection'> = {
  shape: 'link',
  size: null,
  icon: () => 'vpn-connection',
  tint: () => 'network',
  captions: (it) => [it.staticRoutesOnly ? 'static routes' : 'BGP'],
  badge: (it) => (it.state === 'available' ? (isUp(it) ? null : 'DOWN') : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'gatewayId',
    label: 'Gateway',
    kind: ['vpn-gateway', 'transit-gateway'],
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'customerGatewayId',
    label: 'Customer gateway',
    kind: 'customer-gateway',
    readOnly: true,
  },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['pending', 'available', 'deleting', 'deleted'],
  },
  { type: 'choice', key: 'tunnel1Status', label: 'Tunnel 1', options: ['UP', 'DOWN'] },
  { type: 'choice', key: 'tunnel2Status', label: 'Tunnel 2', options: ['UP', 'DOWN'] },
  {
    type: 'switch',
    key: 'staticRoutesOnly',
    label: 'Static routes',
    hint: 'In place of BGP, by which both sides tell each other what they hold.',
  },
  {
    type: 'cidr-list',
    key: 'routes',
    label: 'Static route destinations',
    family: 'IPv4',
    when: (it) => it.kind === 'vpn-connection' && it.staticRoutesOnly,
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const vpnConnection = defineKind({
  kind: 'vpn-connection',
  term: 'Site-to-Site VPN connection',
  plural: 'Site-to-Site VPN connections',
  about: 'Two encrypted tunnels between AWS and a customer gateway.',
  palette: 'Connections',
  icon: 'vpn-connection',
  schema,
  placement: {
    type: 'between',
    ends: [['vpn-gateway', 'transit-gateway'], ['customer-gateway']],
    words: [
      {
        menu: 'Connect to a customer gateway',
        title: (from) => `Connect ${from} to`,
        note: () => 'Makes a Site-to-Site VPN connection to it.',
      },
      {
        menu: 'Connect to AWS by VPN',
        title: (from) => `Connect ${from} to`,
        note: (from) => `Makes a Site-to-Site VPN connection from ${from}.`,
      },
    ],
    otherwise:
      'A Site-to-Site VPN connection joins a virtual private gateway or a transit gateway and a customer gateway. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.gatewayId, 'gatewayId'),
    joins(it.customerGatewayId, 'customerGatewayId'),
  ],
  without: (it) => it,
  look,
  fields,
})
