import { part, parts, text, type Raw } from '../../kinds/describe'
import type { StackPlace } from '../cloudformation/stack'

/** A resource of a state, as `terraform show -json` and the state's own file tell it. */
export interface Shown {
  /** Its address with modules and keys. */
  readonly address: string
  readonly type: string
  readonly name: string
  /** Is it only looked up, and made by somebody else? */
  readonly isData: boolean
  readonly values: Raw
  /** Is it still to be made, its ID standing for the one that AWS will give? */
  readonly isMade: boolean
  /** Where it is made, if its own values do not say it. */
  readonly place: StackPlace | null
  readonly doubts: readonly Doubt[]
  /** Attributes that are taken to name what is made with the same key, with what they are made of. */
  readonly paired: ReadonlyMap<string, string>
}

/** What of a resource is not known. */
export interface Doubt {
  /** The attribute that it is part of; that of the resource itself. */
  readonly attribute: string
  readonly key: string
  readonly why: string
  /** The IDs that it may be one of; null where it may be any. */
  readonly among: readonly string[] | null
}

/** A resource of a state: everything of it is known. */
const whole = {
  isMade: false,
  place: null,
  doubts: [],
  paired: new Map<string, string>(),
} as const

/** Deeper modules are not followed: nobody nests that many. */
const deepest = 40

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The resources of a state, told by its content; null where the file is something else. */
export function stateIn(value: unknown): readonly Shown[] | null {
  if (!isObject(value)) return null
  if (text(value, 'format_version') !== null && Object.hasOwn(value, 'values'))
    return inModule(part(part(value, 'values'), 'root_module'), 0)
  const isFile = value['version'] === 4 && text(value, 'terraform_version') !== null
  return isFile && Array.isArray(value['resources']) ? inFile(value) : null
}

/** Is it a plan? */
export const isPlan = (value: unknown): value is Raw =>
  isObject(value) &&
  text(value, 'format_version') !== null &&
  (Object.hasOwn(value, 'planned_values') || Object.hasOwn(value, 'resource_changes'))

/** Is it the language of Terraform itself, which only Terraform evaluates? */
export const isCode = (code: string): boolean =>
  /^(?:(?:resource|data)[ \t]+"[^"\n]+"[ \t]+"[^"\n]+"|(?:module|provider|variable|output)[ \t]+"[^"\n]+"|terraform|locals)[ \t]*\{/m.test(
    code,
  )

/** May it be values for variables of that language, one after the other? */
export const isValues = (text: string): boolean =>
  text.length < 1_000_000 && /^(?:\s|#.*\n|\/\/.*\n)*[A-Za-z_][\w-]*[ \t]*=[^=>]/.test(text)

function inModule(module: Raw, depth: number): readonly Shown[] {
  if (depth > deepest) return []
  const own = parts(module, 'resources').map((it): Shown => ({
    address: text(it, 'address') ?? '',
    type: text(it, 'type') ?? '',
    name: text(it, 'name') ?? '',
    isData: text(it, 'mode') === 'data',
    values: part(it, 'values'),
    ...whole,
  }))
  return [...own, ...parts(module, 'child_modules').flatMap((each) => inModule(each, depth + 1))]
}

function inFile(state: Raw): readonly Shown[] {
  return parts(state, 'resources').flatMap((it) => {
    const [type, name, module] = [
      text(it, 'type') ?? '',
      text(it, 'name') ?? '',
      text(it, 'module'),
    ]
    const isData = text(it, 'mode') === 'data'
    const address = [module, isData ? 'data' : null, type, name].filter((each) => each !== null)
    return parts(it, 'instances').map((instance): Shown => {
      const key = instance['index_key']
      const index =
        typeof key === 'number' || typeof key === 'string' ? `[${JSON.stringify(key)}]` : ''
      const values = part(instance, 'attributes')
      return { address: `${address.join('.')}${index}`, type, name, isData, values, ...whole }
    })
  })
}
