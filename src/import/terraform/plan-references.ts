import { part, text } from '../../kinds/describe'
import { stepsOf, within, type Key, type Step } from './addresses'
import { madeAttribute, sameAs, toldWithin } from './made'
import { besideId, brought, unshown } from './plan-locals'
import {
  askedOnce,
  chosen,
  fitting,
  flat,
  groupsIn,
  nameOf,
  resourceStep,
  Untold,
  untold,
  type Candidate,
  type Meaning,
  type Scope,
} from './plan-expressions'
import { callOf, type PlanTree, type Planned } from './plan-tree'
import { prefixesFor } from './targets'

/** References that lead further are followed no deeper. */
const deepest = 60

/** What is asked for: of a block something that AWS tells in it, else the attribute. */
const namedIn = (type: string, attribute: string, inner: string | undefined): string =>
  inner !== undefined && toldWithin(type, attribute).includes(inner) ? inner : attribute

export interface References {
  /** The ID that an attribute will hold. */
  readonly one: (it: Planned, attribute: string, said: readonly unknown[]) => string | Untold
  /** The IDs that an attribute with so many of them will hold. */
  readonly many: (
    it: Planned,
    attribute: string,
    said: readonly unknown[],
    count: number,
  ) => readonly string[] | Untold
  /** Where of several things one is taken by its key, as code that people write has it. */
  readonly taken: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/**
 * What the references of a plan stand for. A plan names what an expression is made of, not how: where
 * more than one thing could be meant, and nothing says which, that is untold.
 */
export function referencesIn(tree: PlanTree): References {
  const { named, said, called } = tree
  const taken = new Map<string, Map<string, string>>()
  const byId = new Map(tree.resources.filter(({ isMade }) => isMade).map((it) => [it.id, it]))
  const running = new Set<string>()
  const known = askedOnce()
  let depth = 0
  let picks = 0

  const scopeOf = (it: Planned): Scope => ({
    module: it.module,
    key: it.key,
    count: named(it.module, `${it.isData ? 'data.' : ''}${it.type}.${it.name}`).length,
    forEach: it.said['for_each_expression'],
  })

  /** The scope of a call of a module, as its arguments see it. */
  const callScope = (module: string) => {
    const call = callOf(module)
    const configured = call && part(said(call.around)?.calls ?? {}, call.name)
    if (!call || !configured) return null
    const scope: Scope = {
      module: call.around,
      key: call.key,
      count: called(call.around, call.name).length,
      forEach: configured['for_each_expression'],
    }
    return { scope, configured }
  }

  const attributeOf = (it: Planned, attribute: string): readonly Candidate[] =>
    running.has(`${it.address}.${attribute}`)
      ? [{ key: it.key, value: new Untold(`${it.address}.${attribute} is made of itself.`) }]
      : known(`attribute ${it.address}.${attribute}`, () => attributeNow(it, attribute))

  function attributeNow(it: Planned, attribute: string): readonly Candidate[] {
    const told = Object.hasOwn(it.values, attribute) ? it.values[attribute] : undefined
    const unknown = Object.hasOwn(it.unknown, attribute) ? it.unknown[attribute] : undefined
    const only = (value: string | Untold): readonly Candidate[] => [{ key: it.key, value }]
    // what is known is no part of what is not
    if (unknown === undefined || unknown === false)
      if (told !== undefined && told !== null) return []
    const configured = part(it.said, 'expressions')
    if (unknown === true && Object.hasOwn(configured, attribute)) {
      const asked = `${it.address}.${attribute}`
      running.add(asked)
      const value = one(it, attribute, [configured[attribute]])
      running.delete(asked)
      return only(value)
    }
    const accepted = acceptedBy(it)
    if (accepted) return attributeOf(accepted, attribute)
    const made = madeAttribute(it, attribute, it.place)
    if (made !== null) return only(made)
    return only(new Untold(`${it.address}.${attribute} is known only once it is applied.`))
  }

  /** The attachment that this one accepts, and tells everything of once more. */
  function acceptedBy(it: Planned): Planned | undefined {
    const twin = it.type.endsWith('_attachment_accepter') ? sameAs(it.type) : null
    const id = twin === null ? undefined : attributeOf(it, twin)[0]?.value
    return typeof id === 'string' ? byId.get(id) : undefined
  }

  /** What the ID of a resource is, as others refer to it. */
  function idOf(it: Planned): readonly Candidate[] {
    if (text(it.values, 'id') !== null) return []
    const twin = sameAs(it.type)
    if (twin !== null) return attributeOf(it, twin)
    const value = it.isData ? new Untold(`${it.address} is looked up while it is applied.`) : it.id
    return [{ key: it.key, value }]
  }

  function ofResources(
    all: readonly Planned[],
    { keys }: Step,
    rest: readonly Step[],
  ): readonly Candidate[] {
    const [key] = keys
    const some = key === undefined ? all : all.filter((it) => it.key === key)
    const [attribute] = rest
    return some.flatMap((it): readonly Candidate[] =>
      attribute === undefined
        ? [...idOf(it), ...besideId(it)]
        : attribute.name === 'id'
          ? idOf(it)
          : attributeOf(it, namedIn(it.type, attribute.name, rest[1]?.name)),
    )
  }

  /** Everything that a local value of a module may be made of, as a plan shows none of them. */
  function ofLocals(module: string): readonly Candidate[] {
    const asked = `locals ${module}`
    if (running.has(asked))
      return [{ key: null, value: new Untold('Local values are made of each other.') }]
    return known(asked, () => {
      running.add(asked)
      const call = callScope(module)
      const given = Object.values(part(call?.configured ?? {}, 'expressions'))
      const handed = call ? given.flatMap((each) => flat(meaningsOf(each, call.scope))) : []
      running.delete(asked)
      return [...tree.within(module).flatMap(brought), ...handed]
    })
  }

  /** Of what is told as a list the one at a place: of things made by `count` the one of that number. */
  const pickedBy = (key: Key | undefined, list: readonly Candidate[]) => {
    if (key === undefined || list.length < 2) return list
    picks += 1
    return list.filter((it) => it.key === key)
  }

  function ofModule(scope: Scope, call: Step, output: Step | undefined): readonly Candidate[] {
    const keys = called(scope.module, call.name)
    const [wanted] = call.keys
    const some = wanted === undefined ? keys : keys.filter((key) => key === wanted)
    return some.flatMap((key) => {
      const bracket = key === null ? '' : `[${JSON.stringify(key)}]`
      const module = within(scope.module, `module.${call.name}${bracket}`)
      const outputs = said(module)?.outputs ?? {}
      const names = output ? [output.name] : Object.keys(outputs)
      const inner: Scope = { module, key: null, count: 1, forEach: undefined }
      return names.flatMap((name) => {
        const found = known(`output ${module} ${name}`, () =>
          flat(meaningsOf(part(part(outputs, name), 'expression'), inner)),
        )
        const list = pickedBy(output?.keys[0], found)
        return some.length > 1 ? list.map(({ value }) => ({ key, value })) : list
      })
    })
  }

  function ofVariable(scope: Scope, variable: Step): readonly Candidate[] {
    const call = callScope(scope.module)
    const expressions = part(call?.configured ?? {}, 'expressions')
    // what is given to the root module is known
    if (!call || !Object.hasOwn(expressions, variable.name)) return []
    const found = known(`variable ${scope.module} ${variable.name}`, () =>
      chosen(meaningsOf(expressions[variable.name], call.scope), call.scope, []),
    )
    return pickedBy(variable.keys[0], found)
  }

  /** What `each.value` is made of: of a resource made with the same keys, the one of this key. */
  function ofEach(scope: Scope, rest: readonly Step[]): readonly Candidate[] {
    const references = groupsIn(scope.forEach)
    const all = references.flatMap((reference) => {
      const steps = stepsOf(reference) ?? []
      const [first, call, ...others] = steps
      // of a module that is made with the same keys, what it tells of this key
      if (first?.name === 'module' && call && call.keys.length + others.length === 0)
        return ofModule(scope, { ...call, keys: scope.key === null ? [] : [scope.key] }, rest[0])
      const at = resourceStep(steps)
      const whole = at !== null && steps.length === at + 1 && steps[at]?.keys.length === 0
      const step = at === null ? undefined : steps[at]
      return whole && step
        ? ofResources(named(scope.module, nameOf(steps, at)), step, rest)
        : meaning(reference, scope).candidates
    })
    const keyed = all.filter(({ key }) => key === scope.key)
    return references.length === 1 && keyed.length === 1 ? keyed : all
  }

  function meaning(reference: string, scope: Scope): Meaning {
    const steps = stepsOf(reference)
    const of = (candidates: readonly Candidate[]): Meaning => ({ text: reference, candidates })
    if (!steps) return of([{ key: null, value: new Untold(`${reference} is not understood.`) }])
    const [first, second, ...rest] = steps
    switch (first?.name) {
      case 'var':
        return {
          ...of(second ? ofVariable(scope, second) : []),
          // a value from outside is told as it was written there
          isTruth: /^(?:true|false)$/.test(String(tree.variable(scope.module, second?.name ?? ''))),
        }
      case 'local':
        return of([...ofLocals(scope.module), unshown(reference)])
      case 'module':
        return of(second ? ofModule(scope, second, rest[0]) : [])
      case 'each':
        return of(second?.name === 'value' ? ofEach(scope, rest) : [])
      case 'count':
      case 'path':
      case 'terraform':
      case 'self':
        return of([])
      case undefined:
      default:
    }
    const at = resourceStep(steps)
    const step = at === null ? undefined : steps[at]
    if (at === null || !step) return of([])
    return of(ofResources(named(scope.module, nameOf(steps, at)), step, steps.slice(at + 1)))
  }

  function meaningsOf(expression: unknown, scope: Scope): readonly Meaning[] {
    if (depth >= deepest)
      return [
        { text: '', candidates: [{ key: null, value: new Untold('It is nested too deeply.') }] },
      ]
    depth += 1
    try {
      return groupsIn(expression).map((reference) => meaning(reference, scope))
    } finally {
      depth -= 1
    }
  }

  const note = (it: Planned, attribute: string, meanings: readonly Meaning[]) => {
    const known = taken.get(it.address) ?? new Map<string, string>()
    taken.set(it.address, known.set(attribute, meanings.map((each) => each.text).join(' and ')))
  }

  function one(it: Planned, attribute: string, expressions: readonly unknown[]): string | Untold {
    const scope = scopeOf(it)
    const before = picks
    const prefixes = prefixesFor(attribute)
    const meanings = expressions.some((each) => each !== undefined)
      ? expressions.flatMap((each) => meaningsOf(each, scope))
      : // a plan does not show what a block is made of that a loop makes
        [{ text: 'a loop', candidates: [...ofLocals(it.module), unshown('its loop')] }]
    const all = new Set(fitting(flat(meanings), prefixes).map(({ value }) => value))
    const values = new Set(chosen(meanings, scope, prefixes).map(({ value }) => value))
    const [value, ...more] = values
    if (value !== undefined && more.length === 0) {
      if (typeof value === 'string' && (all.size > 1 || picks > before))
        note(it, attribute, meanings)
      return value
    }
    return untold(meanings, [...all])
  }

  function many(
    it: Planned,
    attribute: string,
    expressions: readonly unknown[],
    count: number,
  ): readonly string[] | Untold {
    const scope = scopeOf(it)
    const prefixes = prefixesFor(attribute)
    const meanings = expressions.flatMap((each) => meaningsOf(each, scope))
    const all = [...new Set(fitting(flat(meanings), prefixes).map(({ value }) => value))]
    const ids = all.filter((each) => typeof each === 'string')
    if (ids.length === all.length && ids.length === count) return ids
    const single = count === 1 ? one(it, attribute, expressions) : null
    if (typeof single === 'string') return [single]
    return untold(meanings, all)
  }

  return { one, many, taken }
}
