import type { Raw } from '../../kinds/describe'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Blocks of the provider are nested a few levels deep; what lies deeper is none of them. */
const deepest = 20

/** `cidr_block` is `CidrBlock` in the words of EC2. */
export const inWords = (key: string): string =>
  key
    .split('_')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')

/** A value with texts for numbers and truths; a state writes what is not set as an empty text. */
function plain(value: unknown, depth: number): unknown {
  if (depth > deepest) return undefined
  if (value === null || value === undefined || value === '') return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value))
    return value.map((each) => plain(each, depth + 1)).filter((each) => each !== undefined)
  return isObject(value) ? propertiesOf(value, depth + 1) : value
}

/** The attributes of a resource in EC2's words; its tags are a list there. */
export function propertiesOf(values: Raw, depth = 0): Raw {
  const entries = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    if (key === 'tags' || key === 'tags_all') return []
    const known = plain(value, depth)
    return known === undefined ? [] : [[inWords(key), known]]
  })
  const tags = [values['tags_all'], values['tags']].filter(isObject)
  const all = Object.fromEntries(tags.flatMap((each) => Object.entries(each)))
  const Tags = Object.entries(all).flatMap(([Key, Value]) =>
    typeof Value === 'string' ? [{ Key, Value }] : [],
  )
  return { ...Object.fromEntries(entries), ...(Tags.length > 0 && { Tags }) }
}
