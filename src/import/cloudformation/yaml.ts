import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import { newBudget, take, type Budget, type Node } from './node'

/** AWS takes no larger template; what is larger is none, and is not read as YAML. */
const largest = 1024 * 1024

/**
 * Reads YAML as CloudFormation does: short forms such as `!Ref` as what they stand for, all scalars
 * as texts. Null for what is no YAML, or too large, too deep, or grows by its aliases.
 * @source https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 */
export function readYaml(text: string): Node | null {
  if (text.length > largest || nestsTooDeep(text)) return null
  try {
    // the check for unique keys compares each with all others
    const document = parseDocument(text, {
      schema: 'failsafe',
      version: '1.1',
      uniqueKeys: false,
      logLevel: 'silent',
      prettyErrors: false,
      keepSourceTokens: false,
    })
    if (document.errors.length > 0) return null
    return read(document.contents, { anchors: new Map(), budget: newBudget() }, 0) ?? null
  } catch {
    return null
  }
}

/** Brackets within brackets, before anything walks into them. */
function nestsTooDeep(text: string): boolean {
  let depth = 0
  let worst = 0
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1
    worst = Math.max(worst, depth)
  }
  return worst > 2000
}

interface Reading {
  /** What stands under each anchor so far. */
  readonly anchors: Map<string, unknown>
  readonly budget: Budget
}

function read(it: unknown, reading: Reading, depth: number): Node | undefined {
  if (!take(reading.budget, depth)) return undefined
  if (it === null || it === undefined) return null
  if (isAlias(it)) {
    // what an alias stands for is counted anew each time, so that a bomb runs out of budget
    return read(reading.anchors.get(it.source), reading, depth + 1)
  }
  if ((isScalar(it) || isSeq(it) || isMap(it)) && it.anchor) reading.anchors.set(it.anchor, it)
  if (isScalar(it)) return withTag(it.tag, scalarOf(it.value, it.type))
  if (isSeq(it)) {
    const list: Node[] = []
    for (const each of it.items) {
      const node = read(each, reading, depth + 1)
      if (node === undefined) return undefined
      list.push(node)
    }
    return withTag(it.tag, list)
  }
  if (!isMap(it)) return null
  const entries: [string, Node][] = []
  for (const pair of it.items) {
    if (!isPair(pair)) continue
    const key = read(pair.key, reading, depth + 1)
    const value = read(pair.value, reading, depth + 1)
    if (key === undefined || value === undefined) return undefined
    if (key === '<<' && typeof value === 'object' && value !== null && !Array.isArray(value))
      entries.unshift(...Object.entries(value))
    else if (typeof key === 'string') entries.push([key, value])
  }
  return withTag(it.tag, Object.fromEntries(entries))
}

/** What YAML 1.1 takes for a truth or for nothing where it is not quoted. */
function scalarOf(value: unknown, type: string | undefined): Node {
  const text = typeof value === 'string' ? value : ''
  if (type !== 'PLAIN') return text
  if (/^(?:true|yes|on)$/i.test(text)) return 'true'
  if (/^(?:false|no|off)$/i.test(text)) return 'false'
  return /^(?:null|~|)$/i.test(text) ? null : text
}

/** @example withTag('!GetAtt', 'Nat.Id') // { 'Fn::GetAtt': ['Nat', 'Id'] } */
function withTag(tag: string | undefined, node: Node): Node {
  if (!tag?.startsWith('!') || tag.startsWith('!!')) return node
  const name = tag.slice(1)
  if (name === 'Ref' || name === 'Condition') return { [name]: node }
  if (name === 'GetAtt' && typeof node === 'string') {
    const [resource = '', ...attribute] = node.split('.')
    return { 'Fn::GetAtt': [resource, attribute.join('.')] }
  }
  return { [`Fn::${name}`]: node }
}
