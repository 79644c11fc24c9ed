import { isLeftOut } from '../../import/left-out'

/** A file with its path inside the folder that it was dropped or picked with. */
export interface FileAt {
  readonly path: string
  readonly file: File
}

/** All files that a drop brings, those in folders too. To be called while the drop is handled. */
export async function filesIn(transfer: DataTransfer): Promise<readonly FileAt[]> {
  // entries and files are gone once the handler has returned
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? [])
  const files = [...transfer.files]
  if (!entries.some((entry) => entry.isDirectory))
    return files.map((file) => ({ path: file.name, file }))
  return (await Promise.all(entries.map(below))).flat()
}

async function below(entry: FileSystemEntry): Promise<readonly FileAt[]> {
  if (isLeftOut(entry.fullPath)) return []
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => {
      const own = entry as FileSystemFileEntry
      own.file(resolve, reject)
    })
    return [{ path: entry.fullPath.replace(/^\//, ''), file }]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const inside: FileSystemEntry[] = []
  // a reader hands out a hundred entries at a time, and none when it has no more
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject)
    })
    if (some.length === 0) break
    inside.push(...some)
  }
  return (await Promise.all(inside.map(below))).flat()
}
