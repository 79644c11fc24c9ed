import type { Raw } from '../../../kinds/describe'
import type { Doubt } from '../shown'
import type { Untold } from '../plan-expressions'
import type { Budget, Scope } from './evaluate'
import { madeFor, valueOf } from './instances'
import { entriesOf } from './module-code'
import { isList, isObject, isThing, isUntold, type Thing, type Value } from './value'

/** What Terraform itself takes of a resource. */
const ofTerraform = new Set([
  'connection',
  'count',
  'depends_on',
  'dynamic',
  'for_each',
  'lifecycle',
  'provider',
  'provisioner',
  'timeouts',
])

export interface Evaluated {
  readonly values: Raw
  readonly doubts: readonly Doubt[]
}

/** Everything that a resource says, with the blocks that a loop makes, and what of it is not known. */
export function evaluatedBody(body: Raw, scope: Scope, budget: Budget): Evaluated {
  const doubts: Doubt[] = []
  const attributes = new Map<string, Value>()
  for (const [name, raw] of Object.entries(body))
    if (!ofTerraform.has(name)) attributes.set(name, valueOf(raw, scope, budget))
  for (const [name, blocks] of entriesOf(body['dynamic']))
    for (const block of Array.isArray(blocks) ? (blocks as readonly unknown[]) : [blocks]) {
      const made = looped(name, block, scope, budget)
      const before = attributes.get(name)
      attributes.set(
        name,
        isUntold(made) ? made : [...(before && isList(before) ? before : []), ...made],
      )
    }

  function plain(value: Value, key: string, attribute: string, raw: unknown): unknown {
    if (isUntold(value)) {
      const said = typeof raw === 'string' ? ` (${raw.slice(0, 200)})` : ''
      doubts.push({ attribute, key, why: `${value.why}${said}`, among: value.among })
      return undefined
    }
    if (isThing(value)) {
      const why = 'It names a resource, not an attribute of one.'
      doubts.push({ attribute, key, why, among: value.id === null ? null : [value.id] })
      return undefined
    }
    if (isList(value))
      return value
        .map((each) => plain(each, key, attribute, raw))
        .filter((each) => each !== undefined)
    if (!isObject(value)) return value
    return Object.fromEntries(
      [...value].map(([name, each]) => [name, plain(each, name, attribute, null)]),
    )
  }

  const values = Object.fromEntries(
    [...attributes].map(([name, value]) => [name, plain(value, name, name, body[name])]),
  )
  return { values, doubts }
}

/** The blocks that one `dynamic` block makes. */
function looped(
  name: string,
  block: unknown,
  scope: Scope,
  budget: Budget,
): readonly Value[] | Untold {
  const said = new Map(entriesOf(block))
  const content = said.get('content')
  const [inner] = Array.isArray(content) ? (content as readonly unknown[]) : [content]
  const written = said.get('iterator')
  const iterator = typeof written === 'string' ? written.replace(/^\$\{(.*)\}$/, '$1') : name
  const each = valueOf(said.get('for_each'), scope, budget)
  // a list makes one for each, with its place for a key
  const items = isList(each) ? new Map(each.map((it, index) => [String(index), it])) : each
  if (isUntold(items)) return items
  if (!isObject(items)) return []
  return madeFor({ for_each: null }, () => items).map(({ key, value }) => {
    const own: Thing = {
      isThing: true,
      id: null,
      attribute: (asked) => (asked === 'key' ? key : value),
    }
    return nested(inner, (asked) => (asked === iterator ? own : scope(asked)), budget)
  })
}

/** A block, with those that loops make within it. */
function nested(raw: unknown, scope: Scope, budget: Budget, depth = 0): Value {
  const made = new Map<string, Value>()
  for (const [name, each] of entriesOf(raw))
    if (name !== 'dynamic') made.set(name, valueOf(each, scope, budget))
  for (const [name, blocks] of depth < 5 ? entriesOf(new Map(entriesOf(raw)).get('dynamic')) : [])
    for (const block of Array.isArray(blocks) ? (blocks as readonly unknown[]) : [blocks]) {
      const found = looped(name, block, scope, budget)
      const before = made.get(name)
      made.set(
        name,
        isUntold(found) ? found : [...(before && isList(before) ? before : []), ...found],
      )
    }
  return made
}
