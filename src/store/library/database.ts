import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Content, Entry, Snapshot } from './records'

interface Tables extends DBSchema {
  entries: { key: string; value: Entry }
  contents: { key: string; value: Content }
  snapshots: { key: [designId: string, takenAt: number]; value: Snapshot }
  /** The file on disk that a design was last saved to, where the browser hands one out. */
  files: { key: string; value: { readonly id: string; readonly handle: FileSystemFileHandle } }
}

export type Database = IDBPDatabase<Tables>

/** Opens the designs of this browser; rejects where the browser gives no storage. */
export async function openDatabase(onClosed: () => void): Promise<Database> {
  return openDB<Tables>('causeway', 1, {
    upgrade(database) {
      database.createObjectStore('entries', { keyPath: 'id' })
      database.createObjectStore('contents', { keyPath: 'id' })
      database.createObjectStore('snapshots', { keyPath: ['designId', 'takenAt'] })
      database.createObjectStore('files', { keyPath: 'id' })
    },
    terminated: onClosed,
  })
}
