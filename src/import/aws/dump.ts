import { text, type Dump, type Entry } from '../../kinds/describe'
import { collections, type Collection } from './collections'

/** What is known of no id, but of the file it stands in. */
export const inFile = 'file '

/** One description of a thing, of which there may be several. */
export interface Seen extends Entry {
  /** How sure it is that this is the whole truth: its owner sees more than those it is shared with. */
  readonly weight: number
  readonly order: string
}

/** A call of which there is an answer, or a page of one. */
export interface Call {
  readonly name: string
  /** What it was made for, where it is made for one thing at a time. */
  readonly of: string | null
  /** Null where the path of the file does not say it. */
  readonly ownerId: string | null
  readonly region: string | null
  /** Is there another page to come? */
  readonly goesOn: boolean
}

/** What was seen as the import asks for it, each thing once. */
export function dumpOf(
  entries: ReadonlyMap<string, readonly Seen[]>,
  calls: readonly Call[],
): Dump & { readonly unfinished: readonly Call[] } {
  const whole = new Map<string, readonly Entry[]>()
  const byId = new Map<string, Entry>()
  const byParent = new Map<string, Entry[]>()
  const ownerOf = named(entries)
  const ended = calls.filter(({ goesOn }) => !goesOn)
  const asked = new Set(
    ended.flatMap(({ name, of }) => [name, ...(of === null ? [] : [`${name} ${ownerOf(of)}`])]),
  )
  const isIn = (call: Call, region: string) => call.region === null || call.region === region
  const unfinished = calls.filter(
    (call) =>
      call.goesOn &&
      !ended.some(
        (last) =>
          last.name === call.name &&
          last.of === call.of &&
          last.ownerId === call.ownerId &&
          last.region === call.region,
      ),
  )
  for (const [name, seen] of entries) {
    const kept =
      collections[name]?.ids.length === 0 ? distinct(seen) : bestOfEach(seen, collections[name])
    whole.set(name, kept)
    for (const entry of kept) {
      if (entry.id !== null) byId.set(`${name} ${entry.id}`, entry)
      if (entry.of === null) continue
      const key = `${name} ${ownerOf(entry.of)}`
      const list = byParent.get(key)
      if (list) list.push(entry)
      else byParent.set(key, [entry])
    }
  }
  return {
    all: (name) => whole.get(name) ?? [],
    find: (name, id) => (id === null ? undefined : byId.get(`${name} ${id}`)),
    of: (name, id) => calledSo(id).flatMap((each) => byParent.get(`${name} ${each}`) ?? []),
    asked: (name, of) =>
      of === undefined
        ? asked.has(name)
        : calledSo(of).some((each) => asked.has(`${name} ${each}`)),
    askedAt: (name, { ownerId, region }) =>
      ended.some(
        (call) =>
          call.name === name &&
          isIn(call, region) &&
          (call.ownerId === null || call.ownerId === ownerId),
      ),
    isCutIn: (name, region) => unfinished.some((call) => call.name === name && isIn(call, region)),
    unfinished,
  }
}

/**
 * How files may call what an ARN names: load balancers and target groups end in sixteen digits that
 * nothing else has; some scripts write but the name.
 */
function calledSo(id: string): readonly string[] {
  const [, name, digits] = /[/]([^/]+)[/]([0-9a-f]{16})$/.exec(id) ?? []
  return name && digits ? [id, digits, name] : [id]
}

/** What stands in files whose names tell no id belongs to the longest name that theirs ends with. */
function named(entries: ReadonlyMap<string, readonly Seen[]>) {
  const names = ['TargetGroups', 'LoadBalancers']
    .flatMap((each) => unique(bestOfEach(entries.get(each) ?? [])))
    .toSorted((a, b) => b.length - a.length)
  return (of: string): string => {
    if (!of.startsWith(inFile)) return of
    const file = of.slice(inFile.length)
    return (
      names.find(
        (name) =>
          file === name ||
          (/[^a-z0-9]/i.test(file.at(-1 - name.length) ?? 'x') && file.endsWith(name)),
      ) ?? of
    )
  }
}

/** The names that only one of them has: accounts may use the same. */
function unique(entries: readonly Entry[]): readonly string[] {
  const names = entries.flatMap(({ id }) => (id ? (calledSo(id)[2] ?? []) : []))
  return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name))
}

/** Of the descriptions of one thing the fullest, its owner's first; the input's order is no matter. */
function bestOfEach(
  seen: readonly Seen[],
  { side, together = false }: Partial<Collection> = {},
): readonly Entry[] {
  const best = new Map<string, Seen>()
  for (const each of seen) {
    const key = `${each.id} ${each.of} ${side && text(each.it, side)}`
    const other = best.get(key)
    const better = !other || isBetter(each, other) ? each : other
    const worse = better === each ? other : each
    best.set(key, together && worse ? { ...better, it: { ...worse.it, ...better.it } } : better)
  }
  return [...best.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

function isBetter(one: Seen, other: Seen): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight
  return JSON.stringify(one.it) < JSON.stringify(other.it)
}

function distinct(seen: readonly Seen[]): readonly Entry[] {
  const texts = new Map(seen.map((each) => [`${each.of} ${JSON.stringify(each.it)}`, each]))
  return [...texts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
