import { defineKind, inside, joins, uses, type Field, type Look, type Variant } from '../contract'
import type { Resource, ResourceOf } from '../resource'
import { keysOf, withoutEntries } from '../without'
import { draft, newInterface } from './draft'
import { endpointStates, endpointTypes, schema } from './schema'

type Type = ResourceOf<'vpc-endpoint'>['vpcEndpointType']

/** AWS's words for each type of endpoint. */
export const endpointTerms: Readonly<Record<Type, string>> = {
  Gateway: 'gateway endpoint',
  Interface: 'interface endpoint',
  GatewayLoadBalancer: 'Gateway Load Balancer endpoint',
}

const icons = {
  Gateway: 'gateway-endpoint',
  Interface: 'interface-endpoint',
  GatewayLoadBalancer: 'gateway-load-balancer-endpoint',
} as const

const about: Readonly<Record<Type, string>> = {
  Gateway: 'Leads to S3 or DynamoDB of the same Region by routes to their prefix list.',
  Interface: 'Leads to a service by network interfaces of its own, over AWS PrivateLink.',
  GatewayLoadBalancer: 'A route target that takes traffic to appliances for inspection.',
}

const variants: readonly Variant[] = endpointTypes.map((key) => ({
  key,
  term: endpointTerms[key],
  about: about[key],
  icon: icons[key],
}))

/** Is it an endpoint of AWS Network Firewall? */
const isOfFirewall = ({ serviceId }: ResourceOf<'vpc-endpoint'>) =>
  serviceId?.startsWith('network-firewall:') ?? false

const look: Look<'vpc-endpoint'> = {
  shape: 'card',
  // wide enough for AWS's names of its types
  size: { width: 232, height: 56 },
  icon: (it) => (isOfFirewall(it) ? 'firewall-endpoint' : icons[it.vpcEndpointType]),
  tint: () => 'network',
  captions: (it, design) => [
    isOfFirewall(it) ? 'firewall endpoint' : endpointTerms[it.vpcEndpointType],
    (it.serviceId && design.get(it.serviceId)?.name) ?? 'no service',
  ],
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const isOf =
  (...types: readonly Type[]) =>
  (it: Resource) =>
    it.kind === 'vpc-endpoint' && types.includes(it.vpcEndpointType)

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'vpcEndpointType',
    label: 'Type',
    options: endpointTypes,
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'serviceId',
    label: 'Service',
    kind: ['aws-service', 'vpc-endpoint-service', 'network-firewall'],
    whenNull: 'None chosen',
  },
  { type: 'choice', key: 'state', label: 'State', options: endpointStates },
  {
    type: 'references',
    key: 'routeTableIds',
    label: 'Route tables',
    kind: 'route-table',
    hint: 'AWS adds a route to the service to each of them.',
    when: isOf('Gateway'),
  },
  {
    type: 'table',
    key: 'subnets',
    label: 'Subnets',
    hint: 'One network interface in each, in different Availability Zones.',
    row: 'subnet',
    nextKey: null,
    blank: newInterface,
    columns: [
      { key: '', label: 'Subnet', cell: { type: 'reference', kinds: ['subnet'] } },
      {
        key: 'privateIp',
        label: 'Private IPv4',
        cell: { type: 'text', whenNull: 'Chosen by AWS', example: '10.0.0.10' },
      },
    ],
    when: isOf('Interface', 'GatewayLoadBalancer'),
  },
  {
    type: 'references',
    key: 'securityGroupIds',
    label: 'Security groups',
    kind: 'security-group',
    when: isOf('Interface'),
  },
  {
    type: 'switch',
    key: 'privateDnsEnabled',
    label: 'Private DNS names',
    hint: 'The name of the service means the endpoint, everywhere in the VPC.',
    when: isOf('Interface'),
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const vpcEndpoint = defineKind({
  kind: 'vpc-endpoint',
  term: 'VPC endpoint',
  plural: 'VPC endpoints',
  about: 'Leads to a service without the internet.',
  palette: 'Connections',
  icon: 'interface-endpoint',
  variants,
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet', 'vpc'],
    otherwise: 'A VPC endpoint belongs to a VPC. Drop it on one, or on one of its subnets.',
    refuse: () => null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    // the endpoints of a firewall are its own and go with it
    ...(it.serviceId ? [(isOfFirewall(it) ? joins : uses)(it.serviceId, 'serviceId')] : []),
    ...it.routeTableIds.map((id) => uses(id, 'routeTableIds')),
    ...keysOf(it.subnets).map((id) => uses(id, `subnets.${id}`)),
    ...it.securityGroupIds.map((id) => uses(id, 'securityGroupIds')),
  ],
  without: (it, gone) => ({
    ...it,
    serviceId: it.serviceId === gone ? null : it.serviceId,
    routeTableIds: it.routeTableIds.filter((id) => id !== gone),
    subnets: withoutEntries(it.subnets, (_, id) => id === gone),
    securityGroupIds: it.securityGroupIds.filter((id) => id !== gone),
  }),
  look,
  fields,
})
