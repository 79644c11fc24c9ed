import type { Workspace } from '../workspace'

/** Arranges the whole design anew, beside the page; what is locked stays. */
export async function arrange({ designer }: Workspace): Promise<void> {
  const { document, revision } = designer.getState()
  try {
    const [{ arrangeInWorker }, { arrangeAll }] = await Promise.all([
      import('../../worker/arranger'),
      import('../../store/commands/arrange'),
    ])
    const layout = await arrangeInWorker(document)
    // a layout of what the design was before helps nobody
    if (designer.getState().revision !== revision) return
    const isDone = designer.run(arrangeAll, { layout })
    designer.show({ type: 'fit' })
    designer.announce(isDone ? 'Arranged.' : 'It is arranged already.')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    designer.notify(`It was not arranged: ${why}`, 'problem')
  }
}
