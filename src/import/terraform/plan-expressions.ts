import type { Raw } from '../../kinds/describe'
import type { Key, Step } from './addresses'
import { isOfPrefix } from './targets'

/** What a plan does not tell, and which IDs it may be one of; null where it may be any. */
export class Untold {
  readonly why: string
  readonly among: readonly string[] | null
  /** How IDs begin that it is none of: what may be meant of those is known. */
  readonly but: readonly string[]

  constructor(why: string, among: readonly string[] | null = null, but: readonly string[] = []) {
    this.why = why
    this.among = among
    this.but = but
  }
}

/** One ID that an expression may come to, with the key of what it is told by. */
export interface Candidate {
  readonly key: Key | null
  readonly value: string | Untold
}

/** What one reference in an expression stands for. */
export interface Meaning {
  readonly text: string
  readonly candidates: readonly Candidate[]
  /** Is it known to be true or false? That chooses between ways, and makes no other number. */
  readonly isTruth?: boolean
}

/** Candidates that such an attribute may hold; what is untold may be anything but what it says. */
export const fitting = (candidates: readonly Candidate[], prefixes: readonly string[]) =>
  prefixes.length === 0
    ? candidates
    : candidates.filter(({ value }) =>
        value instanceof Untold
          ? !prefixes.every((each) => value.but.includes(each))
          : isOfPrefix(value, prefixes),
      )

/** Where in a reference the name of a resource stands; null for what is none. */
export function resourceStep(steps: readonly Step[]): number | null {
  if (steps[0]?.name === 'data') return steps.length > 2 ? 2 : null
  return steps.length > 1 ? 1 : null
}

export const nameOf = (steps: readonly Step[], at: number): string =>
  steps
    .slice(0, at + 1)
    .map(({ name }) => name)
    .join('.')

/** The references of an expression. Each is followed by what it begins with, which says nothing more. */
export function groupsIn(expression: unknown): readonly string[] {
  const raw = typeof expression === 'object' && expression !== null ? (expression as Raw) : {}
  const list = Object.hasOwn(raw, 'references') ? raw['references'] : []
  const found: string[] = []
  let last = ''
  for (const each of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    if (typeof each !== 'string') continue
    const isBegun = last.startsWith(each) && last !== each && /^[.[]/.test(last.slice(each.length))
    last = each
    if (!isBegun) found.push(each)
  }
  return found
}

/** That it is not told what an attribute comes to, with what it may be. */
export function untold(meanings: readonly Meaning[], all: readonly (string | Untold)[]): Untold {
  const values = all.length > 0 ? all : flat(meanings).map(({ value }) => value)
  const first = values.find((each) => each instanceof Untold)
  if (first) return new Untold(first.why, first.among)
  const of = [...new Set(meanings.map((each) => each.text))].join(', ')
  const ids = all.filter((each) => typeof each === 'string')
  return new Untold(
    of === ''
      ? 'The plan does not show what it is made of.'
      : `The plan says only that it is made of ${of}, not how; its code does, beside it.`,
    ids.length > 0 ? ids : null,
  )
}

/** Where an expression stands: in a module, and in what is made with this key. */
export interface Scope {
  readonly module: string
  readonly key: Key | null
  /** How many are made with such keys. */
  readonly count: number
  /** What `each.value` is taken from. */
  readonly forEach: unknown
}

/** Everything that references may come to. */
export const flat = (meanings: readonly Meaning[]): readonly Candidate[] =>
  meanings.flatMap(({ candidates }) => candidates)

/** Of several things made with keys the one of the same key, where the expression names the key. */
export function chosen(
  meanings: readonly Meaning[],
  scope: Scope,
  prefixes: readonly string[],
): readonly Candidate[] {
  const telling = meanings.filter(({ candidates }) => fitting(candidates, prefixes).length > 0)
  const [only, ...others] = telling
  const isKeyed = meanings.some(({ text: it }) => it === 'count.index' || it === 'each.key')
  const beside = meanings.filter(
    (each) => each !== only && !each.isTruth && !/^(?:count\.index|each\.key)$/.test(each.text),
  )
  const all = fitting(flat(telling), prefixes)
  if (!only || others.length > 0 || !isKeyed || beside.length > 0 || scope.key === null) return all
  const keyed = all.filter(({ key }) => key === scope.key)
  // by numbers it is the same one only where there are as many of both
  const isPaired = typeof scope.key === 'string' || all.length === scope.count
  return keyed.length === 1 && isPaired ? keyed : all
}

/** Asks once for each thing, and keeps of what it may be each candidate once. */
export function askedOnce() {
  const answers = new Map<string, readonly Candidate[]>()
  return function known(key: string, make: () => readonly Candidate[]): readonly Candidate[] {
    const before = answers.get(key)
    if (before) return before
    const found = new Map<unknown, Map<Key | null, Candidate>>()
    for (const each of make()) {
      const kept = found.get(each.value) ?? new Map<Key | null, Candidate>()
      found.set(each.value, kept.set(each.key, each))
    }
    const all = [...found.values()].flatMap((each) => [...each.values()])
    answers.set(key, all)
    return all
  }
}
