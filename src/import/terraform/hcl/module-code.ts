import { part, parts, type Raw } from '../../../kinds/describe'

/** A file of Terraform's language as its parser leaves it: blocks by their labels, expressions as texts. */
export interface CodeFile {
  readonly path: string
  readonly blocks: unknown
}

/** A resource as it is written, whatever is made of it. */
export interface ResourceCode {
  readonly type: string
  readonly name: string
  readonly isData: boolean
  readonly body: Raw
}

/** Everything that the files of one folder say. */
export interface ModuleCode {
  readonly folder: string
  readonly resources: ReadonlyMap<string, ResourceCode>
  readonly variables: ReadonlyMap<string, Raw>
  readonly locals: ReadonlyMap<string, unknown>
  readonly calls: ReadonlyMap<string, Raw>
  readonly outputs: ReadonlyMap<string, Raw>
  /** Configurations of the provider of AWS. */
  readonly providers: readonly Raw[]
}

export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value) ? Object.entries(value) : []

/** The bodies of blocks; one that is written twice counts once. */
const bodies = (value: unknown): readonly Raw[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter(isObject)

/** What files say, folder by folder: each folder is a module. */
export function modulesIn(files: readonly CodeFile[]): ReadonlyMap<string, ModuleCode> {
  const folders = new Map<string, Raw[]>()
  for (const { path, blocks } of files) {
    if (!isObject(blocks)) continue
    const folder = folderOf(path)
    folders.set(folder, [...(folders.get(folder) ?? []), blocks])
  }
  return new Map([...folders].map(([folder, all]) => [folder, moduleOf(folder, all)]))
}

function moduleOf(folder: string, files: readonly Raw[]): ModuleCode {
  const resources = new Map<string, ResourceCode>()
  const named = (key: string) =>
    new Map(
      files.flatMap((file) =>
        entriesOf(part(file, key)).flatMap(([name, value]) => {
          const [body] = bodies(value)
          return body ? [[name, body] as const] : []
        }),
      ),
    )
  for (const file of files)
    for (const mode of ['resource', 'data'] as const)
      for (const [type, all] of entriesOf(part(file, mode)))
        for (const [name, value] of entriesOf(all)) {
          const [body] = bodies(value)
          const isData = mode === 'data'
          const key = `${isData ? 'data.' : ''}${type}.${name}`
          if (body) resources.set(key, { type, name, isData, body })
        }
  return {
    folder,
    resources,
    variables: named('variable'),
    locals: new Map(files.flatMap((file) => parts(file, 'locals').flatMap(entriesOf))),
    calls: named('module'),
    outputs: named('output'),
    providers: files.flatMap((file) => bodies(part(file, 'provider')['aws'])),
  }
}

/** The folder that a local module lies in; null for one from elsewhere. */
export function folderNamed(source: string, from: string): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(source)) return null
  const steps = from.split('/').filter((step) => step !== '')
  for (const step of source.split('/')) {
    if (step === '' || step === '.') continue
    if (step !== '..') steps.push(step)
    else if (steps.pop() === undefined) return null
  }
  return steps.length === 0 ? '' : `${from.startsWith('/') ? '/' : ''}${steps.join('/')}/`
}
