import { defineKind, type Draft, type Field, type Look } from '../contract'
import { freeName } from '../names'
import type { ResourceOf } from '../resource'
import { publicServices, schema } from './schema'

const draft: Draft<'aws-service'> = ({ id, design, defaults }) => [
  {
    id,
    kind: 'aws-service',
    name: freeName('Amazon S3', design.all('aws-service')),
    tags: {},
    service: 's3',
    region: design.all('vpc').at(-1)?.region ?? defaults.region,
    prefixes: [],
  },
]

const names: Readonly<Record<ResourceOf<'aws-service'>['service'], string>> = {
  s3: 'Amazon S3',
  dynamodb: 'Amazon DynamoDB',
  any: 'AWS service',
}

const look: Look<'aws-service'> = {
  shape: 'place',
  size: { width: 184, height: 56 },
  icon: () => 'aws-service',
  tint: () => 'neutral',
  captions: (it) => [names[it.service], it.region],
  badge: () => null,
}

const fields: readonly Field[] = [
  { type: 'text', key: 'name', label: 'Name' },
  { type: 'choice', key: 'service', label: 'Service', options: [...publicServices] },
  { type: 'region', key: 'region', label: 'Region' },
  {
    type: 'cidr-list',
    key: 'prefixes',
    label: 'Public addresses',
    family: 'IPv4',
    hint: 'The entries of the managed prefix list of AWS; empty, an address that no rule names stands in.',
  },
  { type: 'tags', key: 'tags', label: 'Tags' },
]

export const awsService = defineKind({
  kind: 'aws-service',
  term: 'AWS service',
  plural: 'AWS services',
  about: 'S3, DynamoDB or another service of AWS in a Region, by its public addresses.',
  palette: 'Outside',
  icon: 'aws-service',
  schema,
  placement: { type: 'canvas', refuse: () => null },
  draft,
  links: () => [],
  without: (it) => it,
  look,
  fields,
})
