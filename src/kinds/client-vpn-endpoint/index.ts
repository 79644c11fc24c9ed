import { cidr } from '../../net/cidr'
import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { freeKey } from '../row-key'
import { keysOf, withoutEntries } from '../without'
import { schema } from './schema'

const draft: Draft<'client-vpn-endpoint'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: a Client VPN endpoint is drafted on a VPC')
  const [subnet] = design
    .all('subnet')
    .filter((it) => it.vpcId === vpc.id && it.cidrBlock && !design.isPublicSubnet(it.id))
  return [
    {
      id,
      kind: 'client-vpn-endpoint',
      name: freeName(`${vpc.name} Client VPN`, design.all('client-vpn-endpoint')),
      tags: {},
      vpcId: vpc.id,
      state: 'available',
      clientCidrBlock: cidr('172.27.0.0/22'),
      associations: subnet ? { [subnet.id]: { privateIpAddress: null } } : {},
      securityGroupIds: [],
      authorizationRules: { 'rule-1': { destinationCidr: vpc.cidrBlock } },
      routes: {},
      splitTunnel: false,
    },
  ]
}

const look: Look<'client-vpn-endpoint'> = {
  shape: 'edge',
  size: { width: 48, height: 48 },
  icon: () => 'client-vpn-endpoint',
  tint: () => 'network',
  captions: (it) => ['Client VPN endpoint', it.clientCidrBlock],
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['pending-associate', 'available', 'deleting', 'deleted'],
  },
  { type: 'cidr', key: 'clientCidrBlock', label: 'Client CIDR block', family: 'IPv4' },
  {
    type: 'table',
    key: 'associations',
    label: 'Target networks',
    row: 'association',
    nextKey: null,
    blank: { privateIpAddress: null },
    columns: [
      { key: '', label: 'Subnet', cell: { type: 'reference', kinds: ['subnet'] } },
      {
        key: 'privateIpAddress',
        label: 'Address',
        cell: { type: 'text', whenNull: 'Chosen by AWS', example: '10.0.0.10' },
      },
    ],
  },
  {
    type: 'references',
    key: 'securityGroupIds',
    label: 'Security groups',
    kind: 'security-group',
  },
  {
    type: 'table',
    key: 'authorizationRules',
    label: 'Authorization rules',
    row: 'rule',
    nextKey: (rows) => freeKey('rule', rows),
    blank: { destinationCidr: '0.0.0.0/0' },
    columns: [
      {
        key: 'destinationCidr',
        label: 'Destination',
        cell: { type: 'text', example: '10.0.0.0/16' },
      },
    ],
    empty: 'Clients reach nothing before a rule admits them.',
  },
  {
    type: 'table',
    key: 'routes',
    label: 'Routes',
    row: 'route',
    nextKey: (rows) => freeKey('route', rows),
    blank: { destinationCidr: '0.0.0.0/0' },
    columns: [
      {
        key: 'destinationCidr',
        label: 'Destination',
        cell: { type: 'text', example: '0.0.0.0/0' },
      },
      {
        key: 'targetSubnetId',
        label: 'Target subnet',
        cell: { type: 'reference', kinds: ['subnet'] },
      },
    ],
    empty: 'The route to the VPC itself comes with each association.',
  },
  { type: 'switch', key: 'splitTunnel', label: 'Split tunnel' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const clientVpnEndpoint = defineKind({
  kind: 'client-vpn-endpoint',
  term: 'Client VPN endpoint',
  plural: 'Client VPN endpoints',
  about: "Where people's own devices join a VPC.",
  palette: 'Gateways',
  icon: 'client-vpn-endpoint',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'A Client VPN endpoint is associated with subnets of a VPC. Drop it on one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...keysOf(it.associations).map((id) => uses(id, `associations.${id}`)),
    ...it.securityGroupIds.map((id) => uses(id, 'securityGroupIds')),
    ...Object.entries(it.routes).map(([key, route]) =>
      uses(route.targetSubnetId, `routes.${key}.targetSubnetId`),
    ),
  ],
  without: (it, gone) => ({
    ...it,
    associations: withoutEntries(it.associations, (_, id) => id === gone),
    securityGroupIds: it.securityGroupIds.filter((id) => id !== gone),
    routes: withoutEntries(it.routes, ({ targetSubnetId }) => targetSubnetId === gone),
  }),
  look,
  fields,
})
