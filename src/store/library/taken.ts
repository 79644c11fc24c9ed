import { openDB, type DBSchema } from 'idb'

/** The files of an export as they were taken home. */
export interface Taken {
  readonly designId: string
  /** `terraform`, `cloudformation`, `review`. */
  readonly to: string
  /** Milliseconds since 1970. */
  readonly takenAt: number
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

interface Tables extends DBSchema {
  taken: { key: [designId: string, to: string]; value: Taken }
}

/** Exports kept; what changed since an older one is no longer told. */
const kept = 20

/**
 * A database of its own beside the designs: what it holds only serves to mark what changed, and may
 * go at any time.
 */
const open = () =>
  openDB<Tables>('causeway-exports', 1, {
    upgrade(database) {
      database.createObjectStore('taken', { keyPath: ['designId', 'to'] })
    },
  })

/** The last export of a design in a language; null where none was taken or nothing can be kept. */
export async function lastTaken(designId: string, to: string): Promise<Taken | null> {
  try {
    const database = await open()
    const found = await database.get('taken', [designId, to])
    database.close()
    return found ?? null
  } catch {
    return null
  }
}

/** Keeps an export that is taken; where the browser gives no storage it lasts as long as the page. */
export async function keepTaken(taken: Taken): Promise<void> {
  try {
    const database = await open()
    await database.put('taken', taken)
    const all = await database.getAll('taken')
    const old = all.toSorted((a, b) => b.takenAt - a.takenAt).slice(kept)
    await Promise.all(old.map(({ designId, to: of }) => database.delete('taken', [designId, of])))
    database.close()
  } catch {
    // marks are a comfort: the export itself has been taken
  }
}
