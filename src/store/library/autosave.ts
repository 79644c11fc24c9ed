/** Where the design stands: in the browser's storage, on its way there, or nowhere yet. */
export type Saved =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'unsaved'; readonly why: string }

export interface Autosave {
  /** Something changed: it is written soon. */
  readonly changed: () => void
  /** Writes at once what is not written yet; resolves when everything so far is kept. */
  readonly flush: () => Promise<void>
  /** The same while the page goes away: nothing that waits will run any more. */
  readonly flushLeaving: () => void
  /** Is there anything that was not handed to the storage yet? */
  readonly dirty: () => boolean
  readonly stop: () => void
}

/** Long enough to take the changes of one gesture together, too short to be noticed. */
const pauseMs = 20
const retryMs = 5_000

/**
 * Writes the newest state after every change, one write at a time and the newest last. `write` must
 * hand its data to the storage before it first waits: a page that is being closed runs no further.
 */
export function createAutosave(
  write: (leaving: boolean) => Promise<void>,
  onState: (saved: Saved) => void,
  why: (error: unknown) => string,
): Autosave {
  let dirty = false
  let failed = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: Promise<void> = Promise.resolve()
  let running = 0

  const attempt = async (leaving: boolean) => {
    try {
      await write(leaving)
    } catch (error) {
      running -= 1
      dirty = true
      failed = true
      onState({ state: 'unsaved', why: why(error) })
      plan(retryMs)
      throw error
    }
    running -= 1
    failed = false
    if (dirty) plan(pauseMs)
    else if (running === 0) onState({ state: 'saved' })
  }
  const start = (leaving = false): Promise<void> => {
    clearTimeout(timer)
    dirty = false
    running += 1
    const mine = attempt(leaving)
    last = mine
    return mine
  }
  const plan = (delayMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (running === 0) start().catch(() => undefined)
    }, delayMs)
  }

  return {
    changed: () => {
      dirty = true
      if (!failed) onState({ state: 'saving' })
      // while a write runs its end plans the next one
      if (running === 0) plan(pauseMs)
    },
    flush: async () => {
      await (dirty ? start() : last)
    },
    flushLeaving: () => {
      if (dirty || running > 0) start(true).catch(() => undefined)
    },
    dirty: () => dirty || running > 0,
    stop: () => {
      clearTimeout(timer)
    },
  }
}
