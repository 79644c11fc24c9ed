/** One stack of an export of Causeway, with what its parameters are set to. */
export interface ManifestStack {
  readonly name: string
  /** Where the manifest lies, with what comes beside it. */
  readonly folder: string
  /** The path of its template, beside the manifest. */
  readonly path: string
  readonly ownerId: string
  readonly region: string
  /** By parameter: a text, or the output of another stack. */
  readonly parameters: ReadonlyMap<string, GivenValue>
}

export type GivenValue =
  { readonly text: string } | { readonly stack: string; readonly output: string }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The stacks that a `manifest.json` beside templates lists; null for anything else. One that comes
 * again is updated: what is set later counts.
 */
export function readManifest(path: string, value: unknown): readonly ManifestStack[] | null {
  const steps = isObject(value) && Object.hasOwn(value, 'stacks') ? value['stacks'] : null
  if (!Array.isArray(steps) || !steps.every(isStep)) return null
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const stacks = new Map<string, ManifestStack>()
  for (const step of steps) {
    const key = `${step.account} ${step.region} ${step.name}`
    const set = Object.entries(isObject(step.parameters) ? step.parameters : {}).flatMap(
      ([parameter, given]) => {
        const read = givenValue(given)
        return read ? [[parameter, read] as const] : []
      },
    )
    stacks.set(key, {
      name: step.name,
      folder,
      path: `${folder}${step.template}`,
      ownerId: step.account,
      region: step.region,
      parameters: new Map([...(stacks.get(key)?.parameters ?? []), ...set]),
    })
  }
  return [...stacks.values()]
}

interface Step {
  readonly name: string
  readonly template: string
  readonly account: string
  readonly region: string
  readonly parameters?: unknown
}

const isStep = (it: unknown): it is Step =>
  isObject(it) &&
  ['name', 'template', 'account', 'region'].every(
    (key) => Object.hasOwn(it, key) && typeof it[key] === 'string' && it[key] !== '',
  )

function givenValue(given: unknown): GivenValue | null {
  if (typeof given === 'string') return { text: given }
  const output = isObject(given) && Object.hasOwn(given, 'output') ? given['output'] : null
  const [, stack, name] = typeof output === 'string' ? (/^(.+)\.([^.]+)$/.exec(output) ?? []) : []
  return stack && name ? { stack, output: name } : null
}
