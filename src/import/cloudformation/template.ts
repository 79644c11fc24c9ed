import { isLoop, loopsIn, unrolled } from './loops'
import {
  at,
  entriesAt,
  isFields,
  isList,
  newBudget,
  nodeOf,
  textAt,
  type Fields,
  type Node,
} from './node'
import { readYaml } from './yaml'

/** One template with the path of its file. */
export interface Template {
  readonly path: string
  readonly parameters: ReadonlyMap<string, Node>
  readonly mappings: Node
  readonly conditions: ReadonlyMap<string, Node>
  readonly resources: ReadonlyMap<string, TemplateResource>
  readonly outputs: ReadonlyMap<string, Node>
  /** What it says of itself, such as how its parameters are asked for. */
  readonly metadata: Node
  /** What rewrites it before it is deployed. */
  readonly transforms: readonly string[]
  /** The loops of its resources whose values it does not tell. */
  readonly loops: readonly string[]
}

export interface TemplateResource {
  readonly logicalId: string
  readonly type: string
  readonly condition: string | null
  readonly properties: Node
}

const isResourceType = (type: string | null): type is string =>
  type !== null && /^(?:AWS|Alexa|Custom)::/.test(type)

/** Does JSON that was read say that it is a template? */
export function isTemplate(value: unknown): value is Fields {
  if (!isObject(value) || !Object.hasOwn(value, 'Resources')) return false
  const { Resources: resources } = value as { readonly Resources?: unknown }
  return (
    isObject(resources) &&
    Object.entries(resources).some(([key, it]) => isLoop(key) || (isObject(it) && typeOf(it)))
  )
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const typeOf = (it: object): boolean =>
  Object.hasOwn(it, 'Type') && isResourceType(textOf((it as { readonly Type?: unknown }).Type))

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** A template in JSON, or in what `aws cloudformation get-template` answers; null for anything else. */
export function templateInJson(path: string, value: unknown): Template | null {
  if (isTemplate(value)) {
    const node = nodeOf(value, newBudget())
    return node === undefined ? null : templateOf(path, node)
  }
  if (!isObject(value) || !Object.hasOwn(value, 'TemplateBody')) return null
  const { TemplateBody: body } = value as { readonly TemplateBody?: unknown }
  return typeof body === 'string' ? templateInText(path, body) : templateInJson(path, body)
}

/** A template in YAML; null for a text that does not look like one. */
export function templateInText(path: string, text: string): Template | null {
  // any text is YAML: only what may be a template is read
  if (!/\bResources\b/.test(text) || !/\b(?:AWS|Alexa|Custom)::/.test(text)) return null
  const node = readYaml(text)
  return node && isTemplate(node) ? templateOf(path, node) : null
}

function templateOf(path: string, written: Node): Template {
  const node = unrolled(written)
  const transform = at(node, 'Transform')
  return {
    path,
    parameters: new Map(entriesAt(node, 'Parameters')),
    mappings: at(node, 'Mappings') ?? null,
    conditions: new Map(entriesAt(node, 'Conditions')),
    resources: new Map(
      entriesAt(node, 'Resources').flatMap(([logicalId, it]) => {
        const type = textAt(it, 'Type')
        if (!isFields(it) || type === null) return []
        const condition = textAt(it, 'Condition')
        const properties = at(it, 'Properties') ?? null
        return [[logicalId, { logicalId, type, condition, properties }] as const]
      }),
    ),
    outputs: new Map(entriesAt(node, 'Outputs')),
    metadata: at(node, 'Metadata') ?? null,
    transforms: (isList(transform) ? transform : [transform]).flatMap((each) =>
      typeof each === 'string' ? [each] : (textAt(each, 'Name') ?? []),
    ),
    loops: loopsIn(at(node, 'Resources')),
  }
}
