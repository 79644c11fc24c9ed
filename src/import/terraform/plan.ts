import { text, type Raw } from '../../kinds/describe'
import { usualPlace } from '../cloudformation/place'
import type { Remark } from '../report'
import { isOfOtherEndpoints } from './beside'
import { completed, sameAs } from './made'
import { settledAlike } from './plan-alike'
import { aligned } from './plan-blocks'
import { groupsIn, Untold } from './plan-expressions'
import { referencesIn, type References } from './plan-references'
import { treeIn, type Planned } from './plan-tree'
import type { Doubt, Shown } from './shown'
import { prefixesFor } from './targets'

/** The resources of a plan as they will be, and what is to be said of it. */
export interface PlanShown {
  readonly shown: readonly Shown[]
  readonly remarks: readonly Remark[]
}

/** Blocks of the provider are nested a few levels deep; what lies deeper is none of them. */
const deepest = 20

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Reads a plan: what is known is as it will be; what is known only once it is applied is taken from
 * what the configuration refers to. `source` keeps the addresses of several plans apart.
 */
export function planIn(plan: Raw, path: string, source: string): PlanShown {
  const tree = treeIn(plan, source, usualPlace)
  const references = referencesIn(tree)
  const shown = tree.resources
    .map((it) => shownOf(it, references))
    .map((it) => ({ ...it, paired: references.taken.get(it.address) ?? nothing }))
  const lacking = [...tree.assumed].map((what): Remark => ({
    type: 'assumed',
    what: path,
    text: `Nothing in the plan says in which ${what} some of it is made: ${what === 'Region' ? usualPlace.region : usualPlace.ownerId} is taken for it.`,
  }))
  return { shown: settledAlike(shown), remarks: lacking }
}

const nothing: ReadonlyMap<string, string> = new Map()

function shownOf(it: Planned, references: References): Shown {
  const doubts: Doubt[] = []
  const said = isObject(it.said['expressions']) ? it.said['expressions'] : {}

  /** An attribute whose value is not known before it is applied. */
  function leaf(attribute: string, top: string, expressions: readonly unknown[]): unknown {
    const isSaid = expressions.some((each) => each !== undefined)
    // the provider tells what nobody says, but for what a block names that only a loop makes
    const isLooped = attribute !== top && (expressions.length === 0 || !Object.hasOwn(said, top))
    if (!isSaid && !(isLooped && prefixesFor(attribute).length > 0)) return undefined
    if (isSaid && expressions.every((each) => groupsIn(each).length === 0)) return undefined
    const value = references.one(it, attribute, expressions)
    // how many a list will hold is not known where all of it is unknown
    const isList = /(?:_ids|_arns|_blocks|^subnets|^security_groups)$/.test(attribute)
    if (!(value instanceof Untold) && !isList) return value
    const { why, among } =
      value instanceof Untold
        ? value
        : { why: 'The plan does not show how many there will be.', among: [value] }
    doubts.push({ attribute: top, key: attribute, why, among })
    return undefined
  }

  function filled(
    value: unknown,
    unknown: unknown,
    expressions: readonly unknown[],
    attribute: string,
    top: string,
    depth: number,
  ): unknown {
    if (depth > deepest || unknown === false || unknown === undefined) return value
    if (unknown === true) return leaf(attribute, top, expressions)
    if (Array.isArray(unknown)) {
      const list: readonly unknown[] = Array.isArray(value) ? value : []
      const open = unknown.flatMap((each, index) => (each === true ? [index] : []))
      if (open.length > 0) {
        const known = list.filter((_, index) => unknown[index] !== true)
        const ids = references.many(it, attribute, expressions, open.length)
        if (!(ids instanceof Untold)) return [...known, ...ids]
        doubts.push({ attribute: top, key: attribute, why: ids.why, among: ids.among })
        return known
      }
      const blocks = aligned(list, unknown, expressions)
      return list.map((each, index) =>
        filled(each, unknown[index], blocks[index] ?? [], attribute, top, depth + 1),
      )
    }
    if (!isObject(unknown)) return value
    const own = isObject(value) ? value : {}
    const keys = [...new Set([...Object.keys(own), ...Object.keys(unknown)])]
    return Object.fromEntries(
      keys.map((key) => [
        key,
        filled(
          Object.hasOwn(own, key) ? own[key] : undefined,
          Object.hasOwn(unknown, key) ? unknown[key] : undefined,
          depth === 0 ? [at(said, key)] : expressions.map((each) => inBlock(each, key)),
          key,
          depth === 0 ? key : top,
          depth + 1,
        ),
      ]),
    )
  }

  const values = filled(it.values, it.unknown, [], '', '', 0)
  const known = isObject(values) ? values : {}
  const twin = sameAs(it.type)
  const id = (twin !== null && text(it.values, 'id') === null && text(known, twin)) || it.id
  return {
    address: it.address,
    type: it.type,
    name: it.name,
    isData: it.isData,
    values: it.isMade || twin !== null ? completed(it.type, known, id) : known,
    isMade: it.isMade,
    place: it.place,
    doubts: doubts.filter(({ attribute }) => !isOfOtherEndpoints(it.type, known, attribute)),
    paired: nothing,
  }
}

const at = (it: Raw, key: string): unknown => (Object.hasOwn(it, key) ? it[key] : undefined)

/** What a block says of one of its attributes; an attribute that is a list of objects says it of all. */
function inBlock(said: unknown, key: string): unknown {
  const one: unknown = Array.isArray(said) && said.length === 1 ? said[0] : said
  if (!isObject(one)) return undefined
  return Object.hasOwn(one, 'references') || Object.hasOwn(one, 'constant_value')
    ? one
    : at(one, key)
}
