import { fail, type Result } from '../../base/result'
import type { Document } from '../../model/document'
import { sizeLimit } from '../../model/json'
import { parseDocument } from '../../model/parse'
import type { Problem } from '../../model/problem'
import { embeddedIn } from '../../present/picture/embedded'

/** A file that is no design, though it may well be a fine picture. */
export interface NoDesign {
  readonly code: 'picture/no-design'
}

export type ReadProblem = Problem | NoDesign

/** Above this a file is read in a worker: smaller ones take no time that anyone would notice. */
const largeBytes = 512 * 1024

type Parse = (text: string) => Promise<Result<Document, Problem>>

/** Reads a design from a file, or from a picture of ours that carries one. */
export async function readDesign(
  file: Blob,
  parseLarge: Parse,
): Promise<Result<Document, ReadProblem>> {
  // the size is known before a byte is read, so that junk never fills the memory
  if (file.size > sizeLimit)
    return fail({ code: 'file/too-large', bytes: file.size, limit: sizeLimit })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const found = embeddedIn(bytes)
  if (found.type === 'picture-without') return fail({ code: 'picture/no-design' })
  const { text } = found
  return text.length > largeBytes ? parseLarge(text) : parseDocument(text)
}
