import { defineKind, inside, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'vpn-gateway'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: a virtual private gateway is drafted on a VPC')
  return [
    {
      id,
      kind: 'vpn-gateway',
      name: freeName(`${vpc.name} vgw`, design.all('vpn-gateway')),
      tags: {},
      vpcId: vpc.id,
      amazonSideAsn: 64512,
      attachmentState: 'attached',
    },
  ]
}

const look: Look<'vpn-gateway'> = {
  shape: 'edge',
  size: { width: 48, height: 48 },
  icon: () => 'vpn-gateway',
  tint: () => 'network',
  captions: (it) => ['virtual private gateway', `ASN ${it.amazonSideAsn}`],
  badge: (it) => (it.attachmentState === 'attached' ? null : it.attachmentState),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'attachmentState',
    label: 'Attachment',
    options: ['attached', 'detached'],
  },
  { type: 'number', key: 'amazonSideAsn', label: 'Amazon side ASN' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const vpnGateway = defineKind({
  kind: 'vpn-gateway',
  term: 'virtual private gateway',
  plural: 'virtual private gateways',
  about:
    "The VPC's end of Site-to-Site VPN connections. No way through to anything beyond the VPC.",
  palette: 'Gateways',
  icon: 'vpn-gateway',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'A virtual private gateway is attached to a VPC. Drop it on one.',
    refuse: (place, design) =>
      design.all('vpn-gateway').some((it) => it.vpcId === place.id)
        ? `${place.name} has a virtual private gateway already; a VPC takes one.`
        : null,
  },
  draft,
  links: (it) => [inside(it.vpcId, 'vpcId')],
  without: (it) => it,
  look,
  fields,
})
