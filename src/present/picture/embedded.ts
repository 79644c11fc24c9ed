import { isPng, textIn } from './png'

/** Under this name a picture carries its design, in a PNG chunk and in SVG metadata. */
export const keyword = 'causeway'

/** Marks the metadata element of our own SVG files. */
export const namespace = 'https://causeway.dev/ns/design'

/** A design in a picture or as the file's own text; or a picture that carries none. */
export type Embedded =
  { readonly type: 'design' | 'text'; readonly text: string } | { readonly type: 'picture-without' }

/** What kind of file is this, and which text in it is the design? */
export function embeddedIn(bytes: Uint8Array): Embedded {
  if (isPng(bytes)) {
    const text = textIn(bytes, keyword)
    return text === null ? { type: 'picture-without' } : { type: 'design', text }
  }
  const text = new TextDecoder().decode(bytes)
  const start = text.trimStart()
  if (!start.startsWith('<')) return { type: 'text', text }
  const design = designInSvg(text)
  return design === null ? { type: 'picture-without' } : { type: 'design', text: design }
}

/** The design inside `<design xmlns="…">`, base64 of its UTF-8, so that no XML rule touches it. */
function designInSvg(text: string): string | null {
  const found = new RegExp(`<(?:\\w+:)?design xmlns(?::\\w+)?="${namespace}"[^>]*>([^<]*)<`).exec(
    text,
  )
  if (!found?.[1]) return null
  try {
    const raw = atob(found[1].trim())
    return new TextDecoder().decode(Uint8Array.from(raw, (sign) => sign.charCodeAt(0)))
  } catch {
    return null
  }
}

/** The design as the SVG's metadata holds it. */
export function encoded(design: string): string {
  const bytes = new TextEncoder().encode(design)
  let raw = ''
  for (const byte of bytes) raw += String.fromCharCode(byte)
  return btoa(raw)
}
