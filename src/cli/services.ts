import type { Document } from '../model/document'
import type { Resource, ResourceOf } from '../kinds/resource'
import { serviceIn } from './aws-names'
import type { Flow } from './questions'

type Service = ResourceOf<'aws-service'>

/**
 * The design with the places of AWS services that these flows name and nobody drew: everybody knows
 * `s3.eu-west-1`, whether an endpoint leads there or not.
 */
export function withServicesOf(design: Document, flows: readonly Flow[]): Document {
  const there = Object.values<Resource>(design.resources)
  // the prefix list of a service is called so too
  const names = new Set(there.flatMap(({ kind, name }) => (kind === 'prefix-list' ? [] : name)))
  const added = [...new Set(flows.flatMap(({ from, to }) => [from, to]))]
    .filter((text) => !names.has(text))
    .map((text) => serviceIn(text) ?? text)
    .flatMap((text) => serviceCalled(text, there) ?? [])
  return added.length === 0
    ? design
    : {
        ...design,
        resources: {
          ...design.resources,
          ...Object.fromEntries(added.map((it) => [it.id, it])),
        },
      }
}

function serviceCalled(text: string, there: readonly Resource[]): Service | null {
  const [, word, region] = /^([a-z][a-z0-9.-]*)\.([a-z]{2}(?:-[a-z]+)+-\d)$/.exec(text) ?? []
  if (!word || !region) return null
  const service = word === 's3' || word === 'dynamodb' ? word : 'any'
  const isThere = there.some(
    (it) =>
      it.kind === 'aws-service' &&
      (it.id === `aws-service:${text}` ||
        (service !== 'any' && it.service === service && it.region === region)),
  )
  if (isThere) return null
  return {
    id: `aws-service:${text}`,
    kind: 'aws-service',
    name: text,
    tags: {},
    service,
    region,
    prefixes: there.flatMap((it) =>
      it.kind === 'prefix-list' && it.name === `com.amazonaws.${region}.${word}`
        ? (Object.keys(it.entries) as Service['prefixes'][number][])
        : [],
    ),
  }
}
