import { defineKind, inside, uses, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'vpc-endpoint-service'> = ({ id, design, on }) => {
  const place = on[0]
  if (place?.kind !== 'vpc' && place?.kind !== 'load-balancer')
    throw new Error('Bug: an endpoint service is drafted on a VPC or a load balancer')
  const vpcId = place.kind === 'vpc' ? place.id : place.vpcId
  const usable = design
    .all('load-balancer')
    .filter((it) => it.vpcId === vpcId && it.type !== 'application')
  const chosen = usable.find((it) => it.id === place.id) ?? usable[0]
  return [
    {
      id,
      kind: 'vpc-endpoint-service',
      name: freeName('endpoint-service', design.all('vpc-endpoint-service')),
      tags: {},
      vpcId,
      type: chosen?.type === 'gateway' ? 'GatewayLoadBalancer' : 'Interface',
      loadBalancerIds: chosen ? [chosen.id] : [],
      state: 'Available',
      acceptanceRequired: true,
      allowedPrincipals: [],
    },
  ]
}

const look: Look<'vpc-endpoint-service'> = {
  shape: 'card',
  size: { width: 216, height: 56 },
  icon: () => 'vpc-endpoint-service',
  tint: () => 'network',
  captions: (it, design) => [
    'endpoint service',
    it.loadBalancerIds.flatMap((each) => design.get(each)?.name ?? []).join(', ') ||
      'no load balancer',
  ],
  badge: (it) => (it.state === 'Available' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'type',
    label: 'Type',
    options: ['Interface', 'GatewayLoadBalancer'],
    hint: 'Behind Network Load Balancers, or behind Gateway Load Balancers.',
  },
  {
    type: 'references',
    key: 'loadBalancerIds',
    label: 'Load balancers',
    kind: 'load-balancer',
    hint: 'The service exists in the Availability Zones of its load balancers.',
  },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['Pending', 'Available', 'Deleting', 'Deleted', 'Failed'],
  },
  {
    type: 'switch',
    key: 'acceptanceRequired',
    label: 'Acceptance required',
    hint: 'A new endpoint waits until somebody accepts it.',
  },
  {
    type: 'list',
    key: 'allowedPrincipals',
    row: 'principal',
    label: 'Allowed principals',
    example: '111122223333',
    hint: 'The accounts that may make an endpoint; * means every one.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const vpcEndpointService = defineKind({
  kind: 'vpc-endpoint-service',
  term: 'endpoint service',
  plural: 'endpoint services',
  about: 'Offers what is behind a load balancer to endpoints in other VPCs and accounts.',
  palette: 'Connections',
  icon: 'vpc-endpoint-service',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc', 'load-balancer'],
    otherwise:
      'An endpoint service stands before a load balancer. Drop it on one, or on the VPC of one.',
    refuse: (place) =>
      place.kind === 'load-balancer' && place.type === 'application'
        ? 'An endpoint service takes a Network Load Balancer or a Gateway Load Balancer.'
        : null,
  },
  draft,
  links: (it) => [
    inside(it.vpcId, 'vpcId'),
    ...it.loadBalancerIds.map((id) => uses(id, 'loadBalancerIds')),
  ],
  without: (it, gone) => ({
    ...it,
    loadBalancerIds: it.loadBalancerIds.filter((id) => id !== gone),
  }),
  look,
  fields,
})
