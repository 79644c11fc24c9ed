/**
 * What a template says at one place. Scalars are texts, as CloudFormation compares and joins them:
 * `true` in YAML or JSON is the text `true`, and an account's ID keeps its leading zeros.
 */
export type Node = string | null | readonly Node[] | Fields

export interface Fields {
  readonly [key: string]: Node
}

export const isFields = (node: Node | undefined): node is Fields =>
  typeof node === 'object' && node !== null && !Array.isArray(node)

export const isList = (node: Node | undefined): node is readonly Node[] => Array.isArray(node)

/** The field, if it stands there itself: names such as `__proto__` are like any other. */
export const at = (node: Node | undefined, key: string): Node | undefined =>
  isFields(node) && Object.hasOwn(node, key) ? node[key] : undefined

export const textAt = (node: Node | undefined, key: string): string | null => {
  const value = at(node, key)
  return typeof value === 'string' ? value : null
}

export const entriesAt = (node: Node | undefined, key: string): readonly [string, Node][] => {
  const value = at(node, key)
  return isFields(value) ? Object.entries(value) : []
}

/** Deeper nesting means nothing in a template. */
const deepest = 60

/** How many values a template may hold: one of AWS's greatest size holds fewer. */
const most = 300_000

/** Counts what is read, so that nothing is read without end. */
export interface Budget {
  left: number
}

export const newBudget = (): Budget => ({ left: most })

/** Takes one value at this depth; false where there is too much, or it lies too deep. */
export function take(budget: Budget, depth: number): boolean {
  budget.left -= 1
  return budget.left >= 0 && depth <= deepest
}

/** A value of JSON as a template's; undefined for one that is too large or too deep. */
export function nodeOf(value: unknown, budget: Budget, depth = 0): Node | undefined {
  if (!take(budget, depth)) return undefined
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return null
  if (Array.isArray(value)) {
    const list: Node[] = []
    for (const each of value as readonly unknown[]) {
      const node = nodeOf(each, budget, depth + 1)
      if (node === undefined) return undefined
      list.push(node)
    }
    return list
  }
  const entries: [string, Node][] = []
  for (const [key, each] of Object.entries(value)) {
    const node = nodeOf(each, budget, depth + 1)
    if (node === undefined) return undefined
    entries.push([key, node])
  }
  return Object.fromEntries(entries)
}
