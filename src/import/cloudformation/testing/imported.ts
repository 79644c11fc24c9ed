import { strToU8 } from 'fflate'
import type { Resource } from '../../../kinds/resource'
import type { Document } from '../../../model/document'
import { importFiles, type ImportedDesign } from '../../import'

/** The design that these templates make, by the paths of their files. */
export function imported(
  files: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>> = {},
): ImportedDesign {
  const read = importFiles(
    Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })),
    { name: 'Imported', parameters },
  )
  if (!read.ok) throw new Error(read.problems.map(({ text }) => text).join())
  return read.value
}

/** The resource of this stack and logical ID. */
export function resourceAt({ resources }: Document, address: string): Resource {
  const found = Object.values<Resource>(resources).find((it) => it.sourceAddress === address)
  if (!found) throw new Error(`Nothing came from ${address}.`)
  return found
}
