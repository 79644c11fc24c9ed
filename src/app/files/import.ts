import { directoryOpen, fileOpen } from 'browser-fs-access'
import { importInWorker } from '../../worker/importer'
import { show } from '../overlay'
import type { Workspace } from '../workspace'
import type { FileAt } from './dropped'

/**
 * Makes a design of its own of what the files describe, and shows the report. False where nothing in
 * them is known; then nothing is changed.
 */
export async function importAll(workspace: Workspace, files: readonly FileAt[]): Promise<boolean> {
  const read = await Promise.all(
    files.map(async ({ path, file }) => ({
      path,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  const imported = await importInWorker(read, nameFor(files))
  if (!imported.ok) return false
  const { document, report } = imported.value
  await workspace.add(document)
  show({ type: 'import-report', name: document.name, report })
  return true
}

/** The folder that all lie in, or the name of the only file. */
function nameFor(files: readonly FileAt[]): string {
  const [first, ...others] = files
  const [folder, ...rest] = first?.path.split('/') ?? []
  if (folder && rest.length > 0 && others.every(({ path }) => path.startsWith(`${folder}/`)))
    return folder
  return others.length === 0 && first ? first.file.name.replace(/\.[^.]+$/, '') : 'Imported network'
}

const isCancelled = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'

async function attempt(workspace: Workspace, ask: () => Promise<readonly FileAt[]>): Promise<void> {
  try {
    const done = await importAll(workspace, await ask())
    if (!done) show({ type: 'nothing-known' })
  } catch (error) {
    if (isCancelled(error)) return
    const why = error instanceof Error ? error.message : String(error)
    workspace.designer.notify(`The files were not imported: ${why}`, 'problem')
  }
}

/** Imports files that are asked for. */
export async function importFromDisk(workspace: Workspace): Promise<void> {
  await attempt(workspace, async () => {
    const files = await fileOpen({
      extensions: ['.json', '.zip'],
      multiple: true,
      description: 'Answers of the AWS CLI',
    })
    return files.map((file) => ({ path: file.name, file }))
  })
}

/** Imports a folder with all that lies in it. */
export async function importFolder(workspace: Workspace): Promise<void> {
  await attempt(workspace, async () => {
    const found = await directoryOpen({ recursive: true })
    return found.flatMap((file) =>
      file instanceof File ? [{ path: file.webkitRelativePath || file.name, file }] : [],
    )
  })
}

/** Imports what was dropped. */
export async function importDropped(
  workspace: Workspace,
  files: Promise<readonly FileAt[]>,
): Promise<void> {
  await attempt(workspace, () => files)
}
