import { parse as parseHcl } from '@cdktf/hcl2json'
import { parse as parseYaml, type ScalarTag } from 'yaml'
import { emittingOf } from '../../kinds/emitting'
import { isKind } from '../../kinds/catalogue'
import type { Id } from '../../kinds/resource'
import type { Export } from '../report'
import type { Filled } from './typed-texts'

/** The texts that somebody finds in what was written or deployed, normalized as Terraform does. */
export interface Found {
  readonly texts: ReadonlySet<string>
  /** Tags, and whatever else stands under a key, as JSON of the two. */
  readonly pairs: ReadonlySet<string>
}

const normal = (text: string) => text.normalize('NFC')
const pair = (key: string, value: string) => JSON.stringify([normal(key), normal(value)])

/** All texts within values that were read from somewhere. */
export function foundIn(values: readonly unknown[]): Found {
  const texts = new Set<string>()
  const pairs = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') texts.add(normal(value))
    else if (Array.isArray(value)) for (const each of value) look(each)
    else if (typeof value === 'object' && value !== null) {
      const { Key, Value } = value as { readonly Key?: unknown; readonly Value?: unknown }
      if (typeof Key === 'string' && typeof Value === 'string') pairs.add(pair(Key, Value))
      for (const [key, each] of Object.entries(value)) {
        if (typeof each === 'string') pairs.add(pair(key, each))
        look(each)
      }
    }
  }
  for (const value of values) look(value)
  return { texts, pairs }
}

const shortForms = 'Ref GetAtt Not Equals And Condition Join Sub Select Split Cidr If'.split(' ')

/** CloudFormation's short forms are tags; what they hold is no user's text. */
const customTags = shortForms.flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => ({ [name]: text }) } satisfies ScalarTag,
  { tag: `!${name}`, collection: 'seq' as const, resolve: (list: unknown) => list },
])

/** A template that stands as YAML. */
export const readTemplate = (text: string): unknown =>
  parseYaml(text, { customTags, version: '1.1' })

/** What the parsers of the languages read in the code of an export. */
export async function foundInCode({ files }: Pick<Export, 'files'>): Promise<Found> {
  const values: unknown[] = []
  for (const { path, text, language } of files) {
    if (language === 'hcl') values.push(asTerraformReads(await parseHcl(path, text)))
    else if (!path.startsWith('stacks/')) continue
    else if (language === 'yaml') values.push(readTemplate(text))
    else values.push(JSON.parse(text))
  }
  return foundIn(values)
}

/** The parser leaves the doubled signs that stand for a literal `${` and `%{`. */
function asTerraformReads(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\$\$\{/g, '${').replace(/%%\{/g, '%{')
  if (Array.isArray(value)) return value.map(asTerraformReads)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [asTerraformReads(key), asTerraformReads(each)]),
  )
}

/** Is code written for resources of its kind? */
function isWritten(resourceId: string): boolean {
  const kind = resourceId.split(':')[0] ?? ''
  return isKind(kind) && emittingOf(kind).concern !== null
}

/**
 * The texts of a design that neither come back nor are said to be changed or left out: none, or the
 * export lies. One that is changed has to come back as the report says.
 */
export function lostTexts(
  { typed, tags }: Filled,
  { gaps, renamings }: Pick<Export, 'gaps' | 'renamings'>,
  { texts, pairs }: Found,
): readonly string[] {
  // one change may follow another
  const writtenAs = (resourceId: string, text: string): readonly string[] => [
    text,
    ...renamings.flatMap((it) =>
      it.resourceId === resourceId && normal(it.from) === normal(text) && it.to !== it.from
        ? writtenAs(resourceId, it.to)
        : [],
    ),
  ]
  const leftOut = new Set(
    gaps.flatMap(({ resourceId, text }) =>
      resourceId !== null && /left out|not in the code|\btags\b/.test(text) ? [resourceId] : [],
    ),
  )
  const isSaid = (resourceId: string, text: string) =>
    leftOut.has(resourceId as Id) ||
    gaps.some((it) => it.resourceId === resourceId && it.text.includes(text))
  const wholes = [...texts, ...renamings.map(({ from }) => normal(from))]
  const isPart = (text: string) => wholes.some((it) => it.includes(normal(text)))
  return [
    ...typed
      .filter(({ resourceId, text }) => text !== '' && isWritten(resourceId))
      .filter(({ resourceId, text }) => !isSaid(resourceId, text))
      .filter(
        ({ resourceId, field, text }) =>
          !writtenAs(resourceId, text).some((it) =>
            // a rule group says in one text what its rules are for
            field.startsWith('network-firewall.') ? isPart(it) : texts.has(normal(it)),
          ),
      )
      .map(({ resourceId, field, text }) => `${field} of ${resourceId}: ${JSON.stringify(text)}`),
    ...tags
      .filter(({ resourceId, key }) => isWritten(resourceId) && !isSaid(resourceId, key))
      .filter(
        ({ resourceId, key, value }) =>
          !writtenAs(resourceId, key).some((spelt) =>
            writtenAs(resourceId, value).some((it) => pairs.has(pair(spelt, it))),
          ),
      )
      .map(
        ({ resourceId, key, value }) =>
          `tag of ${resourceId}: ${JSON.stringify(key)} = ${JSON.stringify(value)}`,
      ),
  ]
}
