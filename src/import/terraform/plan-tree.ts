import { part, parts, text, texts, type Raw } from '../../kinds/describe'
import type { StackPlace } from '../cloudformation/stack'
import { keyed, stepsOf, within, type Key } from './addresses'
import { madeId, sameAs } from './made'
import { providersIn } from './plan-places'

/** A resource of a plan as it will be, one of several where it is made with `count` or `for_each`. */
export interface Planned {
  readonly address: string
  /** The address of the module that it stands in, with keys; empty for the root module. */
  readonly module: string
  readonly type: string
  readonly name: string
  readonly key: Key | null
  readonly isData: boolean
  readonly values: Raw
  /** What of the values is known only once it is made, in the shape of the values. */
  readonly unknown: Raw
  /** What the configuration says of it. */
  readonly said: Raw
  readonly place: StackPlace
  /** Its ID; what stands for it where AWS has given none. */
  readonly id: string
  readonly isMade: boolean
}

/** A module as it is configured, whatever it is made for. */
export interface ModuleSaid {
  readonly resources: ReadonlyMap<string, Raw>
  readonly calls: Raw
  readonly outputs: Raw
  readonly variables: Raw
}

export interface PlanTree {
  /** What nothing in the plan says of where it is applied. */
  readonly assumed: ReadonlySet<'account' | 'Region'>
  readonly resources: readonly Planned[]
  /** Those of one address but for their keys, behind that of their module. */
  readonly named: (module: string, name: string) => readonly Planned[]
  /** Those of a module and of the modules that it calls. */
  readonly within: (module: string) => readonly Planned[]
  readonly said: (module: string) => ModuleSaid | null
  /** What a variable of a module is set to, where that is a constant. */
  readonly variable: (module: string, name: string) => unknown
  /** The keys of the modules that one call makes. */
  readonly called: (module: string, name: string) => readonly (Key | null)[]
}

/** Deeper modules are not followed: nobody nests that many. */
const deepest = 40

const isLookedUp = (it: Raw): boolean => text(it, 'mode') === 'data'

/** Reads what a plan says of every resource, and how modules are made of each other. */
export function treeIn(plan: Raw, source: string, usual: StackPlace): PlanTree {
  const root = part(part(plan, 'configuration'), 'root_module')
  const saids = new Map<string, ModuleSaid | null>()
  const calls = new Map<string, Set<Key | null>>()
  const changes = new Map(
    parts(plan, 'resource_changes').map((it) => [text(it, 'address') ?? '', part(it, 'change')]),
  )
  const { placeOf, assumed } = providersIn(plan, usual)
  const resources: Planned[] = []
  const byName = new Map<string, Planned[]>()

  /** The module as it is configured, by the address of one that is made of it. */
  const said = (module: string): ModuleSaid | null => {
    const known = saids.get(module)
    if (known !== undefined) return known
    const steps = module === '' ? [] : (stepsOf(module) ?? [])
    let at: Raw | null = root
    for (const [index, { name }] of steps.entries())
      if (index % 2 === 1) {
        const call: Raw = part(part(at ?? {}, 'module_calls'), name)
        at = Object.hasOwn(call, 'module') ? part(call, 'module') : null
      }
    const found = at === null ? null : moduleIn(at)
    saids.set(module, found)
    return found
  }

  function variableOf(module: string, name: string, depth: number): unknown {
    const call = callOf(module)
    if (!call) return part(part(plan, 'variables'), name)['value']
    const given = part(part(part(said(call.around)?.calls ?? {}, call.name), 'expressions'), name)
    if (Object.hasOwn(given, 'constant_value')) return given['constant_value']
    const [first, ...others] = texts(given, 'references')
    const handed = /^var\.([\w-]+)$/.exec(first ?? '')?.[1]
    if (handed !== undefined && others.length === 0 && depth < deepest)
      return variableOf(call.around, handed, depth + 1)
    return first === undefined ? part(said(module)?.variables ?? {}, name)['default'] : undefined
  }

  const take = (it: Raw, module: string): void => {
    const [type, name] = [text(it, 'type'), text(it, 'name')]
    const address = text(it, 'address')
    if (type === null || name === null || address === null) return
    const isData = text(it, 'mode') === 'data'
    const index = it['index']
    const values = part(it, 'values')
    const own = `${isData ? 'data.' : ''}${type}.${name}`
    const configured = said(module)?.resources.get(own) ?? {}
    const place = placeOf(text(configured, 'provider_config_key') ?? '', values)
    const told = text(values, 'id')
    const made: Planned = {
      address,
      module,
      type,
      name,
      key: typeof index === 'string' || typeof index === 'number' ? index : null,
      isData,
      values,
      unknown: part(changes.get(address) ?? {}, 'after_unknown'),
      said: configured,
      place,
      id: told ?? madeId(type, name, `${source}${address}`, place),
      isMade: told === null && !isData && sameAs(type) === null,
    }
    resources.push(made)
    const key = within(module, own)
    const list = byName.get(key) ?? []
    byName.set(key, list)
    list.push(made)
  }

  const visit = (module: Raw, address: string, isTaken: (it: Raw) => boolean, depth: number) => {
    if (depth > deepest) return
    for (const it of parts(module, 'resources')) if (isTaken(it)) take(it, address)
    for (const child of parts(module, 'child_modules')) {
      const at = text(child, 'address') ?? ''
      const steps = stepsOf(at)
      const last = steps?.at(-1)
      if (!steps || !last) continue
      const call = within(address, `module.${last.name}`)
      calls.set(call, (calls.get(call) ?? new Set()).add(last.keys[0] ?? null))
      visit(child, at, isTaken, depth + 1)
    }
  }
  visit(part(part(plan, 'planned_values'), 'root_module'), '', () => true, 0)
  // what is looked up is known before, and stands beside what was there
  const before = part(part(plan, 'prior_state'), 'values')
  visit(part(before, 'root_module'), '', isLookedUp, 0)

  return {
    resources,
    assumed,
    named: (module, name) => byName.get(within(module, name)) ?? [],
    within: (module) =>
      module === ''
        ? resources
        : resources.filter((it) => it.module === module || it.module.startsWith(`${module}.`)),
    said,
    variable: (module, name) => variableOf(module, name, 0),
    called: (module, name) => [...(calls.get(within(module, `module.${name}`)) ?? [])],
  }
}

function moduleIn(module: Raw): ModuleSaid {
  return {
    resources: new Map(
      parts(module, 'resources').map((it) => [
        `${text(it, 'mode') === 'data' ? 'data.' : ''}${text(it, 'type')}.${text(it, 'name')}`,
        it,
      ]),
    ),
    calls: part(module, 'module_calls'),
    outputs: part(module, 'outputs'),
    variables: part(module, 'variables'),
  }
}

/** The module around this one, the name of its call, and its key; null for the root module. */
export function callOf(module: string) {
  const steps = module === '' ? [] : (stepsOf(module) ?? [])
  const last = steps.at(-1)
  if (!last || steps.length < 2) return null
  const around = steps
    .slice(0, -2)
    .map(({ name, keys }) => `${name}${keyed(keys[0] ?? null)}`)
    .join('.')
  return { around, name: last.name, key: last.keys[0] ?? null }
}
