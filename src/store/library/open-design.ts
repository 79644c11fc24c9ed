import type { Designer } from '../designer'
import type { Autosave } from './autosave'
import type { Library, Loaded } from './library'
import { replaceShown } from './replace-shown'
import { snapshotEveryMs } from './snapshot-policy'
import type { TabChannel } from './tab-channel'
import type { TabLock } from './tab-lock'

/** The design that is open here, and what of it the storage is known to have. */
export interface OpenDesign {
  readonly designId: string
  readonly channel: TabChannel
  readonly autosave: Autosave
  /** The right to edit it; null while another tab has it. */
  lock: TabLock | null
  /** The storage's state that this tab started from, and the last that it wrote. */
  basis: number
  sequence: number
  snapshotAt: number
}

interface Surroundings {
  readonly designer: Designer
  readonly library: Library
  readonly newName: () => string
  readonly now: () => number
  readonly why: (error: unknown) => string
  readonly isCurrent: (open: OpenDesign) => boolean
  /** Lets another tab edit from now on. */
  readonly giveWay: (open: OpenDesign) => void
  readonly onKeptApart: (designId: string) => void
}

/** Carries an open design to the storage and back. */
export function createKeeping({
  designer,
  library,
  newName,
  now,
  why,
  isCurrent,
  giveWay,
  onKeptApart,
}: Surroundings) {
  const writer = newName()

  /** Shows what the storage has, where it is newer than what this tab started from. */
  const refresh = async (open: OpenDesign) => {
    const loaded = await library.load(open.designId)
    if (isCurrent(open) && loaded?.ok && loaded.value.sequence > open.basis)
      show(loaded.value, open)
  }

  const show = (loaded: Loaded, open: OpenDesign) => {
    open.basis = loaded.sequence
    open.sequence = loaded.sequence
    replaceShown(designer, loaded)
  }

  /** A past state less is no reason to stop the work, so a failure is said and no more. */
  const snapshot = async (open: OpenDesign) => {
    open.snapshotAt = now()
    try {
      await library.takeSnapshot(open.designId, designer.getState().document)
    } catch (error) {
      designer.notify(`No dated snapshot was kept: ${why(error)}`, 'problem')
    }
  }

  /** Writes what is shown; where another tab was first, keeps it apart and follows that tab. */
  const write = async (open: OpenDesign, leaving: boolean) => {
    const { document, past, future, view, designId } = designer.getState()
    if (designId !== open.designId || !open.lock) return
    open.sequence += 1
    const name = { name: writer, basis: open.basis, sequence: open.sequence }
    const working = { document, past, future, question: view.question }
    const written = await library.save(open.designId, working, name, leaving)
    if (written === 'overtaken') {
      const copyId = newName()
      await library.create(copyId, { ...document, name: `${document.name} (kept apart)` })
      giveWay(open)
      await refresh(open)
      onKeptApart(copyId)
      return
    }
    open.channel.say({ type: 'written' })
    if (!leaving && now() - open.snapshotAt >= snapshotEveryMs) await snapshot(open)
  }

  return { write, refresh, snapshot }
}
