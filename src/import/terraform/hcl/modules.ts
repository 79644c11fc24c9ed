import { within, keyed } from '../addresses'
import { Untold } from '../plan-expressions'
import { byKey, evaluated, type Budget, type Scope } from './evaluate'
import { expressionIn, instanceOf, madeFor, scopeFor, valueOf, type Instance } from './instances'
import { callsIn } from './installed'
import { folderNamed, type ModuleCode, type ResourceCode } from './module-code'
import { completed } from './optional'
import { handedTo, placeFor, providersOf, tagsFor, type Providers } from './providers'
import { Failed, type Thing, type Value } from './value'

/** A module that is made: the root, or what a call makes of one for one key. */
export interface Module {
  readonly address: string
  readonly instances: () => readonly Instance[]
  readonly output: (name: string) => Value
}

/** What surrounds modules while they are evaluated. */
export interface Around {
  readonly modules: ReadonlyMap<string, ModuleCode>
  /** The folders of modules from elsewhere, by how they are called. */
  readonly installed: ReadonlyMap<string, string>
  readonly budget: Budget
  /** Keeps the addresses of several roots apart. */
  readonly source: string
  readonly assumed: Set<'account' | 'Region'>
  /** The resource of this ID. */
  readonly byId: Map<string, Instance>
  /** A module is called whose code is not there, with what it is given. */
  readonly missing: (address: string, source: string, given: Value) => void
  /** All resources together that are still made. */
  readonly room: { left: number }
}

/** How one is called. */
export interface Call {
  readonly address: string
  readonly chain: readonly string[]
  readonly providers: Providers
  /** The value of a variable; undefined where none is given. */
  readonly given: (name: string) => Value | undefined
  /** Why it may not be made at all. */
  readonly doubt: Untold | null
}

/** Arguments of a call that are none of the module's variables. */
const ofCalls = new Set(['source', 'version', 'providers', 'count', 'for_each', 'depends_on'])

const thing = (attribute: (name: string) => Value): Thing => ({
  isThing: true,
  id: null,
  attribute,
})

/** Remembers what was evaluated; what is evaluated while it is asked for is made of itself. */
function remembered<Of>(make: (name: string) => Of, itself: (name: string) => Of) {
  const known = new Map<string, Of>()
  return (name: string): Of => {
    const before = known.get(name)
    if (before !== undefined) return before
    known.set(name, itself(name))
    const made = make(name)
    known.set(name, made)
    return made
  }
}

const itself = (what: string) => (name: string) => new Untold(`${what}${name} is made of itself.`)

