import { resourceSchema, type Id, type Resource } from '../../kinds/resource'
import type { Document } from '../../model/document'

/** Keys and indexes that lead to a text within a resource. */
type Path = readonly (string | number)[]

/** A text that somebody typed into a resource. */
export interface Typed {
  readonly resourceId: Id
  /** The field with its kind: `security-group.ingress.*.description`. */
  readonly field: string
  readonly text: string
}

/** A tag is a text beside a text. */
export interface TypedTag {
  readonly resourceId: Id
  readonly key: string
  readonly value: string
}

export interface Filled {
  readonly document: Document
  readonly typed: readonly Typed[]
  readonly tags: readonly TypedTag[]
}

/** Gives the next text of at most this many UTF-16 units. */
export type NextText = (longest: number) => string

/** No pattern of a field lets this through, so that a field that takes it takes any text. */
const probe = '"\u0001${é}\u2028'

/** The lengths that fields have, the longest first. */
const lengths = [2000, 512, 256, 255, 128, 63, 32]

/** How long a text each field takes, by its kind and path; null where it takes no free text. */
const known = new Map<string, number | null>()

function longestIn(it: Resource, path: Path, field: string): number | null {
  const before = known.get(field)
  if (before !== undefined) return before
  const takes = (text: string) => resourceSchema.safeParse(withText(it, path, text)).success
  const longest = takes(probe)
    ? (lengths.find((length) => takes('x'.repeat(length))) ?? probe.length)
    : null
  known.set(field, longest)
  return longest
}

/** The resource with another text at this place. */
function withText(it: Resource, path: Path, text: string): unknown {
  const [head, ...rest] = path
  const change = (value: unknown, [first, ...more]: Path): unknown => {
    if (first === undefined) return text
    if (Array.isArray(value))
      return value.map((each: unknown, index) => (index === first ? change(each, more) : each))
    return Object.fromEntries(
      Object.entries(value ?? {}).map(([key, each]) => [
        key,
        key === first ? change(each, more) : each,
      ]),
    )
  }
  return head === undefined ? it : change(it, [head, ...rest])
}

/** The places of all texts in a resource but its tags; keys of rows and lists are `*` in the field. */
function textsIn(it: Resource): readonly { readonly path: Path; readonly field: string }[] {
  const found: { path: Path; field: string }[] = []
  const look = (value: unknown, path: Path, field: string) => {
    if (typeof value === 'string') found.push({ path, field })
    else if (Array.isArray(value))
      for (const [index, each] of value.entries()) look(each, [...path, index], `${field}.*`)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value))
        if (path.length > 0 || !['id', 'kind', 'tags'].includes(key))
          look(each, [...path, key], `${field}.${/^[a-z]+[A-Za-z0-9]*$/.test(key) ? key : '*'}`)
  }
  look(it, [], it.kind)
  return found
}

/**
 * Every field of a design that takes any text gets another one, and every resource so many tags.
 * Fields of `asTheyAre` keep their text.
 */
export function filled(
  document: Document,
  next: NextText,
  tagsEach: number,
  asTheyAre: RegExp = /^$/,
): Filled {
  const typed: Typed[] = []
  const tags: TypedTag[] = []
  const resources = Object.values(document.resources).map((it) => {
    let changed: unknown = {
      ...it,
      undescribed: next(2000),
      tags: Object.fromEntries(Array.from({ length: tagsEach }, () => [next(128), next(256)])),
    }
    for (const { path, field } of textsIn(it)) {
      const longest = longestIn(it, path, field)
      if (longest !== null && !asTheyAre.test(field))
        changed = withText(resourceSchema.parse(changed), path, next(longest))
    }
    const parsed = resourceSchema.parse(changed)
    for (const { path, field } of textsIn(parsed))
      if (known.get(field) !== null && !asTheyAre.test(field))
        typed.push({ resourceId: parsed.id, field, text: textAt(parsed, path) })
    for (const [key, value] of Object.entries(parsed.tags))
      tags.push({ resourceId: parsed.id, key, value })
    return parsed
  })
  return {
    document: {
      ...document,
      name: next(255),
      description: next(2000),
      accounts: document.accounts.map((it) => ({ ...it, name: next(255) })),
      resources: Object.fromEntries(resources.map((it) => [it.id, it])),
    },
    typed,
    tags,
  }
}

function textAt(it: Resource, path: Path): string {
  let value: unknown = it
  for (const key of path) value = (value as Readonly<Record<string | number, unknown>>)[key]
  return String(value)
}
