import { blockKey, placeKey, type Block, type Output, type Place } from '../iac/block'
import { byCodeUnit } from '../iac/order'
import { beginning, isSameText, strictTagText, tagText, withoutDynamicReference } from '../iac/text'
import { isList, mapping, nested, variable, type Body, type Value } from '../iac/value'
import { pascal, snake } from '../iac/words'
import type { Design } from '../kinds/contract'
import { emitting, emittingOf } from '../kinds/emitting'
import {
  nameWords,
  placeOf,
  type EmitContext,
  type Emitting,
  type Input,
  type Language,
} from '../kinds/emit'
import type { Kind, Resource, ResourceOf } from '../kinds/resource'
import type { ExportOptions } from './options'
import type { Gap, Renaming } from './report'

/** Something that whoever applies the code sets, under its name. */
export interface NamedInput extends Input {
  readonly name: string
  readonly place: Place
}

/** What all kinds together want written, and what they could not say. */
export interface Collected {
  readonly blocks: readonly Block[]
  readonly outputs: readonly Output[]
  readonly inputs: readonly NamedInput[]
  readonly gaps: readonly Gap[]
  readonly renamings: readonly Renaming[]
}

/** Asks every resource of the design for its blocks: kind by kind, by name within a kind. */
export function collect(
  design: Design,
  language: Language,
  account: EmitContext['account'],
  { workloads }: Pick<ExportOptions, 'workloads'>,
): Collected {
  const blocks: Block[] = []
  const outputs: Output[] = []
  const inputs = new Map<string, NamedInput>()
  const gaps: Gap[] = []
  const renamings: Renaming[] = []

  function emitAll<K extends Kind>(kind: K, resources: readonly ResourceOf<K>[]) {
    const entry = emittingOf(kind)
    if (entry.concern === null) return
    for (const it of inOrder(resources)) emit(it, entry)
  }

  function emit<K extends Kind>(it: ResourceOf<K>, entry: Emitting<K>) {
    const context = contextOf(it, {
      design,
      language,
      workloads,
      account,
      inputs,
      conditionOf: (reference) =>
        blocks.find((block) => blockKey(block) === blockKey(reference))?.onlyIf,
      gap: (text, remedy) => gaps.push({ resourceId: it.id, text, remedy }),
      renamed: (what, from, to, why) => renamings.push({ resourceId: it.id, what, from, to, why }),
    })
    for (const missing of it.undescribed === undefined ? (it.untold ?? []) : [it.undescribed])
      context.gap(
        `${it.name} is exported as far as it is known: when it was imported, ${missing} was missing.`,
        'Import that answer too, or complete it in the design.',
      )
    const emission = entry[language](it, context)
    blocks.push(...emission.blocks)
    outputs.push(...emission.outputs)
  }

  for (const kind of Object.keys(emitting) as Kind[]) emitAll(kind, design.all(kind))
  return {
    blocks,
    outputs,
    inputs: [...inputs.values()],
    gaps: unique(gaps),
    renamings: unique(renamings),
  }
}

/** By name, then by id: an order that does not depend on how the document was put together. */
export function inOrder<R extends { readonly id: string; readonly name: string }>(
  resources: readonly R[],
): readonly R[] {
  return resources.toSorted((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id))
}

function unique<T>(list: readonly T[]): readonly T[] {
  return [...new Map(list.map((it) => [JSON.stringify(it), it])).values()]
}

interface Surroundings extends Pick<
  EmitContext,
  'design' | 'workloads' | 'account' | 'conditionOf' | 'gap' | 'renamed'
> {
  readonly language: Language
  /** By what each of them is for; kinds are asked in one order always, so that names are stable. */
  readonly inputs: Map<string, NamedInput>
}

