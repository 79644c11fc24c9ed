import type { Raw } from '../../kinds/describe'
import type { Answer } from '../aws/gather'
import type { StackPlace } from './stack'

/** A thing in the making: parts of the template that belong to it are added one by one. */
export type Entry = Record<string, unknown>

interface Placed {
  readonly place: StackPlace
  readonly it: Entry
}

/** What the AWS CLI would answer once everything is deployed, collected list by list. */
export class Book {
  readonly #lists = new Map<string, Map<string, Placed>>()
  readonly #others: Answer[] = []
  readonly #doubts = new Map<string, string>()

  /** What a thing does is unknown without this. */
  doubt(id: string, missing: string): void {
    this.#doubts.set(id, missing)
  }

  doubtOf(id: string): string | null {
    return this.#doubts.get(id) ?? null
  }

  /** What is missing to know what things do, by their IDs. */
  get doubts(): ReadonlyMap<string, string> {
    return this.#doubts
  }

  /** Writes a thing down, under the name of its list and its ID. */
  put(list: string, id: string, place: StackPlace, it: Entry): void {
    const things = this.#lists.get(list) ?? new Map<string, Placed>()
    this.#lists.set(list, things)
    things.set(id, { place, it })
  }

  find(list: string, id: unknown): Entry | undefined {
    return typeof id === 'string' ? this.#lists.get(list)?.get(id)?.it : undefined
  }

  placeOf(list: string, id: unknown): StackPlace | undefined {
    return typeof id === 'string' ? this.#lists.get(list)?.get(id)?.place : undefined
  }

  all(list: string): readonly (readonly [string, Entry])[] {
    return [...(this.#lists.get(list) ?? [])].map(([id, { it }]) => [id, it] as const)
  }

  /** Adds to what a thing has of something; false where there is no such thing. */
  add(list: string, id: unknown, field: string, part: Raw): boolean {
    const thing = this.find(list, id)
    if (!thing) return false
    const parts = thing[field]
    if (Array.isArray(parts)) parts.push(part)
    else thing[field] = [part]
    return true
  }

  /** An answer of a call that is made for one thing at a time. */
  answer(place: StackPlace, value: Raw): void {
    this.#others.push({ path: pathOf(place), value })
  }

  /** Takes a list out that AWS does not answer. */
  take(list: string): readonly Entry[] {
    const things = this.#lists.get(list)
    this.#lists.delete(list)
    return [...(things?.values() ?? [])].map(({ it }) => it)
  }

  answers(): readonly Answer[] {
    const wholes = new Map<string, Record<string, Entry[]>>()
    for (const [list, things] of this.#lists)
      for (const { place, it } of things.values()) {
        const path = pathOf(place)
        const whole = wholes.get(path) ?? {}
        wholes.set(path, whole)
        const entries = whole[list]
        if (entries) entries.push(it)
        else whole[list] = [it]
      }
    const answers = [...[...wholes].map(([path, value]) => ({ path, value })), ...this.#others]
    return answers.map((answer) => ({ ...answer, whole: true }))
  }
}

const pathOf = ({ ownerId, region }: StackPlace) =>
  `accounts/${ownerId}/${region}/cloudformation.json`
