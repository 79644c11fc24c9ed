/** Why the browser does not keep something, as the end of "Not saved: …". */
export function whyNotStored(error: unknown): string {
  const name = error instanceof DOMException || error instanceof Error ? error.name : ''
  if (name === 'QuotaExceededError') return 'the browser’s storage is full'
  if (name === 'SecurityError' || typeof indexedDB === 'undefined')
    return 'this browser window keeps nothing (private browsing or a setting)'
  if (name === 'InvalidStateError' || name === 'UnknownError')
    return 'the browser does not open its storage (private browsing or a full disk)'
  return error instanceof Error ? error.message : String(error)
}

export interface StorageState {
  /** Has the browser promised not to clear it on its own? Null where it does not say. */
  readonly persisted: boolean | null
  /** Bytes that are left; null where the browser does not say. */
  readonly leftBytes: number | null
}

/** Below this the user is warned: a large design with its history takes a few megabytes. */
export const scarceBytes = 50 * 1024 * 1024

export async function storageState(): Promise<StorageState> {
  const storage = globalThis.navigator?.storage as StorageManager | undefined
  if (!storage) return { persisted: null, leftBytes: null }
  const [persisted, estimate] = await Promise.all([
    storage.persisted?.() ?? null,
    storage.estimate?.() ?? null,
  ])
  const { quota, usage } = estimate ?? {}
  const known = quota !== undefined && usage !== undefined
  return { persisted, leftBytes: known ? quota - usage : null }
}

/** Asks the browser to keep what we store even when the disk runs low. */
export async function askToPersist(): Promise<void> {
  const storage = globalThis.navigator?.storage as StorageManager | undefined
  try {
    if (storage?.persist && !(await storage.persisted())) await storage.persist()
  } catch {
    // the browser does not even let us ask: the start page says that it may clear our designs
  }
}
