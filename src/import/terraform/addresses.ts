/** What stands in brackets behind a name: a number for `count`, a text for `for_each`. */
export type Key = string | number

/** One name of an address or a reference, with what stands in brackets behind it. */
export interface Step {
  readonly name: string
  readonly keys: readonly Key[]
}

/** Longer references mean nothing. */
const longest = 4000

const name = /[\p{L}_][\p{L}\p{N}_-]*/uy
const number = /\[(\d{1,9})\]/y
const quoted = /\[("(?:[^"\\]|\\.)*")\]/y

/**
 * An address or a reference, name by name; null where it is none.
 * @example stepsOf('aws_subnet.a["x"].id') // aws_subnet, a with the key x, id
 */
export function stepsOf(text: string): readonly Step[] | null {
  if (text.length > longest) return null
  const steps: Step[] = []
  let at = 0
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at += found[0].length
    return found
  }
  for (;;) {
    const found = read(name)
    if (!found) return null
    const keys: Key[] = []
    for (;;) {
      const index = read(number)
      const key = index ? null : read(quoted)
      if (!index && !key) break
      const value: unknown = index ? Number(index[1]) : unquoted(key?.[1] ?? '')
      if (typeof value !== 'string' && typeof value !== 'number') return null
      keys.push(value)
    }
    steps.push({ name: found[0], keys })
    if (at === text.length) return steps
    if (text.charAt(at) !== '.') return null
    at += 1
  }
}

function unquoted(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** How Terraform writes a key behind a name. */
export const keyed = (key: Key | null): string => (key === null ? '' : `[${JSON.stringify(key)}]`)

/** The address of something within a module; the root module has the empty address. */
export const within = (module: string, address: string): string =>
  module === '' ? address : `${module}.${address}`
