import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../model/problem'
import type { Designer } from '../designer'
import { createAutosave } from './autosave'
import { createEditingRight, type SessionState } from './editing-right'
import type { Library } from './library'
import { createKeeping, type OpenDesign } from './open-design'
import { openTabChannel } from './tab-channel'

export type Opening =
  | { readonly type: 'open' }
  | { readonly type: 'missing' }
  | { readonly type: 'unreadable'; readonly problems: readonly Problem[] }

export interface Session extends StoreApi<SessionState> {
  readonly open: (designId: string) => Promise<Opening>
  /** Writes what is pending, lets go of the design and stops following it. */
  readonly close: () => Promise<void>
  readonly takeOver: () => Promise<void>
  readonly flush: () => Promise<void>
  /** The page is hidden and may not come back: writes at once; a failure shows in `saved`. */
  readonly flushSoon: () => void
  /** The page is going away. */
  readonly leave: () => void
}

interface Surroundings {
  readonly designer: Designer
  readonly library: Library
  readonly newName: () => string
  readonly now: () => number
  /** Null where the browser has none. */
  readonly locks?: LockManager | null
  /** Says in plain words why a write failed. */
  readonly why: (error: unknown) => string
  /** This tab's changes were overtaken by another tab; they are kept as this new design. */
  readonly onKeptApart: (designId: string) => void
}

/** Keeps one design of the library and the designer's state in step, across tabs. */
export function createSession({
  designer,
  library,
  newName,
  now,
  locks,
  why,
  onKeptApart,
}: Surroundings): Session {
  const store = createStore<SessionState>(() => ({
    saved: { state: 'saved' },
    following: false,
    takingOver: false,
  }))
  let current: OpenDesign | null = null
  const isCurrent = (open: OpenDesign) => current === open
  const right = createEditingRight({
    designer,
    store,
    locks,
    why,
    isCurrent,
    refresh: (open) => keeping.refresh(open),
  })
  const keeping = createKeeping({
    designer,
    library,
    newName,
    now,
    why,
    isCurrent,
    giveWay: right.giveWay,
    onKeptApart,
  })

  designer.subscribe((state, before) => {
    const changed =
      state.document !== before.document ||
      state.past !== before.past ||
      state.view.question !== before.view.question
    if (changed && current?.lock && !state.readOnly && state.designId === current.designId)
      current.autosave.changed()
  })

  const close = async () => {
    const open = current
    if (!open) return
    try {
      if (open.lock) await open.autosave.flush()
    } finally {
      current = null
      open.autosave.stop()
      open.lock?.release()
      open.channel.say({ type: 'left' })
      open.channel.close()
    }
  }

  return Object.assign(store, {
    open: async (designId: string): Promise<Opening> => {
      await close()
      let opened: OpenDesign | null = null
      const lock = await right.ask(designId, 'if-free', () => opened)
      const loaded = await library.load(designId)
      if (!loaded?.ok) {
        lock?.release()
        return loaded ? { type: 'unreadable', problems: loaded.problems } : { type: 'missing' }
      }
      const open: OpenDesign = {
        designId,
        lock,
        basis: loaded.value.sequence,
        sequence: loaded.value.sequence,
        snapshotAt: now(),
        autosave: createAutosave(
          (leaving) => keeping.write(open, leaving),
          (saved) => {
            if (current === open) store.setState({ saved })
          },
          why,
        ),
        channel: openTabChannel(designId, (word) => {
          right.hear(open, word)
        }),
      }
      opened = open
      designer.open({ designId, ...loaded.value, readOnly: lock === null })
      current = open
      store.setState({ saved: { state: 'saved' }, following: lock === null, takingOver: false })
      if (lock) await keeping.snapshot(open)
      return { type: 'open' }
    },
    close,
    takeOver: async () => {
      if (current) await right.takeOver(current)
    },
    flush: async () => {
      await current?.autosave.flush()
    },
    flushSoon: () => {
      if (current?.lock) current.autosave.flushLeaving()
    },
    leave: () => {
      if (!current) return
      if (current.lock) current.autosave.flushLeaving()
      current.channel.say({ type: 'left' })
    },
  })
}
