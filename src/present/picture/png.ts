/**
 * PNG, as far as we need it: text chunks put in before the picture data and read back.
 *
 *     89 50 4E 47 0D 0A 1A 0A │ chunk │ chunk │ …
 *     chunk = length (4, big endian) │ type (4) │ data (length) │ CRC-32 of type and data (4)
 *
 * An `iTXt` chunk holds UTF-8: keyword │ 0 │ compressed? │ method │ language │ 0 │ keyword in that
 * language │ 0 │ text.
 * @source https://www.w3.org/TR/png-3/
 */
const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** The chunks of a PNG; null where it is none or is cut off. */
export function chunksOf(bytes: Uint8Array): readonly Chunk[] | null {
  if (!isPng(bytes)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const chunks: Chunk[] = []
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return null
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    chunks.push({ type, data: bytes.subarray(at + 8, at + 8 + length) })
    if (type === 'IEND') return chunks
    at = end
  }
  return null
}

function pngOf(chunks: readonly Chunk[]): Uint8Array<ArrayBuffer> {
  const length = chunks.reduce((sum, { data }) => sum + 12 + data.length, signature.length)
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  bytes.set(signature)
  let at = signature.length
  for (const { type, data } of chunks) {
    view.setUint32(at, data.length)
    for (let index = 0; index < 4; index += 1) bytes[at + 4 + index] = type.charCodeAt(index)
    bytes.set(data, at + 8)
    view.setUint32(at + 8 + data.length, crc32(bytes.subarray(at + 4, at + 8 + data.length)))
    at += 12 + data.length
  }
  return bytes
}

/** The same picture with a text in it, right behind its header. */
export function withText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const chunks = chunksOf(png)
  if (!chunks) throw new Error('Bug: the browser made something that is no PNG')
  const head = new TextEncoder().encode(`${keyword}\0\0\0\0\0`)
  const body = new TextEncoder().encode(text)
  const data = new Uint8Array(head.length + body.length)
  data.set(head)
  data.set(body, head.length)
  const [header, ...rest] = chunks
  return pngOf([...(header ? [header] : []), { type: 'iTXt', data }, ...rest])
}

/** The uncompressed text under this keyword; null where there is none. */
export function textIn(png: Uint8Array, keyword: string): string | null {
  for (const { type, data } of chunksOf(png) ?? []) {
    if (type !== 'iTXt') continue
    const head = data.indexOf(0)
    if (new TextDecoder().decode(data.subarray(0, head)) !== keyword) continue
    if (data[head + 1] !== 0) continue
    const language = data.indexOf(0, head + 3)
    const translated = data.indexOf(0, language + 1)
    if (language < 0 || translated < 0) continue
    return new TextDecoder().decode(data.subarray(translated + 1))
  }
  return null
}
