import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import { schema } from './schema'

const draft: Draft<'prefix-list'> = ({ id, design, defaults }) => {
  const last = design.all('vpc').at(-1)
  return [
    {
      id,
      kind: 'prefix-list',
      name: freeName('prefix-list', design.all('prefix-list')),
      tags: {},
      ownerId: last?.ownerId ?? defaults.ownerId,
      region: last?.region ?? defaults.region,
      addressFamily: 'IPv4',
      maxEntries: 10,
      entries: {},
    },
  ]
}

const look: Look<'prefix-list'> = {
  shape: 'place',
  size: { width: 184, height: 56 },
  icon: () => 'prefix-list',
  tint: () => 'neutral',
  captions: (it) => {
    const count = Object.keys(it.entries).length
    return ['prefix list', `${count} of ${it.maxEntries} entries`]
  },
  badge: (it) => (Object.keys(it.entries).length > it.maxEntries ? 'too many entries' : null),
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Prefix list name' },
  { type: 'account', key: 'ownerId', label: 'Account' },
  { type: 'region', key: 'region', label: 'Region' },
  { type: 'choice', key: 'addressFamily', label: 'Address family', options: ['IPv4', 'IPv6'] },
  {
    type: 'number',
    key: 'maxEntries',
    label: 'Maximum entries',
    hint: 'What a route or a rule that names the list counts as.',
  },
  {
    type: 'table',
    key: 'entries',
    label: 'Entries',
    row: 'entry',
    nextKey: null,
    blank: { description: '' },
    columns: [
      { key: '', label: 'CIDR', cell: { type: 'text', example: '10.0.0.0/8' } },
      { key: 'description', label: 'Description', cell: { type: 'text' } },
    ],
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const prefixList = defineKind({
  kind: 'prefix-list',
  term: 'managed prefix list',
  plural: 'managed prefix lists',
  about: 'A set of CIDR blocks under one name, for routes and security group rules.',
  palette: 'Network',
  icon: 'prefix-list',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
