/** The right to edit one design: at most one tab of this browser has it. */
export interface TabLock {
  readonly release: () => void
}

export type Haste = 'if-free' | 'wait' | 'steal'

/** How long the other tab may take to finish its last write before the design is taken from it. */
const patienceMs = 3_000

/**
 * Asks for the right to edit. Null when another tab has it, or did not give it up in time.
 * Browsers without Web Locks cannot tell, so there every tab edits, and a write that finds a newer
 * one in the storage stops instead of overwriting it.
 */
export function lockDesign(
  designId: string,
  haste: Haste,
  onLost: () => void,
  locks: LockManager | null | undefined = globalThis.navigator?.locks,
): Promise<TabLock | null> {
  if (!locks) return Promise.resolve({ release: () => undefined })
  return new Promise((resolve) => {
    const options: LockOptions =
      haste === 'if-free'
        ? { ifAvailable: true }
        : haste === 'steal'
          ? { steal: true }
          : { signal: AbortSignal.timeout(patienceMs) }
    let held = false
    locks
      .request(`causeway:design:${designId}`, options, (lock) => {
        if (!lock) {
          resolve(null)
          return undefined
        }
        held = true
        return new Promise<void>((release) => {
          resolve({ release })
        })
      })
      .catch(() => {
        // refused while waiting, or taken away while held
        if (held) onLost()
        else resolve(null)
      })
  })
}
