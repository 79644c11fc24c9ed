import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate'
import { fail, type Result } from '../../base/result'
import type { Document } from '../../model/document'
import { sizeLimit } from '../../model/json'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import type { Problem } from '../../model/problem'

/** Links longer than this are cut off by some mail and chat programs. */
export const comfortableLength = 8_000

/**
 * The design as text that fits behind the `#` of an address, which no browser sends to a server:
 * deflated, then base64 with the two signs that addresses keep for themselves replaced.
 */
export function packed(document: Document): string {
  const bytes = deflateSync(strToU8(printDocument(document)), { level: 9 })
  let raw = ''
  for (const byte of bytes) raw += String.fromCharCode(byte)
  return btoa(raw).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads a packed design back; a damaged link is a problem, as a damaged file is. */
export function unpacked(text: string): Result<Document, Problem> {
  try {
    const raw = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(raw, (sign) => sign.charCodeAt(0))
    // a small link may unpack into a huge text: room for what a file may hold, and no more
    const room = new Uint8Array(Math.min(sizeLimit, bytes.length * 1_032 + 1_024))
    return parseDocument(strFromU8(inflateSync(bytes, { out: room })))
  } catch {
    return fail({ code: 'file/not-json', at: { line: 1, column: 1 }, truncated: true })
  }
}
