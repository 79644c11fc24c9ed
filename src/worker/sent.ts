import type { Document } from '../model/document'

/**
 * A document on its way to a worker: whole, or what is new since the one sent before. A large one
 * takes a tenth of a second to cross whole, an edit of it next to nothing; and what has not changed
 * stays the same object on the other side, so that what is known of it there is not lost.
 */
export type Sent =
  | { readonly type: 'whole'; readonly document: Document }
  | {
      readonly type: 'edit'
      readonly rest: Omit<Document, 'resources' | 'layout'>
      readonly resources: Difference<Document['resources']>
      readonly layout: Difference<Document['layout']>
    }

interface Difference<Entries> {
  readonly set: Partial<Entries>
  readonly gone: readonly (keyof Entries)[]
}

/** The sending side of one worker. */
export class Sender {
  #last: Document | null = null

  send(document: Document): Sent {
    const last = this.#last
    this.#last = document
    if (!last) return { type: 'whole', document }
    const { resources, layout, ...rest } = document
    return {
      type: 'edit',
      rest,
      resources: differenceOf(last.resources, resources),
      layout: differenceOf(last.layout, layout),
    }
  }

  /** Sends the next document whole: what the worker has is not known any more. */
  forget(): void {
    this.#last = null
  }
}

/** The receiving side. */
export class Receiver {
  #last: Document | null = null

  receive(sent: Sent): Document {
    this.#last = sent.type === 'whole' ? sent.document : this.#edited(sent)
    return this.#last
  }

  #edited({ rest, resources, layout }: Extract<Sent, { readonly type: 'edit' }>): Document {
    if (!this.#last) throw new Error('Bug: an edit arrived before the document it belongs to')
    return {
      ...rest,
      resources: applied(this.#last.resources, resources),
      layout: applied(this.#last.layout, layout),
    }
  }
}

function differenceOf<Entries extends object>(
  before: Entries,
  after: Entries,
): Difference<Entries> {
  const set: Partial<Entries> = {}
  const gone: (keyof Entries)[] = []
  if (before === after) return { set, gone }
  for (const key in after) if (before[key] !== after[key]) set[key] = after[key]
  for (const key in before) if (!Object.hasOwn(after, key)) gone.push(key)
  return { set, gone }
}

function applied<Entries extends object>(
  before: Entries,
  { set, gone }: Difference<Entries>,
): Entries {
  if (gone.length === 0 && Object.keys(set).length === 0) return before
  const after = { ...before, ...set }
  for (const key of gone) delete after[key]
  return after
}
