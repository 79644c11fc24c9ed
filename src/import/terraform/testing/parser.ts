import { parse } from '@cdktf/hcl2json'
import { strToU8 } from 'fflate'
import type { Resource } from '../../../kinds/resource'
import { importWithCode, type ImportedDesign, type ParseCode } from '../../import'
import { elk } from '../../../model/testing/elk'

/** A parser that knows these files: the package's own parses one after the other, and not at once. */
async function parserOf(files: Readonly<Record<string, string>>): Promise<ParseCode> {
  const known = new Map<string, ReturnType<ParseCode>>()
  for (const [path, text] of Object.entries(files))
    known.set(
      path,
      await parse(path, text).then(
        (blocks): ReturnType<ParseCode> => ({ blocks }),
        (error: unknown) => ({ problem: String(error) }),
      ),
    )
  return (path) => known.get(path) ?? { problem: 'It was not parsed.' }
}

/** What these files make, by their paths; null where nothing of them is known. */
export async function readCode(
  files: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>> = {},
): Promise<ImportedDesign> {
  const read = await importWithCode(
    Object.entries(files).map(([path, text]) => ({ path, bytes: strToU8(text) })),
    { name: 'Code', parameters },
    () => parserOf(files),
    elk,
  )
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** What came in, by its address. */
export const byAddress = ({ document }: ImportedDesign): Readonly<Record<string, Resource>> =>
  Object.fromEntries(
    Object.values<Resource>(document.resources).map((it) => [it.sourceAddress ?? it.id, it]),
  )
