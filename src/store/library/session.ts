import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Problem } from '../../model/problem'
import type { Designer } from '../designer'
import { createAutosave, type Autosave, type Saved } from './autosave'
import type { Library, Loaded } from './library'
import { replaceShown } from './replace-shown'
import { snapshotEveryMs } from './snapshot-policy'
import { openTabChannel, type TabChannel } from './tab-channel'
import { lockDesign, type TabLock } from './tab-lock'

/** The design that is open on this page, seen from its storage. */
export interface SessionState {
  readonly saved: Saved
  /** True while another tab edits this design and this one follows. */
  readonly following: boolean
  /** True while this tab waits for the other one to let go. */
  readonly takingOver: boolean
}

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

interface Open {
  readonly designId: string
  readonly channel: TabChannel
  readonly autosave: Autosave
  lock: TabLock | null
  basis: number
  sequence: number
  snapshotAt: number
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
  const writer = newName()
  let current: Open | null = null

  const follow = () => {
    designer.setState({ readOnly: true })
    store.setState({ following: true, saved: { state: 'saved' } })
  }

  const write = async (open: Open, leaving: boolean) => {
    const { document, past, future, view, designId } = designer.getState()
    if (designId !== open.designId || !open.lock) return
    open.sequence += 1
    const name = { name: writer, basis: open.basis, sequence: open.sequence }
    const working = { document, past, future, question: view.question }
    const written = await library.save(open.designId, working, name, leaving)
    if (written === 'overtaken') {
      const copyId = newName()
      await library.create(copyId, { ...document, name: `${document.name} (kept apart)` })
      open.lock.release()
      open.lock = null
      follow()
      await refresh(open)
      onKeptApart(copyId)
      return
    }
    open.channel.say({ type: 'written' })
    if (!leaving && now() - open.snapshotAt >= snapshotEveryMs) await snapshot(open)
  }

  /** A past state less is no reason to stop the work, so a failure is said and no more. */
  const snapshot = async (open: Open) => {
    open.snapshotAt = now()
    try {
      await library.takeSnapshot(open.designId, designer.getState().document)
    } catch (error) {
      designer.notify(`No dated snapshot was kept: ${why(error)}`, 'problem')
    }
  }

  const show = (loaded: Loaded, open: Open) => {
    open.basis = loaded.sequence
    open.sequence = loaded.sequence
    replaceShown(designer, loaded)
  }

  const refresh = async (open: Open) => {
    const loaded = await library.load(open.designId)
    if (current === open && loaded?.ok && loaded.value.sequence > open.basis)
      show(loaded.value, open)
  }

  const handOver = async (open: Open) => {
    if (!open.lock) return
    try {
      await open.autosave.flush()
    } catch (error) {
      open.channel.say({ type: 'refused', why: why(error) })
      return
    }
    follow()
    open.lock.release()
    open.lock = null
    designer.notify('This design is now edited in another tab. This tab follows it.')
  }

  const takeOver = async () => {
    const open = current
    if (!open || open.lock) return
    store.setState({ takingOver: true })
    open.channel.say({ type: 'hand-over' })
    const lost = () => {
      lose(open)
    }
    const lock =
      (await lockDesign(open.designId, 'wait', lost, locks)) ??
      // a tab that does not answer is frozen or gone: what it wrote is in the storage
      (store.getState().takingOver ? await lockDesign(open.designId, 'steal', lost, locks) : null)
    if (!lock || current !== open) {
      lock?.release()
      return
    }
    await refresh(open)
    open.lock = lock
    designer.setState({ readOnly: false })
    store.setState({ following: false, takingOver: false })
    designer.announce('You edit this design here now.')
  }

  const lose = (open: Open) => {
    open.lock = null
    if (current !== open) return
    follow()
    designer.notify('Another tab took this design over. This tab follows it.', 'problem')
  }

  const listen = (open: Open, type: 'written' | 'hand-over' | 'left') => {
    if (type === 'hand-over') void handOver(open)
    else if (!open.lock) void (type === 'written' ? refresh(open) : inherit(open))
  }

  /** The editing tab closed: whoever is first goes on editing. */
  const inherit = async (open: Open) => {
    await refresh(open)
    // its lock goes free a moment after it says so
    const lock = await lockDesign(
      open.designId,
      'wait',
      () => {
        lose(open)
      },
      locks,
    )
    if (!lock) return
    if (current !== open || open.lock) {
      lock.release()
      return
    }
    open.lock = lock
    designer.setState({ readOnly: false })
    store.setState({ following: false, takingOver: false })
  }

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
      let opened: Open | null = null
      const lock = await lockDesign(
        designId,
        'if-free',
        () => {
          if (opened) lose(opened)
        },
        locks,
      )
      const loaded = await library.load(designId)
      if (!loaded?.ok) {
        lock?.release()
        return loaded ? { type: 'unreadable', problems: loaded.problems } : { type: 'missing' }
      }
      const open: Open = {
        designId,
        lock,
        basis: loaded.value.sequence,
        sequence: loaded.value.sequence,
        snapshotAt: now(),
        autosave: createAutosave(
          (leaving) => write(open, leaving),
          (saved) => {
            if (current === open) store.setState({ saved })
          },
          why,
        ),
        channel: openTabChannel(designId, (word) => {
          if (word.type !== 'refused') listen(open, word.type)
          else if (store.getState().takingOver) {
            store.setState({ takingOver: false })
            designer.notify(`The other tab cannot let go: ${word.why}`, 'problem')
          }
        }),
      }
      opened = open
      designer.open({ designId, ...loaded.value, readOnly: lock === null })
      current = open
      store.setState({ saved: { state: 'saved' }, following: lock === null, takingOver: false })
      if (lock) await snapshot(open)
      return { type: 'open' }
    },
    close,
    takeOver,
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
