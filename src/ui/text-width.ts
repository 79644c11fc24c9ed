/** The faces of `tokens.css`, for what is measured or drawn outside a style sheet. */
export const font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"
export const mono =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Roboto Mono', Menlo, Consolas, monospace"

let pen: CanvasRenderingContext2D | null | undefined
const known = new Map<string, number>()
const mostKnown = 4000

/**
 * How wide is this text in this face, such as `600 13px system-ui`? Where nothing draws, in Node, an
 * average letter stands for each.
 */
export function textWidth(text: string, face: string): number {
  pen ??= typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  if (!pen) return text.length * Number(/(\d+(?:\.\d+)?)px/.exec(face)?.[1] ?? 12) * 0.6
  const key = `${face}\n${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  pen.font = face
  const { width } = pen.measureText(text)
  if (known.size >= mostKnown) known.clear()
  known.set(key, width)
  return width
}
