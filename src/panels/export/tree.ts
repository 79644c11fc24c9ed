/** A line of the file tree. */
export interface TreeLine {
  readonly path: string
  readonly name: string
  readonly level: number
  readonly isFolder: boolean
}

/** The files as lines of a tree, folders before what they hold; what is in closed ones is left out. */
export function treeOf(paths: readonly string[], closed: ReadonlySet<string>): readonly TreeLine[] {
  const lines: TreeLine[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    const parts = path.split('/')
    const folders = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('/'))
    for (const [index, folder] of folders.entries()) {
      if (seen.has(folder) || folders.slice(0, index).some((it) => closed.has(it))) continue
      seen.add(folder)
      lines.push({ path: folder, name: parts[index] ?? '', level: index + 1, isFolder: true })
    }
    if (folders.some((it) => closed.has(it))) continue
    lines.push({ path, name: parts.at(-1) ?? path, level: parts.length, isFolder: false })
  }
  return lines
}
