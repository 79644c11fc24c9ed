import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openDatabase } from './database'
import { lastWordsIn } from './last-words'
import { libraryIn } from './library'

/** A library in a storage of its own, with a clock that the test turns. */
export async function freshLibrary() {
  globalThis.indexedDB = new IDBFactory()
  const clock = { now: 1_000 }
  const now = () => clock.now
  const database = await openDatabase(() => undefined)
  const kept = new Map<string, string>()
  const lastWords = lastWordsIn({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  })
  return { library: libraryIn(database, now, lastWords), lastWords, clock, now, database }
}

/** Web Locks for one page of a test: exclusive, in order, and they can be stolen. */
export function fakeLocks(): LockManager {
  interface Held {
    readonly end: (error?: unknown) => void
  }
  const held = new Map<string, Held>()
  const queue: { readonly name: string; readonly start: () => void }[] = []
  const startNext = (name: string) => {
    const index = queue.findIndex((it) => it.name === name)
    if (index >= 0) queue.splice(index, 1)[0]?.start()
  }
  const request = (
    name: string,
    options: LockOptions,
    callback: (lock: Lock | null) => Promise<void> | undefined,
  ) =>
    new Promise<void>((resolve, reject) => {
      const start = () => {
        const mine: Held = {
          end: (error) => {
            if (held.get(name) === mine) held.delete(name)
            if (error === undefined) resolve()
            else reject(error instanceof Error ? error : new Error('stolen'))
          },
        }
        held.set(name, mine)
        const work = async () => {
          await callback({ name, mode: 'exclusive' })
          if (held.get(name) !== mine) return
          mine.end()
          startNext(name)
        }
        void work()
      }
      if (!held.has(name)) start()
      else if (options.ifAvailable) {
        void callback(null)
        resolve()
      } else if (options.steal) {
        held.get(name)?.end(new DOMException('stolen', 'AbortError'))
        start()
      } else {
        queue.push({ name, start })
        options.signal?.addEventListener('abort', () => {
          reject(new DOMException('waited too long', 'AbortError'))
        })
      }
    })
  return { request, query: () => Promise.resolve({}) } as unknown as LockManager
}