/** Evaluates a module as far as that goes without Terraform. */
export function moduleOf(code: ModuleCode, call: Call, around: Around): Module {
  const { budget } = around
  const { address, chain } = call
  const value = (raw: unknown, scope: Scope = names): Value => valueOf(raw, scope, budget)

  const variable = remembered<Value>((name) => {
    const declared = code.variables.get(name)
    if (!declared) return new Failed(`There is no variable ${name}.`)
    const given = call.given(name)
    const of =
      given !== undefined && !(given === null && declared['nullable'] === false)
        ? given
        : Object.hasOwn(declared, 'default')
          ? value(declared['default'])
          : new Untold(`The variable ${name} has no value.`)
    const type = typeof declared['type'] === 'string' ? expressionIn(declared['type']) : null
    return type ? completed(of, type, (it) => evaluated(it, names, budget)) : of
  }, itself('var.'))

  const local = remembered<Value>(
    (name) =>
      code.locals.has(name)
        ? value(code.locals.get(name))
        : new Failed(`There is no local.${name}.`),
    itself('local.'),
  )

  const resource = remembered<readonly Instance[] | Untold>((key) => {
    const found = code.resources.get(key)
    if (!found) return new Failed(`There is no ${key}.`)
    return made(found)
  }, itself(''))

  function made(found: ResourceCode): readonly Instance[] | Untold {
    const place = placeFor(found.body, code.folder, providers(), around.assumed)
    const configured = { place, tags: tagsFor(found.body, providers()) }
    const all = madeFor(found.body, value)
    around.room.left -= all.length
    if (around.room.left < 0) return new Untold('More is made than any network holds.')
    const own = { address, source: around.source, budget }
    return all.map((each) => {
      const doubt = each.doubt ?? call.doubt
      const it = instanceOf(found, own, names, { ...each, doubt }, configured, (id) =>
        around.byId.get(id),
      )
      if (it.id !== null) around.byId.set(it.id, it)
      return it
    })
  }

  const resourceValue = (key: string): Value => {
    const found = resource(key)
    if (found instanceof Untold) return found
    // for which keys it is made is not known, so nothing can be asked for by one
    const [first] = found
    const isOpen = first?.key === null && first.doubt !== null && first.doubt !== call.doubt
    return isOpen ? new Untold(first.doubt.why) : byKey(found.map((it) => [it.key, it]))
  }

  const called = remembered<
    readonly (readonly [string | number | null, Module | Untold])[] | Untold
  >((name) => {
    const body = code.calls.get(name)
    if (!body) return new Failed(`There is no module ${name}.`)
    const raw = body['source']
    const source = typeof raw === 'string' ? raw : ''
    const at = within(address, `module.${name}`)
    const folder = folderNamed(source, code.folder) ?? around.installed.get(callsIn(at)) ?? null
    const inner = folder === null ? undefined : around.modules.get(folder)
    if (!inner || chain.includes(inner.folder)) {
      around.missing(at, source, value(body))
      return [[null, new Untold(`The code of ${at} (${source}) is not among the files.`)]]
    }
    return madeFor(body, value).map((each) => {
      const scope = scopeFor(names, each)
      const argument = remembered<Value>(
        (argumentName) => valueOf(body[argumentName], scope, budget),
        itself(`${at}.`),
      )
      const module = moduleOf(
        inner,
        {
          address: `${at}${keyed(each.key)}`,
          chain: [...chain, inner.folder],
          providers: handedTo(body, providers()),
          given: (argumentName) =>
            Object.hasOwn(body, argumentName) && !ofCalls.has(argumentName)
              ? argument(argumentName)
              : undefined,
          doubt: each.doubt ?? call.doubt,
        },
        around,
      )
      return [each.key, module] as const
    })
  }, itself('module.'))

  const moduleValue = (name: string): Value => {
    const found = called(name)
    if (found instanceof Untold) return found
    const things = found.map(
      ([key, it]) => [key, it instanceof Untold ? thing(() => it) : thing(it.output)] as const,
    )
    return byKey(things)
  }

  let configured: Providers | null = null
  const providers = (): Providers => {
    // a configuration may be made of what is made with it
    if (configured) return configured
    configured = call.providers
    configured = providersOf(code, call.providers, value)
    return configured
  }

  const roots: Readonly<Record<string, Thing>> = {
    var: thing(variable),
    local: thing(local),
    module: thing(moduleValue),
    data: thing((type) => thing((name) => resourceValue(`data.${type}.${name}`))),
    path: thing((name) =>
      name === 'module' || name === 'root' ? '.' : new Untold(`path.${name}`),
    ),
    terraform: thing((name) => new Untold(`terraform.${name} is known only where it is applied.`)),
  }
  const names: Scope = (name) =>
    Object.hasOwn(roots, name)
      ? roots[name]
      : thing((resourceName) => resourceValue(`${name}.${resourceName}`))

  return {
    address,
    output: remembered<Value>(
      (name) => {
        const said = code.outputs.get(name)
        return said ? value(said['value']) : new Failed(`${address} has no output ${name}.`)
      },
      itself(`${address}.`),
    ),
    instances: () => [
      ...[...code.resources.keys()].flatMap((key) => {
        const found = resource(key)
        return found instanceof Untold ? [] : found
      }),
      ...[...code.calls.keys()].flatMap((name) => {
        const found = called(name)
        if (found instanceof Untold) return []
        return found.flatMap(([, it]) => (it instanceof Untold ? [] : it.instances()))
      }),
    ],
  }
}
