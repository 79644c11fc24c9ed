import { isFields, isList, newBudget, take, type Budget, type Fields, type Node } from './node'

const prefix = 'Fn::ForEach::'

/** Longer ones make no names. */
const longest = 255

/** Is it the key of a loop? */
export const isLoop = (key: string): boolean => key.startsWith(prefix)

/**
 * A template with its loops written out, as AWS::LanguageExtensions does before anything else: those
 * over values that stand in the template itself. The others stay as they are.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function unrolled(template: Node): Node {
  const made = written(template, newBudget(), 0)
  // one that makes more than any template may hold is left as it is
  return made ?? template
}

/** The names of loops that are left in a part of a template. */
export const loopsIn = (node: Node | undefined): readonly string[] =>
  isFields(node)
    ? Object.keys(node).flatMap((key) => (isLoop(key) ? key.slice(prefix.length) : []))
    : []

function written(node: Node, budget: Budget, depth: number): Node | undefined {
  if (!take(budget, depth)) return undefined
  if (isList(node)) {
    const list: Node[] = []
    for (const each of node) {
      const made = written(each, budget, depth + 1)
      if (made === undefined) return undefined
      list.push(made)
    }
    return list
  }
  if (typeof node === 'string') budget.left -= Math.floor(node.length / 100)
  if (!isFields(node)) return node
  const entries: [string, Node][] = []
  for (const [key, each] of Object.entries(node)) {
    const rounds = isLoop(key) ? roundsOf(each) : null
    for (const text of rounds?.texts ?? []) {
      // a round may hold loops of its own
      const made = written(
        filledIn(rounds?.body ?? {}, rounds?.name ?? '', text),
        budget,
        depth + 1,
      )
      if (!isFields(made)) return undefined
      for (const entry of Object.entries(made)) entries.push(entry)
    }
    if (rounds) continue
    const made = written(each, budget, depth + 1)
    if (made === undefined) return undefined
    entries.push([key, made])
  }
  return Object.fromEntries(entries)
}

interface Rounds {
  readonly name: string
  readonly texts: readonly string[]
  readonly body: Fields
}

/** What a loop goes over; null where that is known only once it is deployed. */
function roundsOf(loop: Node): Rounds | null {
  const [name, values, body] = isList(loop) ? loop : []
  if (typeof name !== 'string' || !isList(values) || !isFields(body)) return null
  const texts = values.flatMap((each) =>
    typeof each === 'string' && each.length <= longest ? each : [],
  )
  return texts.length === values.length && name !== '' ? { name, texts, body } : null
}

/** A part of a template with the value of this round in the place of its name. */
function filledIn(node: Node, name: string, text: string): Node {
  // logical IDs hold letters and digits only: `&{Name}` leaves out the rest
  const filled = (each: string) =>
    each
      .replaceAll(`\${${name}}`, () => text)
      .replaceAll(`&{${name}}`, () => text.replace(/[^A-Za-z0-9]/g, ''))
  if (typeof node === 'string') return filled(node)
  if (isList(node)) return node.map((each) => filledIn(each, name, text))
  if (!isFields(node)) return node
  if (Object.keys(node).length === 1 && node['Ref'] === name) return text
  return Object.fromEntries(
    Object.entries(node).map(([key, each]) => [filled(key), filledIn(each, name, text)]),
  )
}
