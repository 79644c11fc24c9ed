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
import type { Resource } from '../resource'
import { defaultsFor, isOver } from '../transit-gateway/new-attachment'
import { attachmentStates } from '../transit-gateway-vpc-attachment/schema'
import { schema } from './schema'

/**
 * Why can these two transit gateways not be peered? (TGW-14, TGW-21)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html
 */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (from.kind !== 'transit-gateway' || to.kind !== 'transit-gateway')
    return { reason: 'A peering attachment joins two transit gateways.', drawable: false }
  if (from.id === to.id)
    return { reason: 'A transit gateway cannot be peered with itself.', drawable: false }
  const existing = design
    .all('transit-gateway-peering-attachment')
    .find(
      (it) =>
        !isOver(it.state) &&
        [it.requesterTransitGatewayId, it.accepterTransitGatewayId].includes(from.id) &&
        [it.requesterTransitGatewayId, it.accepterTransitGatewayId].includes(to.id),
    )
  return existing
    ? {
        reason: `${from.name} and ${to.name} are joined by ${existing.name} already; two transit gateways share one peering attachment.`,
        drawable: false,
      }
    : null
}

const draft: Draft<'transit-gateway-peering-attachment'> = ({ id, design, on }) => {
  const [from, to] = on
  if (from?.kind !== 'transit-gateway' || to?.kind !== 'transit-gateway')
    throw new Error('Bug: a peering attachment is drafted between two transit gateways')
  return [
    {
      id,
      kind: 'transit-gateway-peering-attachment',
      name: freeName(
        `${from.name} to ${to.name}`,
        design.all('transit-gateway-peering-attachment'),
      ),
      tags: {},
      requesterTransitGatewayId: from.id,
      accepterTransitGatewayId: to.id,
      state: 'pendingAcceptance',
    },
    ...defaultsFor(from, id, design),
    ...defaultsFor(to, id, design),
  ]
}

const look: Look<'transit-gateway-peering-attachment'> = {
  shape: 'link',
  size: null,
  icon: () => 'transit-gateway-attachment',
  tint: () => 'network',
  captions: (it, design) => {
    const [requester, accepter] = [it.requesterTransitGatewayId, it.accepterTransitGatewayId].map(
      (id) => design.get(id)?.name ?? id,
    )
    return [`${requester} (requester) to ${accepter} (accepter)`]
  },
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'requesterTransitGatewayId',
    label: 'Requester transit gateway',
    kind: 'transit-gateway',
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'accepterTransitGatewayId',
    label: 'Accepter transit gateway',
    kind: 'transit-gateway',
    readOnly: true,
  },
  { type: 'choice', key: 'state', label: 'State', options: attachmentStates },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

const peer: LinkWords = {
  menu: 'Peer with',
  title: (from) => `Peer ${from} with`,
  note: (from) => `${from} requests, the other transit gateway accepts.`,
}

export const transitGatewayPeeringAttachment = defineKind({
  kind: 'transit-gateway-peering-attachment',
  term: 'transit gateway peering attachment',
  plural: 'transit gateway peering attachments',
  about: 'Joins two transit gateways, in one Region or in two. Carries static routes only.',
  palette: 'Connections',
  icon: 'transit-gateway-attachment',
  schema,
  placement: {
    type: 'between',
    ends: [['transit-gateway'], ['transit-gateway']],
    words: [peer, peer],
    otherwise: 'A peering attachment joins two transit gateways. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.requesterTransitGatewayId, 'requesterTransitGatewayId'),
    joins(it.accepterTransitGatewayId, 'accepterTransitGatewayId'),
  ],
  without: (it) => it,
  look,
  fields,
})
