import { cidr } from '../../net/cidr'
import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

/** A new one, which customer gateways that belong to nobody yet belong to, as drawn the other way round. */
const draft: Draft<'on-premises-network'> = ({ id, design }) => [
  {
    id,
    kind: 'on-premises-network',
    name: freeName('On-premises', design.all('on-premises-network')),
    tags: {},
    prefixes: [cidr('192.168.0.0/16')],
    routesToAws: null,
  },
  ...design
    .all('customer-gateway')
    .filter(({ onPremisesNetworkId }) => onPremisesNetworkId === null)
    .map((it) => ({ ...it, onPremisesNetworkId: id })),
]

const look: Look<'on-premises-network'> = {
  shape: 'place',
  size: { width: 184, height: 56 },
  icon: () => 'on-premises-network',
  tint: () => 'neutral',
  captions: (it) => [it.prefixes.join(', ') || 'no addresses yet'],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  {
    type: 'cidr-list',
    key: 'prefixes',
    label: 'Address blocks',
    family: 'IPv4',
    hint: 'What it holds, and announces to AWS where BGP is spoken.',
  },
  {
    type: 'list',
    key: 'routesToAws',
    label: 'Routes to AWS',
    row: 'route',
    example: '10.0.0.0/16',
    whenNull: 'Whatever AWS announces',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const onPremisesNetwork = defineKind({
  kind: 'on-premises-network',
  term: 'on-premises network',
  plural: 'on-premises networks',
  about: 'A network of your own outside AWS, behind customer gateways.',
  palette: 'Outside',
  icon: 'on-premises-network',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
