import type { ExportedFile } from '../../export/report'

type Picker = (options: { readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>

/** The browser's way to hand out a folder; null where it has none. */
export function folderPicker(): Picker | null {
  const { showDirectoryPicker } = globalThis as { showDirectoryPicker?: Picker }
  return showDirectoryPicker?.bind(globalThis) ?? null
}

/**
 * Writes the files into a folder that the user chooses. Files of the same name are written over, all
 * others stay: a state or settings may lie beside them. False when the user chose none.
 */
export async function writeToFolder(
  pick: Picker,
  files: readonly Pick<ExportedFile, 'path' | 'text'>[],
): Promise<boolean> {
  let root: FileSystemDirectoryHandle
  try {
    root = await pick({ mode: 'readwrite' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    throw error
  }
  for (const { path, text } of files) {
    const parts = path.split('/')
    let folder = root
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true })
    const file = await folder.getFileHandle(parts.at(-1) ?? path, { create: true })
    const writable = await file.createWritable()
    await writable.write(text)
    await writable.close()
  }
  return true
}
