import { directoryOpen, fileOpen } from 'browser-fs-access'
import { isLeftOut } from '../../import/left-out'
import { parseInWorker } from '../../worker/reader'
import { show } from '../overlay'
import type { Workspace } from '../workspace'
import type { FileAt } from './dropped'
import { notImported } from './not-imported'
import { readDesign } from './read-design'

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

async function attempt(workspace: Workspace, ask: () => Promise<readonly FileAt[]>): Promise<void> {
  try {
    const files = await ask()
    const [first, ...others] = files
    // a design of ours, or a picture that carries one, is opened as it is
    const own = first && others.length === 0 ? await readDesign(first.file, parseInWorker) : null
    if (own?.ok) {
      await workspace.add(own.value)
      return
    }
    const { importAll } = await import('./import-all')
    if (!(await importAll(workspace, files))) show({ type: 'nothing-known' })
  } catch (error) {
    if (!isCancelled(error)) notImported(workspace, error)
  }
}

/** Imports files that are asked for. */
export async function importFromDisk(workspace: Workspace): Promise<void> {
  await attempt(workspace, async () => {
    const files = await fileOpen({
      multiple: true,
      description: 'What describes a network',
    })
    return files.map((file) => ({ path: file.name, file }))
  })
}

/** Imports a folder with all that lies in it. */
export async function importFolder(workspace: Workspace): Promise<void> {
  await attempt(workspace, async () => {
    const found = await directoryOpen({ recursive: true })
    return found
      .flatMap((file) =>
        file instanceof File ? [{ path: file.webkitRelativePath || file.name, file }] : [],
      )
      .filter(({ path }) => !isLeftOut(path))
  })
}

/** Imports what was dropped. */
export async function importDropped(
  workspace: Workspace,
  files: Promise<readonly FileAt[]>,
): Promise<void> {
  await attempt(workspace, () => files)
}
