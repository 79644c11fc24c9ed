import { defineKind } from '../contract'
import { schema } from './schema'

export const internet = defineKind({
  kind: 'internet',
  term: 'internet',
  plural: 'internet',
  about: 'Any host with a public address.',
  palette: 'Outside',
  icon: 'internet',
  schema,
  placement: {
    type: 'canvas',
    refuse: (design) =>
      design.all('internet').length > 0 ? 'The design shows the internet already.' : null,
  },
  draft: ({ id }) => [{ id, kind: 'internet', name: 'Internet', tags: {} }],
  links: () => [],
  without: (it) => it,
  look: {
    shape: 'place',
    size: { width: 184, height: 56 },
    icon: () => 'internet',
    tint: () => 'neutral',
    captions: () => ['any public address'],
    badge: () => null,
  },
  fields: [{ type: 'text', key: 'name', label: 'Name' }],
})
