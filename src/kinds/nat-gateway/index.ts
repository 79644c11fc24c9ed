import { defineKind, inside, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'nat-gateway'> = ({ id, design, on }) => {
  const subnet = on.find((it) => it.kind === 'subnet')
  if (!subnet) throw new Error('Bug: a NAT gateway is drafted on a subnet')
  return [
    {
      id,
      kind: 'nat-gateway',
      name: freeName(`nat-${subnet.availabilityZone.slice(-1)}`, design.all('nat-gateway')),
      tags: {},
      subnetId: subnet.id,
      connectivityType: 'public',
      state: 'available',
      privateIp: null,
      publicIp: null,
    },
  ]
}

const look: Look<'nat-gateway'> = {
  shape: 'card',
  size: { width: 184, height: 56 },
  icon: () => 'nat-gateway',
  tint: () => 'network',
  captions: (it) => ['NAT gateway', it.publicIp ?? 'Elastic IP'],
  badge: (it) => (it.state === 'available' ? null : it.state),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'choice',
    key: 'connectivityType',
    label: 'Connectivity type',
    options: ['public'],
    readOnly: true,
  },
  {
    type: 'ip',
    key: 'publicIp',
    label: 'Elastic IP address',
    whenNull: 'Allocated with the gateway',
  },
  { type: 'ip', key: 'privateIp', label: 'Private IPv4 address', whenNull: 'Chosen by AWS' },
  {
    type: 'choice',
    key: 'state',
    label: 'State',
    options: ['pending', 'failed', 'available', 'deleting', 'deleted'],
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const natGateway = defineKind({
  kind: 'nat-gateway',
  term: 'NAT gateway',
  plural: 'NAT gateways',
  about: 'Lets hosts without public addresses open connections to the internet, never the reverse.',
  palette: 'Gateways',
  schema,
  placement: {
    type: 'on',
    kinds: ['subnet'],
    otherwise: 'A NAT gateway lies in a subnet. Drop it on a public one.',
    refuse: () => null,
  },
  draft,
  links: (it) => [inside(it.subnetId, 'subnetId')],
  without: (it) => it,
  look,
  fields,
})
