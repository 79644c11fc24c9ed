import { defineKind, joins, type Draft, type Field, type Look, type Refusal } from '../contract'
import { freeName } from '../names'
import type { Resource } from '../resource'
import type { Design } from '../contract'
import { defaultsFor } from '../transit-gateway/new-attachment'
import { schema } from './schema'

/** A Direct Connect gateway takes gateways of one kind. (VPN-10) */
function refuse(from: Resource, to: Resource, design: Design): Refusal | null {
  if (from.kind !== 'direct-connect-gateway' || !isGateway(to))
    return {
      reason: 'An association joins a Direct Connect gateway and a gateway in a Region.',
      drawable: false,
    }
  const others = design
    .all('direct-connect-gateway-association')
    .filter((it) => it.directConnectGatewayId === from.id && it.state !== 'disassociated')
  if (others.some((it) => it.gatewayId === to.id))
    return { reason: `${from.name} and ${to.name} are associated already.`, drawable: false }
  const isMixed = others.some((it) => !it.gatewayId.startsWith(`${to.kind}:`))
  return isMixed
    ? {
        reason: `${from.name} is associated with gateways of the other kind: virtual private gateways or transit gateways, not both.`,
        drawable: false,
      }
    : null
}

const isGateway = (it: Resource | undefined) =>
  it?.kind === 'vpn-gateway' || it?.kind === 'transit-gateway'

const draft: Draft<'direct-connect-gateway-association'> = ({ id, design, on }) => {
  const [from, to] = on
  if (
    from?.kind !== 'direct-connect-gateway' ||
    (to?.kind !== 'vpn-gateway' && to?.kind !== 'transit-gateway')
  )
    throw new Error('Bug: an association is drafted between a Direct Connect gateway and a gateway')
  return [
    {
      id,
      kind: 'direct-connect-gateway-association',
      name: freeName(
        `${from.name} to ${to.name}`,
        design.all('direct-connect-gateway-association'),
      ),
      tags: {},
      directConnectGatewayId: from.id,
      gatewayId: to.id,
      state: 'associated',
      allowedPrefixes:
        to.kind === 'transit-gateway'
          ? design
              .all('transit-gateway-vpc-attachment')
              .filter((it) => it.transitGatewayId === to.id)
              .flatMap((it) => design.get(it.vpcId)?.cidrBlock ?? [])
          : [],
    },
    ...(to.kind === 'transit-gateway' ? defaultsFor(to, id, design) : []),
  ]
}

const look: Look<'direct-connect-gateway-association'> = {
  shape: 'link',
  size: null,
  icon: () => 'direct-connect-gateway',
  tint: () => 'network',
  captions: (it) =>
    it.allowedPrefixes.length > 0 ? [`allows ${it.allowedPrefixes.join(', ')}`] : [],
  badge: (it) => (it.state === 'associated' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'reference',
    key: 'directConnectGatewayId',
    label: 'Direct Connect gateway',
    kind: 'direct-connect-gateway',
    readOnly: true,
  },
  {
    type: 'reference',
    key: 'gatewayId',
    label: 'Gateway',
    kind: ['vpn-gateway', 'transit-gateway'],
    readOnly: true,
  },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['associating', 'associated', 'updating', 'disassociating', 'disassociated'],
  },
  {
    type: 'cidr-list',
    key: 'allowedPrefixes',
    label: 'Allowed prefixes',
    family: 'IPv4',
    hint: 'What is announced on-premises: of a VPC its blocks inside these, of a transit gateway these very blocks.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const directConnectGatewayAssociation = defineKind({
  kind: 'direct-connect-gateway-association',
  term: 'Direct Connect gateway association',
  plural: 'Direct Connect gateway associations',
  about: 'Joins a Direct Connect gateway to a virtual private gateway or a transit gateway.',
  palette: 'Connections',
  icon: 'direct-connect-gateway',
  schema,
  placement: {
    type: 'between',
    ends: [['direct-connect-gateway'], ['vpn-gateway', 'transit-gateway']],
    words: [
      {
        menu: 'Associate with a gateway',
        title: (from) => `Associate ${from} with`,
        note: (from) => `${from} then leads there from its virtual interfaces.`,
      },
      {
        menu: 'Associate with a Direct Connect gateway',
        title: (from) => `Associate ${from} with`,
        note: (from) => `Its virtual interfaces then lead to ${from}.`,
      },
    ],
    otherwise:
      'An association joins a Direct Connect gateway and a virtual private gateway or transit gateway. Draw it from one to the other.',
    refuse,
  },
  draft,
  links: (it) => [
    joins(it.directConnectGatewayId, 'directConnectGatewayId'),
    joins(it.gatewayId, 'gatewayId'),
  ],
  without: (it) => it,
  look,
  fields,
})
