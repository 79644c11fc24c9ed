import { parts, text, type Raw } from '../../../kinds/describe'
import { folderNamed } from './module-code'

/** Where `terraform init` put the modules that code calls from elsewhere, by how they are called. */
export interface Installed {
  /** The folder of the root module that calls them. */
  readonly root: string
  /** The folder of each, by the names of the calls that lead to it: `vpc.endpoints`. */
  readonly folders: ReadonlyMap<string, string>
}

const place = '.terraform/modules/'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The list of modules that `terraform init` leaves; null for anything else. */
export function installedIn(written: string, value: unknown): Installed | null {
  const path = written.replaceAll('\\', '/')
  if (!path.endsWith(`${place}modules.json`) || !isObject(value)) return null
  const root = path.slice(0, -`${place}modules.json`.length)
  const folders = parts(value, 'Modules').flatMap((each): [string, string][] => {
    const [key, dir] = [text(each, 'Key'), text(each, 'Dir')]
    const folder = dir === null ? null : folderNamed(`./${dir}`, root)
    return key && folder !== null ? [[key, folder]] : []
  })
  return { root, folders: new Map(folders) }
}

/** Is it the folder of a module that was fetched? None of them is deployed by itself, nor its examples. */
export const isFetched = (folder: string): boolean => `/${folder}`.includes(`/${place}`)

/**
 * How a module is called from its root, whatever it is made for.
 * @example callsIn('module.vpc["a"].module.endpoints') // 'vpc.endpoints'
 */
export const callsIn = (address: string): string =>
  address
    .replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '')
    .split('.')
    .filter((_, index) => index % 2 === 1)
    .join('.')
