import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'direct-connect-gateway'> = ({ id, design, defaults }) => [
  {
    id,
    kind: 'direct-connect-gateway',
    name: freeName('Direct Connect gateway', design.all('direct-connect-gateway')),
    tags: {},
    ownerId: design.all('vpc').at(-1)?.ownerId ?? defaults.ownerId,
    amazonSideAsn: 64512,
  },
]

const look: Look<'direct-connect-gateway'> = {
  shape: 'place',
  size: { width: 208, height: 56 },
  icon: () => 'direct-connect-gateway',
  tint: () => 'network',
  captions: (it) => [`ASN ${it.amazonSideAsn}`],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'number', key: 'amazonSideAsn', label: 'Amazon side ASN' },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const directConnectGateway = defineKind({
  kind: 'direct-connect-gateway',
  term: 'Direct Connect gateway',
  plural: 'Direct Connect gateways',
  about: 'Joins virtual interfaces of Direct Connect to gateways of any Region.',
  palette: 'Gateways',
  icon: 'direct-connect-gateway',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
