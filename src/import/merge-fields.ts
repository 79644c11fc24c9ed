import type { Id, Resource } from '../kinds/resource'

/** One field of a resource that the import would change, in words. */
export interface FieldChange {
  readonly field: string
  /** Null where there was nothing. */
  readonly from: string | null
  /** Null where nothing is left. */
  readonly to: string | null
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Do both say the same? The order of keys says nothing, that of a list may. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => same(each, b[index]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  )
}

type NameOf = (id: string) => string | undefined

/** Field by field, and entry by entry of what is a table, what becomes of a resource. */
export function changedFields(
  before: Resource,
  after: Resource,
  nameOf: NameOf,
): readonly FieldChange[] {
  const [a, b] = [before, after].map((it) => it as unknown as Readonly<Record<string, unknown>>)
  if (!a || !b) return []
  const words = (value: unknown) => inWords(value, nameOf)
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted()
  return fields.flatMap((field): readonly FieldChange[] => {
    const [from, to] = [a[field], b[field]]
    if (field === 'importedName' || same(from, to)) return []
    if (!isRecord(from) || !isRecord(to))
      return [{ field: spelt(field), from: words(from), to: words(to) }]
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].toSorted().flatMap((key) =>
      same(from[key], to[key])
        ? []
        : [
            {
              field: `${spelt(field)}: ${nameOf(key) ?? key}`,
              from: words(from[key]),
              to: words(to[key]),
            },
          ],
    )
  })
}

/** A value as people read it; null where it says nothing. */
function inWords(value: unknown, nameOf: NameOf): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return nameOf(value) ?? value
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => inWords(each, nameOf) ?? '–').join(', ')
  if (typeof value === 'number') return String(value)
  if (!isRecord(value)) return null
  const parts = Object.entries(value).flatMap(([key, each]) => {
    const said = inWords(each, nameOf)
    return said === null ? [] : [`${nameOf(key) ?? inside(spelt(key))} ${said}`]
  })
  return parts.length === 0 ? '–' : parts.join(', ')
}

/** Words as they stand in the middle of a sentence; what is spelt in capitals stays so. */
const inside = (words: string): string =>
  /^[A-Z]{2}/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)

const initials = /\b(?:Acl|Asn|Aws|Bgp|Cidr|Dns|Ecmp|Eni|Id|Ip|Vgw|Vpc|Vpn)(s?)\b/g

const upper = (word: string) =>
  word.replace(initials, (all, plural: string) =>
    plural ? `${all.slice(0, -1).toUpperCase()}s` : all.toUpperCase(),
  )

/**
 * A field of the EC2 API as words.
 * @example spelt('destinationCidrBlock') // 'Destination CIDR block'
 */
export function spelt(field: string): string {
  const words = field.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
  const [first = '', ...rest] = words.split(' ')
  const head = first.charAt(0).toUpperCase() + first.slice(1)
  return [
    upper(head),
    ...rest.map((word) => {
      const written = upper(word)
      return written === word ? word.toLowerCase() : written
    }),
  ].join(' ')
}

/** The names of what a design holds, by id. */
export function namesIn(...all: readonly Readonly<Record<Id, Resource>>[]): NameOf {
  return (id) => {
    for (const resources of all) if (Object.hasOwn(resources, id)) return resources[id as Id]?.name
    return undefined
  }
}
