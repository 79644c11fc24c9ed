import { fileOpen, fileSave, type FileWithHandle } from 'browser-fs-access'
import type { Document } from '../../model/document'
import { printDocument } from '../../model/print'
import { parseInWorker } from '../../worker/reader'
import { show } from '../overlay'
import type { Workspace } from '../workspace'
import { designEnding, fileNameOf } from './name'
import { readDesign, type ReadProblem } from './read-design'

/** The user closed the browser's own dialog: no failure. */
function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** Files last saved to, by design; the library remembers them beyond a reload. */
const handles = new Map<string, FileSystemFileHandle>()

/**
 * Writes the design to a file: to the same one again where the browser lets us, else as a download.
 */
export async function saveToFile(workspace: Workspace, asNew: boolean): Promise<void> {
  const { designer, shelf } = workspace
  const { designId, document } = designer.getState()
  const { library } = shelf.getState()
  try {
    const known = asNew
      ? null
      : (handles.get(designId) ?? (await library?.fileOf(designId).catch(() => null)) ?? null)
    const blob = new Blob([printDocument(document)], { type: 'application/json' })
    const fileName = fileNameOf(document.name) + designEnding
    const handle = await fileSave(
      blob,
      { fileName, extensions: ['.json'], description: 'Causeway design' },
      known,
    )
    if (handle) {
      handles.set(designId, handle)
      await library?.rememberFile(designId, handle)
    }
    designer.notify(handle ? `Saved to ${handle.name}.` : `Downloaded ${fileName}.`)
  } catch (error) {
    if (isCancelled(error)) return
    const why = error instanceof Error ? error.message : String(error)
    designer.notify(`The file was not written: ${why}`, 'problem')
  }
}

/** Asks for a file and opens it as a design of its own. */
export async function openFromDisk(workspace: Workspace): Promise<void> {
  try {
    const file = await fileOpen({
      extensions: ['.json', '.svg', '.png'],
      description: 'Causeway designs, and pictures that carry one',
    })
    await openFile(workspace, file)
  } catch (error) {
    if (isCancelled(error)) return
    const why = error instanceof Error ? error.message : String(error)
    workspace.designer.notify(`The file was not read: ${why}`, 'problem')
  }
}

/** Asks for a file and reads the design in it, to look at; null where there is none. */
export async function designFromDisk({
  designer,
}: Workspace): Promise<{ readonly name: string; readonly document: Document } | null> {
  try {
    const file = await fileOpen({
      extensions: ['.json', '.svg', '.png'],
      description: 'Causeway designs, and pictures that carry one',
    })
    const read = await readDesign(file, parseInWorker)
    if (read.ok) return { name: file.name, document: read.value }
    show({ type: 'problems', fileName: file.name, problems: read.problems })
  } catch (error) {
    if (isCancelled(error)) return null
    const why = error instanceof Error ? error.message : String(error)
    designer.notify(`The file was not read: ${why}`, 'problem')
  }
  return null
}

/** What is said of files that are no design, and may be something that describes a network. */
const notOurs: ReadonlySet<string> = new Set([
  'file/not-a-design',
  'file/too-large',
  'file/not-json',
] satisfies ReadProblem['code'][])

/** Opens a file as a design of its own, or what it describes; a bad one is told about and changes nothing. */
export async function openFile(workspace: Workspace, file: FileWithHandle): Promise<void> {
  const read = await readDesign(file, parseInWorker)
  if (!read.ok) {
    const isOurs = !read.problems.some(({ code }) => notOurs.has(code))
    if (!isOurs) {
      const { importAll } = await import('./import-all')
      if (await importAll(workspace, [{ path: file.name, file }])) return
    }
    show({ type: 'problems', fileName: file.name, problems: read.problems })
    return
  }
  const designId = await workspace.add(read.value)
  if (!file.handle || !file.name.endsWith('.json')) return
  handles.set(designId, file.handle)
  await workspace.shelf.getState().library?.rememberFile(designId, file.handle)
}

/** Gives a file to the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const link = window.document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  // the download has its own hold on the data once it has begun
  setTimeout(() => {
    URL.revokeObjectURL(link.href)
  }, 60_000)
}

export function downloadDesign(document: Document): void {
  const blob = new Blob([printDocument(document)], { type: 'application/json' })
  download(blob, fileNameOf(document.name) + designEnding)
}
