import { cidr } from '../../net/cidr'
import { defineKind } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

export const publicAddress = defineKind({
  kind: 'public-address',
  term: 'public address',
  plural: 'public addresses',
  about: 'A known place on the internet: an office, a partner, an API.',
  palette: 'Outside',
  icon: 'public-address',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft: ({ id, design }) => [
    {
      id,
      kind: 'public-address',
      name: freeName('Public address', design.all('public-address')),
      tags: {},
      // an address set aside for documentation stands in until the user writes the real one
      cidrBlock: cidr('203.0.113.10/32'),
    },
  ],
  links: () => [],
  without: (it) => it,
  look: {
    shape: 'place',
    size: { width: 184, height: 56 },
    icon: () => 'public-address',
    tint: () => 'neutral',
    captions: (it) => [it.cidrBlock],
    badge: () => null,
  },
  fields: [
    { type: 'text', key: 'name', label: 'Name' },
    { type: 'cidr', key: 'cidrBlock', label: 'Public IPv4 CIDR' },
  ],
})
