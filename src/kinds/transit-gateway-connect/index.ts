import { cidr } from '../../net/cidr'
import {
  defineKind,
  joins,
  type Design,
  type Draft,
  type Field,
  type Look,
  type Refusal,
} from '../contract'
import { freeName } from '../names'
import type { Resource, ResourceOf } from '../resource'
import { freeKey } from '../row-key'
import { defaultsFor, isOver } from '../transit-gateway/new-attachment'
import { interfacesFor, isAssociated } from '../virtual-interface/direct'
import { faultOf } from './learned'
import { connectStates, schema } from './schema'

type Transport = ResourceOf<'transit-gateway-vpc-attachment' | 'direct-connect-gateway-association'>

/** The attachment that tunnels from this transit gateway to this appliance are carried by. */
function transportTo(from: Resource, to: Resource, design: Design): Transport | undefined {
  if (from.kind !== 'transit-gateway') return undefined
  if (to.kind === 'workload') {
    const vpcIds = new Set(
      Object.keys(to.interfaces).map((id) => design.get(id as `subnet:${string}`)?.vpcId),
    )
    return design
      .all('transit-gateway-vpc-attachment')
      .find((it) => it.transitGatewayId === from.id && vpcIds.has(it.vpcId) && !isOver(it.state))
  }
  return design
    .all('direct-connect-gateway-association')
    .filter((it) => it.gatewayId === from.id && isAssociated(it))
    .find((it) =>
      interfacesFor(it.directConnectGatewayId, from.id, design).some(
        (face) => face.onPremisesNetworkId === to.id,
      ),
    )
}

/** @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (
    from.kind !== 'transit-gateway' ||
    (to.kind !== 'workload' && to.kind !== 'on-premises-network')
  )
    return {
      reason: 'A Connect attachment joins a transit gateway and an appliance.',
      drawable: false,
    }
  if (transportTo(from, to, design)) return null
  return {
    reason:
      to.kind === 'workload'
        ? `The VPC of ${to.name} is not attached to ${from.name}; that attachment carries the tunnels. Attach it first.`
        : `No Direct Connect gateway joins ${to.name} and ${from.name} by a transit virtual interface; that carries the tunnels. Draw it first.`,
    drawable: false,
  }
}

const draft: Draft<'transit-gateway-connect'> = ({ id, design, on }) => {
  const [from, to] = on
  const transport = from && to && transportTo(from, to, design)
  const isFar = to?.kind === 'workload' || to?.kind === 'on-premises-network'
  if (from?.kind !== 'transit-gateway' || !isFar || !transport)
    throw new Error('Bug: a Connect attachment is drafted over a transport attachment')
  const [face] = to.kind === 'workload' ? Object.values(to.interfaces) : []
  return [
    {
      id,
      kind: 'transit-gateway-connect',
      name: freeName(`${to.name} Connect`, design.all('transit-gateway-connect')),
      tags: {},
      transitGatewayId: from.id,
      applianceId: to.id,
      transportAttachmentId: transport.id,
      state: 'available',
      peers: {
        'peer-1': {
          peerAddress: face?.privateIpAddress ?? null,
          insideCidrBlock: cidr('169.254.100.0/29'),
          peerAsn: 65000,
          bgpStatus: 'up',
        },
      },
      prefixes: to.kind === 'on-premises-network' ? to.prefixes : [],
    },
    ...defaultsFor(from, id, design),
  ]
}

const look: Look<'transit-gateway-connect'> = {
  shape: 'link',
  size: null,
  icon: () => 'transit-gateway-attachment',
  tint: () => 'network',
  captions: () => ['Connect attachment', 'GRE and BGP'],
  badge: (it, design) =>
    it.state === 'available' ? (faultOf(it, design) ? 'DOWN' : null) : it.state,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'transitGatewayId',
    label: 'Transit gateway',
    kind: 'transit-gateway',
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'applianceId',
    label: 'Appliance',
    kind: ['workload', 'on-premises-network'],
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'transportAttachmentId',
    label: 'Transport attachment',
    kind: ['transit-gateway-vpc-attachment', 'direct-connect-gateway-association'],
  },
  { type: 'choice', key: 'state', label: 'State', options: connectStates },
  {
    type: 'table',
    key: 'peers',
    label: 'Connect peers',
    row: 'Connect peer',
    nextKey: (rows) => freeKey('peer', rows),
    blank: {
      peerAddress: null,
      insideCidrBlock: '169.254.101.0/29',
      peerAsn: 65000,
      bgpStatus: 'up',
    },
    columns: [
      {
        key: 'peerAddress',
        label: 'Peer address',
        cell: { type: 'text', whenNull: 'Not known yet', example: '10.0.0.10' },
      },
      {
        key: 'insideCidrBlock',
        label: 'Inside CIDR block',
        cell: { type: 'text', example: '169.254.100.0/29' },
      },
      { key: 'peerAsn', label: 'Peer ASN', width: 62, cell: { type: 'number' } },
      {
        key: 'bgpStatus',
        label: 'BGP',
        width: 72,
        cell: { type: 'choice', options: ['up', 'down'] },
      },
    ],
    empty: 'No tunnel leads to the appliance.',
  },
  {
    type: 'cidr-list',
    key: 'prefixes',
    label: 'Learned by BGP',
    family: 'IPv4',
    hint: 'What the appliance announces; a Connect attachment takes no static routes.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const transitGatewayConnect = defineKind({
  kind: 'transit-gateway-connect',
  term: 'transit gateway Connect attachment',
  plural: 'transit gateway Connect attachments',
  about: 'Tunnels with BGP between a transit gateway and an appliance, over another attachment.',
  palette: 'Connections',
  icon: 'transit-gateway-attachment',
  schema,
  placement: {
    type: 'between',
    ends: [['transit-gateway'], ['workload', 'on-premises-network']],
    words: [
      {
        menu: 'Connect to an appliance',
        title: (from) => `Connect ${from} to`,
        note: () => 'By GRE and BGP, over an attachment that is there.',
      },
      {
        menu: 'Connect to a transit gateway',
        title: (from) => `Connect ${from} to`,
        note: () => 'By GRE and BGP, over an attachment that is there.',
      },
    ],
    otherwise:
      'A Connect attachment joins a transit gateway and an appliance. Draw it from one to the other.',
    isEnd: (it) => it.kind !== 'workload' || it.workloadType === 'appliance',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.transitGatewayId, 'transitGatewayId'),
    joins(it.applianceId, 'applianceId'),
    joins(it.transportAttachmentId, 'transportAttachmentId'),
  ],
  without: (it) => it,
  look,
  fields,
})
