import { catalogue } from '../../kinds/catalogue'
import type { Id, Resource } from '../../kinds/resource'
import { hostBlock, isCidr, type Cidr } from '../../net/cidr'
import { isIp, type Ip } from '../../net/ip'

/** What a resource names: another resource, or a block; an address is a block of one. */
export type Named =
  | { readonly type: 'resource'; readonly id: Id; readonly block: null }
  | { readonly type: 'block' | 'address'; readonly text: Cidr | Ip; readonly block: Cidr }

/**
 * What a resource says, taken apart: its text with a hole wherever it names something, and entries
 * whose order means nothing (a route by its destination, an id in a list of ids). Two resources
 * whose texts are the same say the same of what fills their holes.
 */
export interface Template {
  readonly text: string
  readonly holes: readonly Named[]
  readonly entries: readonly Template[]
  /** Everything that is named, in holes and entries. */
  readonly all: readonly Named[]
}

const templates = new WeakMap<Resource, Template>()

/** The template of a resource, made once: an edit leaves those of all other resources. */
export function templateOf(it: Resource): Template {
  const known = templates.get(it)
  if (known) return known
  const template = taken(it)
  templates.set(it, template)
  return template
}

/** What people and AWS call a thing says nothing of where packets go. */
const silent: ReadonlySet<string> = new Set([
  'id',
  'name',
  'tags',
  'description',
  'awsId',
  'sourceAddress',
  'importedName',
])

function taken(value: unknown, path = ''): Template {
  const holes: Named[] = []
  const entries: Template[] = []
  const write = (it: unknown, at: string): string => {
    if (typeof it === 'string') {
      const named = namedBy(it)
      if (!named) return JSON.stringify(it)
      holes.push(named)
      return named.type
    }
    if (typeof it !== 'object' || it === null) return String(it)
    if (Array.isArray(it)) {
      const list: readonly unknown[] = it
      if (!list.every((each) => typeof each === 'string'))
        return `[${list.map((each) => write(each, at)).join()}]`
      entries.push(...list.map((each) => taken(each, at)))
      return 'set'
    }
    const parts: string[] = []
    for (const key of Object.keys(it).sort()) {
      if (silent.has(key)) continue
      const part: unknown = (it as Readonly<Record<string, unknown>>)[key]
      if (namedBy(key)) entries.push(taken({ at: key, is: part }, at))
      else parts.push(`${JSON.stringify(key)}:${write(part, `${at}.${key}`)}`)
    }
    return `{${parts.join()}}`
  }
  const text = `${path} ${write(value, path)}`
  return { text, holes, entries, all: [...holes, ...entries.flatMap(({ all }) => all)] }
}

/**
 * The resource without the entries that name any of these: what it says of all others stays.
 */
export function withoutEntries<R extends Resource>(it: R, isGone: (named: Named) => boolean): R {
  const tellsOfGone = (entry: Template) => entry.all.some(isGone)
  if (!templateOf(it).entries.some(tellsOfGone)) return it
  const left = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value
      const isOfNames = list.every((each) => typeof each === 'string')
      return isOfNames ? list.filter((each) => !tellsOfGone(taken(each))) : list.map(left)
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, part]): readonly (readonly [string, unknown])[] => {
        if (silent.has(key)) return [[key, part]]
        if (!namedBy(key)) return [[key, left(part)]]
        return tellsOfGone(taken({ at: key, is: part })) ? [] : [[key, part]]
      }),
    )
  }
  return left(it) as R
}

const mayName = /^(?:[\d.]+|[\da-f]*:[\da-f:.]*)(?:\/\d+)?$/i

function namedBy(text: string): Named | null {
  const colon = text.indexOf(':')
  if (colon > 0 && Object.hasOwn(catalogue, text.slice(0, colon)))
    return { type: 'resource', id: text as Id, block: null }
  if (!mayName.test(text)) return null
  if (isCidr(text)) return { type: 'block', text, block: text }
  return isIp(text) ? { type: 'address', text, block: hostBlock(text) } : null
}

/** The template with its holes filled in, the same whatever the order of its entries. */
export function filled({ text, holes, entries }: Template, say: (it: Named) => string): string {
  if (entries.length === 0) return `${text}(${holes.map(say).join()})`
  const rows = entries.map((entry) => filled(entry, say)).sort()
  return `${text}(${holes.map(say).join()})[${rows.join(';')}]`
}
