import type { StoreApi } from 'zustand/vanilla'
import type { Designer } from '../designer'
import type { Saved } from './autosave'
import type { OpenDesign } from './open-design'
import type { TabWord } from './tab-channel'
import { lockDesign, type Haste, type TabLock } from './tab-lock'

/** The design that is open on this page, seen from its storage. */
export interface SessionState {
  readonly saved: Saved
  /** True while another tab edits this design and this one follows. */
  readonly following: boolean
  /** True while this tab waits for the other one to let go. */
  readonly takingOver: boolean
}

interface Surroundings {
  readonly designer: Designer
  readonly store: StoreApi<SessionState>
  /** Null where the browser has none. */
  readonly locks: LockManager | null | undefined
  readonly why: (error: unknown) => string
  readonly isCurrent: (open: OpenDesign) => boolean
  /** Shows what the storage has that is newer. */
  readonly refresh: (open: OpenDesign) => Promise<void>
}

/** Who edits a design that several tabs show: one at a time, the others follow. */
export function createEditingRight({
  designer,
  store,
  locks,
  why,
  isCurrent,
  refresh,
}: Surroundings) {
  /** The right to edit; null where another tab keeps it. `opened` answers once there is a design. */
  const ask = (designId: string, haste: Haste, opened: () => OpenDesign | null) =>
    lockDesign(
      designId,
      haste,
      () => {
        const open = opened()
        if (open) lose(open)
      },
      locks,
    )

  const follow = () => {
    designer.setState({ readOnly: true })
    store.setState({ following: true, saved: { state: 'saved' } })
  }

  const edit = (open: OpenDesign, lock: TabLock) => {
    open.lock = lock
    designer.setState({ readOnly: false })
    store.setState({ following: false, takingOver: false })
  }

  const giveWay = (open: OpenDesign) => {
    open.lock?.release()
    open.lock = null
    follow()
  }

  const lose = (open: OpenDesign) => {
    open.lock = null
    if (!isCurrent(open)) return
    follow()
    designer.notify('Another tab took this design over. This tab follows it.', 'problem')
  }

  const handOver = async (open: OpenDesign) => {
    if (!open.lock) return
    try {
      await open.autosave.flush()
    } catch (error) {
      open.channel.say({ type: 'refused', why: why(error) })
      return
    }
    giveWay(open)
    designer.notify('This design is now edited in another tab. This tab follows it.')
  }

  const takeOver = async (open: OpenDesign) => {
    if (open.lock) return
    store.setState({ takingOver: true })
    open.channel.say({ type: 'hand-over' })
    const it = () => open
    const lock =
      (await ask(open.designId, 'wait', it)) ??
      // a tab that does not answer is frozen or gone: what it wrote is in the storage
      (store.getState().takingOver ? await ask(open.designId, 'steal', it) : null)
    if (!lock || !isCurrent(open)) {
      lock?.release()
      return
    }
    await refresh(open)
    edit(open, lock)
    designer.announce('You edit this design here now.')
  }

  /** The editing tab closed: whoever is first goes on editing. */
  const inherit = async (open: OpenDesign) => {
    await refresh(open)
    // its lock goes free a moment after it says so
    const lock = await ask(open.designId, 'wait', () => open)
    if (!lock) return
    if (isCurrent(open) && !open.lock) edit(open, lock)
    else lock.release()
  }

  /** What another tab says of this design. */
  const hear = (open: OpenDesign, word: TabWord) => {
    if (word.type === 'hand-over') void handOver(open)
    else if (word.type === 'refused') {
      if (!store.getState().takingOver) return
      store.setState({ takingOver: false })
      designer.notify(`The other tab cannot let go: ${word.why}`, 'problem')
    } else if (!open.lock) void (word.type === 'written' ? refresh(open) : inherit(open))
  }

  return { ask, giveWay, takeOver, hear }
}