function contextOf(it: Resource, surroundings: Surroundings): EmitContext {
  const { design, workloads, language, account, conditionOf, gap, renamed } = surroundings
  const home = placeOf(it, design)
  if (!home) throw new Error(`Bug: ${it.id} is made in no account and Region`)
  const words = nameWords(it, design)
  const unresolved = (text: string) =>
    language === 'cloudformation' ? withoutDynamicReference(text) : text
  const harmless = (value: Value): Value =>
    language === 'cloudformation' ? withoutLookups(value, renamed) : value
  return {
    design,
    workloads,
    account,
    conditionOf,
    gap,
    renamed,
    tags: (more = {}) => tagsOf({ ...it, tags: { ...more, ...it.tags } }, tagText, surroundings),
    strictTags: () => tagsOf(it, strictTagText, surroundings),
    input: (input) => {
      const place = input.place ?? home
      const all = input.isCommon ? input.words : [...words, ...input.words]
      // a template declares for itself what is common to several of them, by one name
      const owner = !input.isCommon ? it.id : language === 'cloudformation' ? placeKey(place) : ''
      const key = JSON.stringify([owner, ...input.words])
      const same = input.isCommon
        ? [...surroundings.inputs.values()].find(
            (other) => other.isCommon && other.words.join('\n') === input.words.join('\n'),
          )
        : surroundings.inputs.get(key)
      const name = same?.name ?? freeName(all, surroundings)
      const description = unresolved(input.description)
      surroundings.inputs.set(key, { ...input, name, place, description })
      return variable(name)
    },
    block: (type, body, options = {}) => ({
      type,
      of: it.id,
      part: options.part ?? '',
      words: [...words, ...(options.words ?? [])],
      place: options.place ?? home,
      body: mapBody(body, harmless),
      dependsOn: options.dependsOn ?? [],
      onlyIf: options.onlyIf,
      alsoIf: options.alsoIf ?? [],
      comment: options.comment ?? [],
    }),
    output: (more, description, value, place = home) => ({
      of: it.id,
      words: [...words, ...more],
      place,
      description: unresolved(description),
      value,
    }),
  }
}

/** A name for an input that no other has. */
function freeName(words: readonly string[], { inputs, language }: Surroundings): string {
  const wish = language === 'terraform' ? snake(words).replace(/^(?=\d)/, '_') : pascal(words)
  const taken = new Set([...inputs.values()].map(({ name }) => name))
  let [name, number] = [wish, 1]
  while (taken.has(name)) {
    number += 1
    name = language === 'terraform' ? `${wish}_${number}` : `${wish}N${number}`
  }
  return name
}

/**
 * A resource carries at most this many tags, and a tag this many characters.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Tags.html
 */
const mostTags = 50
const longest = { key: 128, value: 256 } as const

/** The name and the tags of a resource, as far as AWS takes them. */
function tagsOf(
  it: Pick<Resource, 'name' | 'tags'>,
  textOf: (text: string) => string,
  { language, gap, renamed }: Surroundings,
): Value {
  const why =
    textOf === tagText
      ? 'A tag holds no control characters or ones without a meaning, 128 others in its key and 256 in its value'
      : 'A tag of this service holds letters, digits, spaces and _.:/=+-@'
  const text = (what: string, said: string, most: number) => {
    const written = beginning(textOf(said), most)
    if (!isSameText(written, said)) renamed(what, said, written, why)
    return written
  }
  const valueOf = (key: string, said: string) => text(`tag ${tagText(key)}`, said, longest.value)
  const entries: [string, string][] = [['Name', valueOf('Name', it.name)]]
  for (const [key, value] of Object.entries(it.tags).toSorted(([a], [b]) => byCodeUnit(a, b))) {
    if (key === 'Name') {
      if (value !== it.name)
        gap(
          `The tag Name of ${it.name} is not exported: the name of the resource is its Name tag.`,
          'Remove the tag, or make the two the same.',
        )
    } else if (/^aws:/i.test(key) || entries.length === mostTags)
      gap(
        `The tag ${key} of ${it.name} is not exported: ${entries.length === mostTags ? `AWS allows ${mostTags} tags` : 'AWS keeps the prefix aws: for itself'}.`,
        'Remove the tag, or name it otherwise.',
      )
    else {
      const written = text('key of a tag', key, longest.key)
      if (entries.some(([taken]) => taken === written))
        gap(
          `The tag ${key} of ${it.name} is not exported: as ${written} it is there already.`,
          'Name it otherwise.',
        )
      else entries.push([written, valueOf(key, value)])
    }
  }
  return language === 'terraform'
    ? mapping(entries)
    : entries.map(([Key, Value]) => nested({ Key, Value }))
}

const mapBody = (body: Body, change: (value: Value) => Value): Body =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      value === undefined ? value : change(value),
    ]),
  )

/** No text that a user typed makes CloudFormation look something up. */
function withoutLookups(value: Value, renamed: EmitContext['renamed']): Value {
  if (typeof value === 'string') {
    const written = withoutDynamicReference(value)
    if (written !== value)
      renamed('text', value, written, 'CloudFormation would look up {{resolve:…}}')
    return written
  }
  if (typeof value !== 'object') return value
  if (isList(value)) return value.map((it) => withoutLookups(it, renamed))
  if (value.is === 'nested') return nested(mapBody(value.body, (it) => withoutLookups(it, renamed)))
  return value
}
