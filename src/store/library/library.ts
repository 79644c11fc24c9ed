import { ok, type Result } from '../../base/result'
import type { Question } from '../../engine/answer'
import type { Document } from '../../model/document'
import { parseDocument } from '../../model/parse'
import { printDocument } from '../../model/print'
import type { Problem } from '../../model/problem'
import type { Database } from './database'
import { readSteps } from './history-record'
import { lastWordsIn, type LastWords } from './last-words'
import { outlineOf } from './outline'
import type { Content, Entry, Snapshot, Working } from './records'
import { surplus } from './snapshot-policy'

/** A design read back, with the place in the order of writes it was read at. */
export interface Loaded extends Working {
  readonly sequence: number
}

/** Who writes, and which write it last saw: so that two tabs never overwrite each other unseen. */
export interface Writer {
  readonly name: string
  readonly basis: number
  readonly sequence: number
}

/** Everything about a design that was removed, to put it back. */
export interface Removed {
  readonly entry: Entry
  readonly content: Content | undefined
  readonly snapshots: readonly Snapshot[]
}

/** The keys of all snapshots of a design. */
const rangeOf = (designId: string) => IDBKeyRange.bound([designId, 0], [designId, Infinity])

/** The designs kept in this browser. */
export type Library = ReturnType<typeof libraryIn>

export function libraryIn(
  database: Database,
  now: () => number,
  lastWords: LastWords = lastWordsIn(null),
) {
  const createdAt = new Map<string, number>()
  /**
   * What was put in last, which is what is opened next: a large design is neither read nor printed
   * again at once.
   */
  let newest: { readonly text: string; readonly document: Document } | null = null
  const textOf = (document: Document) =>
    newest?.document === document ? newest.text : printDocument(document)
  const readText = (text: string) =>
    newest?.text === text ? ok(newest.document) : parseDocument(text)
  const entryOf = (id: string, document: Document): Entry => {
    const resources = Object.values(document.resources)
    const count = (kind: string) => resources.filter((it) => it.kind === kind).length
    const created = createdAt.get(id) ?? now()
    createdAt.set(id, created)
    return {
      id,
      name: document.name,
      createdAt: created,
      changedAt: now(),
      counts: { vpcs: count('vpc'), subnets: count('subnet'), resources: resources.length },
      outline: outlineOf(document),
    }
  }

  return {
    /** Newest first. */
    list: async (): Promise<readonly Entry[]> => {
      const entries = await database.getAll('entries')
      for (const entry of entries) createdAt.set(entry.id, entry.createdAt)
      return entries.sort((a, b) => b.changedAt - a.changedAt)
    },

    load: async (id: string): Promise<Result<Loaded, Problem> | null> => {
      const stored = await database.get('contents', id)
      const words = lastWords.of(id)
      const isNewer = words !== null && stored !== undefined && words.sequence > stored.sequence
      const content = isNewer ? words : stored
      if (isNewer) await database.put('contents', words)
      lastWords.forget(id)
      if (!content) return null
      const entry = await database.get('entries', id)
      if (entry) createdAt.set(id, entry.createdAt)
      const read = readText(content.text)
      if (!read.ok) return read
      return ok({
        document: read.value,
        past: readSteps(content.past),
        future: readSteps(content.future),
        question: content.question,
        sequence: content.sequence,
      })
    },

    /** The very text that is kept, for a design that no longer reads. */
    textOf: async (id: string) => (await database.get('contents', id))?.text ?? null,

    /**
     * Writes a design with its history. `overtaken` when another writer wrote since `basis`, and
     * then nothing is changed. A page that is leaving cannot wait for that check: it hands over
     * its data before this function first waits.
     */
    save: async (
      id: string,
      { document, past, future, question }: Working,
      writer: Writer,
      leaving = false,
    ): Promise<'saved' | 'overtaken'> => {
      const content: Content = {
        id,
        text: printDocument(document),
        past,
        future,
        question,
        sequence: writer.sequence,
        writer: writer.name,
      }
      if (leaving) lastWords.keep(content)
      const work = database.transaction(['entries', 'contents'], 'readwrite')
      const [entries, contents] = [work.objectStore('entries'), work.objectStore('contents')]
      const stored = leaving ? undefined : await contents.get(id)
      if (stored && stored.writer !== writer.name && stored.sequence !== writer.basis) {
        await work.done
        return 'overtaken'
      }
      await Promise.all([contents.put(content), entries.put(entryOf(id, document)), work.done])
      lastWords.forget(id)
      return 'saved'
    },

    /** Keeps a new design; its first write. */
    create: async (
      id: string,
      document: Document,
      question: Question | null = null,
      /** The document printed, where that was done elsewhere. */
      printed: string | null = null,
    ): Promise<void> => {
      const text = printed ?? printDocument(document)
      newest = { text, document }
      const work = database.transaction(['entries', 'contents'], 'readwrite')
      await Promise.all([
        work.objectStore('contents').add({
          past: [],
          future: [],
          question,
          id,
          text,
          sequence: 0,
          writer: '',
        }),
        work.objectStore('entries').add(entryOf(id, document)),
        work.done,
      ])
    },

    remove: async (id: string): Promise<Removed | null> => {
      const work = database.transaction(['entries', 'contents', 'snapshots'], 'readwrite')
      const entry = await work.objectStore('entries').get(id)
      const content = await work.objectStore('contents').get(id)
      const snapshots = await work.objectStore('snapshots').getAll(rangeOf(id))
      await Promise.all([
        work.objectStore('entries').delete(id),
        work.objectStore('contents').delete(id),
        work.objectStore('snapshots').delete(rangeOf(id)),
        work.done,
      ])
      return entry ? { entry, content, snapshots } : null
    },

    putBack: async ({ entry, content, snapshots }: Removed): Promise<void> => {
      const work = database.transaction(['entries', 'contents', 'snapshots'], 'readwrite')
      await Promise.all([
        work.objectStore('entries').put(entry),
        ...(content ? [work.objectStore('contents').put(content)] : []),
        ...snapshots.map((snapshot) => work.objectStore('snapshots').put(snapshot)),
        work.done,
      ])
    },

    /** Newest first. */
    snapshots: async (designId: string): Promise<readonly Snapshot[]> =>
      (await database.getAll('snapshots', rangeOf(designId))).toReversed(),

    /** Keeps the design as it is now, unless the newest snapshot already says the same. */
    takeSnapshot: async (designId: string, document: Document): Promise<boolean> => {
      const text = textOf(document)
      const work = database.transaction('snapshots', 'readwrite')
      const before = await work.store.getAll(rangeOf(designId))
      if (before.at(-1)?.text === text) {
        await work.done
        return false
      }
      const { name, resources } = document
      const takenAt = Math.max(now(), (before.at(-1)?.takenAt ?? 0) + 1)
      const tooMany = surplus([...before.map((it) => it.takenAt), takenAt])
      await Promise.all([
        work.store.put({ designId, takenAt, name, text, resources: Object.keys(resources).length }),
        ...tooMany.map((time) => work.store.delete([designId, time])),
        work.done,
      ])
      return true
    },

    fileOf: async (id: string) => (await database.get('files', id))?.handle ?? null,

    rememberFile: async (id: string, handle: FileSystemFileHandle | null): Promise<void> => {
      if (handle) await database.put('files', { id, handle })
      else await database.delete('files', id)
    },
  }
}
