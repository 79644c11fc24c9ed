import { defineKind, type Field, type Look, type Variant } from '../contract'
import type { Resource, ResourceOf } from '../resource'
import { draft, newNode } from './draft'
import { links, without } from './links'
import { schema } from './schema'

/** AWS's words for each type of load balancer. */
export const loadBalancerTerms: Readonly<Record<ResourceOf<'load-balancer'>['type'], string>> = {
  application: 'Application Load Balancer',
  network: 'Network Load Balancer',
  gateway: 'Gateway Load Balancer',
}

const variants: readonly Variant[] = [
  {
    key: 'application',
    term: loadBalancerTerms.application,
    about: 'Ends HTTP connections and forwards requests to targets of a target group.',
    icon: 'application-load-balancer',
  },
  {
    key: 'network',
    term: loadBalancerTerms.network,
    about: 'Forwards TCP and UDP flows to targets, by one node in each Availability Zone.',
    icon: 'network-load-balancer',
  },
  {
    key: 'gateway',
    term: loadBalancerTerms.gateway,
    about: 'Hands what comes to its endpoints to appliances that inspect it, and back.',
    icon: 'gateway-load-balancer',
  },
]

const look: Look<'load-balancer'> = {
  shape: 'card',
  // wide enough for AWS's names of its types
  size: { width: 216, height: 56 },
  icon: (it) => `${it.type}-load-balancer`,
  tint: () => 'network',
  captions: (it) => [
    loadBalancerTerms[it.type],
    `${it.scheme}, ${Object.keys(it.listeners)
      .map((port) => `:${port}`)
      .join(' ')}`,
  ],
  badge: (it) => (it.state === 'active' ? null : it.state),
}

const isNetwork = (it: Resource) => it.kind === 'load-balancer' && it.type === 'network'

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Load balancer name' },
  {
    type: 'choice',
    key: 'type',
    label: 'Type',
    options: ['application', 'network', 'gateway'],
    readOnly: true,
  },
  { type: 'choice', key: 'scheme', label: 'Scheme', options: ['internet-facing', 'internal'] },
  {
    type: 'choice',
    key: 'ipAddressType',
    label: 'IP address type',
    options: ['ipv4', 'dualstack'],
  },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['active', 'provisioning', 'active_impaired', 'failed'],
  },
  { type: 'listeners', key: 'listeners', label: 'Listeners' },
  {
    type: 'table',
    key: 'subnets',
    label: 'Nodes',
    hint: 'One subnet in each Availability Zone.',
    row: 'node',
    nextKey: null,
    blank: newNode,
    columns: [
      { key: '', label: 'Subnet', cell: { type: 'reference', kinds: ['subnet'] } },
      {
        key: 'privateIPv4Address',
        label: 'Addresses',
        cell: { type: 'text', whenNull: 'Private IPv4 by AWS', example: '10.0.0.10' },
        when: (_, it) => isNetwork(it),
      },
      {
        key: 'publicIp',
        label: 'public IPv4',
        under: true,
        cell: { type: 'text', whenNull: 'Public IPv4 by AWS', example: '203.0.113.10' },
        when: (_, it) => it.kind === 'load-balancer' && it.scheme === 'internet-facing',
      },
      {
        key: 'ipv6Address',
        label: 'IPv6',
        under: true,
        cell: { type: 'text', whenNull: 'IPv6 by AWS', example: '2001:db8::10' },
        when: (_, it) => it.kind === 'load-balancer' && it.ipAddressType === 'dualstack',
      },
    ],
  },
  {
    type: 'references',
    key: 'securityGroupIds',
    label: 'Security groups',
    kind: 'security-group',
    whenNull: 'Made without security groups',
    hint: 'A Network Load Balancer that was made without any can never have one.',
  },
  {
    type: 'switch',
    key: 'crossZone',
    label: 'Cross-zone load balancing',
    when: (it) => it.kind === 'load-balancer' && it.type !== 'application',
  },
  {
    type: 'switch',
    key: 'enforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
    label: 'Inbound rules for PrivateLink',
    hint: 'Do the rules of its security groups apply to clients of endpoints?',
    when: isNetwork,
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const loadBalancer = defineKind({
  kind: 'load-balancer',
  term: 'load balancer',
  plural: 'load balancers',
  about: 'Hands what comes in on its listeners to the healthy targets of a target group.',
  palette: 'Load balancing',
  icon: 'application-load-balancer',
  variants,
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet', 'vpc'],
    otherwise: 'A load balancer lies in subnets of a VPC. Drop it on one of them.',
    refuse: () => null,
  },
  draft,
  links,
  without,
  look,
  fields,
})
