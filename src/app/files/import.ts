import { directoryOpen, fileOpen } from 'browser-fs-access'
import type { Comparison } from '../../import/merge'
import type { Document } from '../../model/document'
import { startImport, type ImportJob } from '../../worker/importer'
import { parseInWorker } from '../../worker/reader'
import { hide, show, type Merged } from '../overlay'
import { routeOf } from '../route'
import type { Workspace } from '../workspace'
import type { FileAt } from './dropped'
import { isImporting, setImporting, setStep, type Decision } from './importing'
import { readDesign } from './read-design'

/**
 * Imports what the files describe, as a design of its own or into the open one, and shows the report.
 * False where nothing in them is known; then, and where it is cancelled, nothing is changed.
 */
export async function importAll(workspace: Workspace, files: readonly FileAt[]): Promise<boolean> {
  if (isImporting()) return true
  const open = openIn(workspace)
  const name = nameFor(files)
  let cancel: (() => void) | undefined
  const cancelled = new Promise<null>((resolve) => {
    cancel = () => {
      resolve(null)
    }
  })
  setImporting({
    name,
    step: { type: 'working', progress: null },
    cancel: () => cancel?.(),
  })
  show({ type: 'import' })
  const job = startImport(files, {
    name,
    open,
    tell: (progress) => {
      setStep({ type: 'working', progress })
    },
  })
  try {
    return await followed(workspace, job, { name, open, cancelled })
  } finally {
    job.stop()
    setImporting(null)
  }
}

interface Following {
  readonly name: string
  readonly open: Document | null
  /** Comes when the user wants no more of it. */
  readonly cancelled: Promise<null>
}

async function followed(
  workspace: Workspace,
  job: ImportJob,
  { name, open, cancelled }: Following,
): Promise<boolean> {
  const stopped = () => {
    hide()
    workspace.designer.announce('Import cancelled. Nothing was changed.')
    return true
  }
  const outcome = await Promise.race([job.outcome, cancelled])
  if (!outcome) return stopped()
  if (!outcome.ok) {
    hide()
    return false
  }
  const { document, report, comparison } = outcome.value
  const deciding = open && comparison ? decided(comparison, open) : apart
  const decision = await Promise.race([deciding, cancelled])
  if (!decision) return stopped()
  let merged: Merged | null = null
  if (decision.type === 'apart') await workspace.add(document)
  else {
    const next = await Promise.race([job.merge(decision.chosen), cancelled])
    if (!next) return stopped()
    const { mergeImport } = await import('../../store/commands/merge')
    // another tab may have taken the design over meanwhile
    if (openIn(workspace) !== open) return stopped()
    workspace.designer.run(mergeImport, { document: next, name })
    workspace.designer.show({ type: 'fit' })
    merged = { name: next.name, changes: decision.chosen.length }
  }
  show({ type: 'import-report', name: document.name, report, merged })
  return true
}

const apart = Promise.resolve<Decision>({ type: 'apart' })

const decided = (comparison: Comparison, { name }: Document) =>
  new Promise<Decision>((resolve) => {
    setStep({ type: 'review', comparison, open: name, decide: resolve })
  })

/** The design that an import may change; null on the start page, and where one only looks. */
function openIn({ designer }: Workspace): Document | null {
  const { designId, document, readOnly } = designer.getState()
  const route = routeOf(window.location.hash)
  return route.page === 'design' && route.designId === designId && !readOnly ? document : null
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
    const files = await ask()
    const [first, ...others] = files
    // a design of ours, or a picture that carries one, is opened as it is
    const own = first && others.length === 0 ? await readDesign(first.file, parseInWorker) : null
    if (own?.ok) await workspace.add(own.value)
    else if (!(await importAll(workspace, files))) show({ type: 'nothing-known' })
  } catch (error) {
    if (isCancelled(error)) return
    hide()
    const why = error instanceof Error ? error.message : String(error)
    workspace.designer.notify(`The files were not imported: ${why}`, 'problem')
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
