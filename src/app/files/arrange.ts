import { show, takeAway } from '../overlay'
import type { Workspace } from '../workspace'

/** How long an arrangement may take until it says so and offers to stop. */
const patienceMs = 400

let isUnderWay = false

/**
 * Arranges what is selected, or the whole design, beside the page; what is locked stays. What takes
 * longer than a moment shows that it goes on, and can be cancelled.
 */
export async function arrange({ designer }: Workspace): Promise<void> {
  if (isUnderWay) return
  isUnderWay = true
  const { document, revision, view } = designer.getState()
  // one alone has nothing to be arranged among
  const only = view.selection.length > 1 ? view.selection : []
  const stop = new AbortController()
  const dialog = {
    type: 'arranging',
    count: only.length || Object.keys(document.resources).length,
    cancel: () => {
      stop.abort()
    },
  } as const
  const patience = setTimeout(show, patienceMs, dialog)
  try {
    const [{ arrangeInWorker }, { arrangeAll }] = await Promise.all([
      import('../../worker/arranger'),
      import('../../store/commands/arrange'),
    ])
    const drawn = await arrangeInWorker({ document, only }, stop.signal)
    if (!drawn) {
      designer.announce('Arranging cancelled. Nothing was changed.')
      return
    }
    // a layout of what the design was before helps nobody
    if (designer.getState().revision !== revision) return
    const isDone = designer.run(arrangeAll, drawn)
    designer.show({ type: 'fit' })
    designer.announce(isDone ? 'Arranged.' : 'It is arranged already.')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    designer.notify(`It was not arranged: ${why}`, 'problem')
  } finally {
    clearTimeout(patience)
    takeAway(dialog)
    isUnderWay = false
  }
}
