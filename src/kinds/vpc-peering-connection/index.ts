import { firstOverlap } from '../../net/cidr'
import {
  defineKind,
  joins,
  type Design,
  type Draft,
  type Field,
  type LinkWords,
  type Look,
  type Refusal,
} from '../contract'
import { freeName } from '../names'
import type { Resource, ResourceOf } from '../resource'
import { peeringStatuses, schema } from './schema'

/** Statuses in which a connection is over, so that a new one may be made between the two VPCs. */
export const over: readonly ResourceOf<'vpc-peering-connection'>['status'][] = [
  'rejected',
  'expired',
  'failed',
  'deleting',
  'deleted',
]

/**
 * Why can these two not be peered? Overlap of any block refuses, unused secondary blocks included;
 * such a link may still be drawn, as `failed`, to show it in a review. (PEER-1, PEER-4)
 * @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html
 */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (from.kind !== 'vpc' || to.kind !== 'vpc')
    return { reason: 'A VPC peering connection joins two VPCs.', drawable: false }
  if (from.id === to.id) return { reason: 'A VPC cannot be peered with itself.', drawable: false }
  const existing = design
    .all('vpc-peering-connection')
    .find(
      (it) =>
        !over.includes(it.status) &&
        [it.requesterVpcId, it.accepterVpcId].includes(from.id) &&
        [it.requesterVpcId, it.accepterVpcId].includes(to.id),
    )
  if (existing)
    return {
      reason: `${from.name} and ${to.name} are joined by ${existing.name} already; two VPCs share at most one peering connection.`,
      drawable: false,
    }
  const collision = firstOverlap(
    [from.cidrBlock, ...from.secondaryCidrBlocks, ...from.ipv6CidrBlocks],
    [to.cidrBlock, ...to.secondaryCidrBlocks, ...to.ipv6CidrBlocks],
  )
  if (collision)
    return {
      reason: `${from.name} (${collision[0]}) and ${to.name} (${collision[1]}) overlap; AWS refuses to peer VPCs with overlapping CIDR blocks.`,
      collision,
      drawable: true,
    }
  return null
}

const draft: Draft<'vpc-peering-connection'> = ({ id, design, on }) => {
  const [from, to] = on
  if (from?.kind !== 'vpc' || to?.kind !== 'vpc')
    throw new Error('Bug: a VPC peering connection is drafted between two VPCs')
  return [
    {
      id,
      kind: 'vpc-peering-connection',
      name: freeName(`${from.name} to ${to.name}`, design.all('vpc-peering-connection')),
      tags: {},
      requesterVpcId: from.id,
      accepterVpcId: to.id,
      status: refuse(from, to, design) ? 'failed' : 'pending-acceptance',
      requesterPeeringOptions: { allowDnsResolutionFromRemoteVpc: false },
      accepterPeeringOptions: { allowDnsResolutionFromRemoteVpc: false },
    },
  ]
}

const look: Look<'vpc-peering-connection'> = {
  shape: 'link',
  size: null,
  icon: () => 'vpc-peering-connection',
  tint: () => 'network',
  captions: (it, design) => {
    const [requester, accepter] = [design.get(it.requesterVpcId), design.get(it.accepterVpcId)]
    return [
      `${requester?.name ?? it.requesterVpcId} (requester) to ${accepter?.name ?? it.accepterVpcId} (accepter)`,
    ]
  },
  badge: (it) => (it.status === 'active' ? null : it.status),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'requesterVpcId',
    label: 'Requester VPC',
    kind: 'vpc',
    readOnly: true,
  },
  { type: 'reference', key: 'accepterVpcId', label: 'Accepter VPC', kind: 'vpc', readOnly: true },
  { type: 'choice', key: 'status', label: 'Status', options: peeringStatuses },
  {
    type: 'peering-options',
    key: 'requesterPeeringOptions',
    label: 'Requester DNS resolution',
    side: 'requester',
  },
  {
    type: 'peering-options',
    key: 'accepterPeeringOptions',
    label: 'Accepter DNS resolution',
    side: 'accepter',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

const peer: LinkWords = {
  menu: 'Peer with',
  title: (from) => `Peer ${from} with`,
  note: (from) => `${from} requests, the other VPC accepts.`,
}

export const vpcPeeringConnection = defineKind({
  kind: 'vpc-peering-connection',
  term: 'VPC peering connection',
  plural: 'VPC peering connections',
  about: 'Joins two VPCs, in any account or Region. Not transitive; no overlapping blocks.',
  palette: 'Connections',
  icon: 'vpc-peering-connection',
  schema,
  placement: {
    type: 'between',
    ends: [['vpc'], ['vpc']],
    words: [peer, peer],
    otherwise: 'A VPC peering connection joins two VPCs. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.requesterVpcId, 'requesterVpcId'),
    joins(it.accepterVpcId, 'accepterVpcId'),
  ],
  without: (it) => it,
  look,
  fields,
})
