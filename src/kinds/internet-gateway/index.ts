import { defineKind, inside, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'internet-gateway'> = ({ id, design, on }) => {
  const vpc = on.find((it) => it.kind === 'vpc')
  if (!vpc) throw new Error('Bug: an internet gateway is drafted on a VPC')
  return [
    {
      id,
      kind: 'internet-gateway',
      name: freeName(`${vpc.name} igw`, design.all('internet-gateway')),
      tags: {},
      vpcId: vpc.id,
      attachmentState: 'attached',
    },
  ]
}

const look: Look<'internet-gateway'> = {
  shape: 'edge',
  size: { width: 48, height: 48 },
  icon: () => 'internet-gateway',
  tint: () => 'network',
  captions: () => ['internet gateway'],
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
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const internetGateway = defineKind({
  kind: 'internet-gateway',
  term: 'internet gateway',
  plural: 'internet gateways',
  about: 'Joins a VPC to the internet; translates public to private addresses one to one.',
  palette: 'Gateways',
  icon: 'internet-gateway',
  schema,
  placement: {
    type: 'on',
    kinds: ['vpc'],
    otherwise: 'An internet gateway is attached to a VPC. Drop it on one.',
    refuse: (place, design) =>
      design.all('internet-gateway').some((it) => it.vpcId === place.id)
        ? `${place.name} has an internet gateway already; a VPC takes one.`
        : null,
  },
  draft,
  links: (it) => [inside(it.vpcId, 'vpcId')],
  without: (it) => it,
  look,
  fields,
})
