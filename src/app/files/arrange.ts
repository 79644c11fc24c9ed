import type { Workspace } from '../workspace'

/** Arranges what is selected, or the whole design, beside the page; what is locked stays. */
export async function arrange({ designer }: Workspace): Promise<void> {
  const { document, revision, view } = designer.getState()
  // one alone has nothing to be arranged among
  const only = view.selection.length > 1 ? view.selection : []
  try {
    const [{ arrangeInWorker }, { arrangeAll }] = await Promise.all([
      import('../../worker/arranger'),
      import('../../store/commands/arrange'),
    ])
    const drawn = await arrangeInWorker({ document, only })
    // a layout of what the design was before helps nobody
    if (designer.getState().revision !== revision) return
    const isDone = designer.run(arrangeAll, drawn)
    designer.show({ type: 'fit' })
    designer.announce(isDone ? 'Arranged.' : 'It is arranged already.')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    designer.notify(`It was not arranged: ${why}`, 'problem')
  }
}
