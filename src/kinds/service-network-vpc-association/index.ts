import {
  defineKind,
  joins,
  uses,
  type Design,
  type Draft,
  type Field,
  type Look,
  type Refusal,
} from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import { associationStatuses, schema } from './schema'

/**
 * Why can this VPC not be associated with this service network? A VPC has one association.
 * @source https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-network-associations.html
 */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (from.kind !== 'vpc' || to.kind !== 'service-network')
    return { reason: 'A VPC is associated with a service network.', drawable: false }
  if (from.region !== to.region)
    return {
      reason: `${to.name} is in ${to.region}, ${from.name} in ${from.region}; a service network takes VPCs of its own Region.`,
      drawable: false,
    }
  const existing = design.all('service-network-vpc-association').find((it) => it.vpcId === from.id)
  return existing
    ? {
        reason: `${from.name} is associated by ${existing.name} already; a VPC takes one service network this way.`,
        drawable: false,
      }
    : null
}

const draft: Draft<'service-network-vpc-association'> = ({ id, design, on }) => {
  const [from, to] = on
  if (from?.kind !== 'vpc' || to?.kind !== 'service-network')
    throw new Error('Bug: an association joins a VPC and a service network')
  return [
    {
      id,
      kind: 'service-network-vpc-association',
      name: freeName(`${from.name} to ${to.name}`, design.all('service-network-vpc-association')),
      tags: {},
      vpcId: from.id,
      serviceNetworkId: to.id,
      status: 'ACTIVE',
      securityGroupIds: [],
    },
  ]
}

const look: Look<'service-network-vpc-association'> = {
  shape: 'link',
  size: null,
  icon: () => 'service-network',
  tint: () => 'network',
  captions: (it, design) => [
    `${design.get(it.vpcId)?.name ?? it.vpcId} to ${design.get(it.serviceNetworkId)?.name ?? it.serviceNetworkId}`,
  ],
  badge: (it) => (it.status === 'ACTIVE' ? null : it.status),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'reference', key: 'vpcId', label: 'VPC', kind: 'vpc', readOnly: true },
  {
    type: 'reference',
    key: 'serviceNetworkId',
    label: 'Service network',
    kind: 'service-network',
    readOnly: true,
  },
  { type: 'choice', key: 'status', label: 'Status', options: associationStatuses },
  {
    type: 'references',
    key: 'securityGroupIds',
    label: 'Security groups',
    kind: 'security-group',
    hint: 'Which clients of the VPC may use it; without any, all of them.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const serviceNetworkVpcAssociation = defineKind({
  kind: 'service-network-vpc-association',
  term: 'service network VPC association',
  plural: 'service network VPC associations',
  about: 'Lets clients of a VPC use the services of a VPC Lattice service network.',
  palette: 'Connections',
  icon: 'service-network',
  schema,
  placement: {
    type: 'between',
    ends: [['vpc'], ['service-network']],
    words: [
      {
        menu: 'Associate with a service network',
        title: (from) => `Associate ${from} with`,
        note: () => 'Its clients reach the services of the network.',
      },
      {
        menu: 'Associate a VPC',
        title: (from) => `Associate with ${from}`,
        note: () => 'Its clients reach the services of the network.',
      },
    ],
    otherwise: 'An association joins a VPC and a service network. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.vpcId, 'vpcId'),
    joins(it.serviceNetworkId, 'serviceNetworkId'),
    ...it.securityGroupIds.map((id) => uses(id, 'securityGroupIds')),
  ],
  without: (it, gone) => ({
    ...it,
    securityGroupIds: it.securityGroupIds.filter((id) => id !== gone),
  }),
  look,
  fields,
})
