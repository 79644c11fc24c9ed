import { defineKind, inside, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'egress-only-internet-gateway'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: an egress-only internet gateway is drafted on a VPC')
  return [
    {
      id,
      kind: 'egress-only-internet-gateway',
      name: freeName(`${vpc.name} eigw`, design.all('egress-only-internet-gateway')),
      tags: {},
      vpcId: vpc.id,
    },
  ]
}

const look: Look<'egress-only-internet-gateway'> = {
  shape: 'edge',
  size: { width: 48, height: 48 },
  icon: () => 'egress-only-internet-gateway',
  tint: () => 'network',
  captions: () => ['egress-only'],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const egressOnlyInternetGateway = defineKind({
  kind: 'egress-only-internet-gateway',
  term: 'egress-only internet gateway',
  plural: 'egress-only internet gateways',
  about: 'Lets IPv6 hosts open connections to the internet, never the reverse.',
  palette: 'Gateways',
  icon: 'egress-only-internet-gateway',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'An egress-only internet gateway is attached to a VPC. Drop it on one.',
    refuse: (place, design) =>
      design.all('egress-only-internet-gateway').some((it) => it.vpcId === place.id)
        ? `${place.name} has an egress-only internet gateway already; a VPC takes one.`
        : null,
  },
  draft,
  links: (it) => [inside(it.vpcId, 'vpcId')],
  without: (it) => it,
  look,
  fields,
})
