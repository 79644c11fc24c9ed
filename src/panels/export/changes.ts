interface File {
  readonly path: string
  readonly text: string
}

/** What became of a file since the last export, and which of its lines did: counted from one. */
export interface FileChange {
  readonly state: 'same' | 'changed' | 'new'
  readonly lines: ReadonlySet<number>
}

export interface Changes {
  readonly of: ReadonlyMap<string, FileChange>
  /** Files that are there no more. */
  readonly gone: readonly string[]
}

/**
 * What changed since the last export. Code comes in paragraphs, told apart by their first line, so
 * a paragraph that moved is no change; within one, lines that were not there are marked, or its
 * first line where lines only went.
 */
export function changesSince(before: readonly File[], now: readonly File[]): Changes {
  const texts = new Map(before.map(({ path, text }) => [path, text]))
  const known = new Map(before.flatMap(({ text }) => paragraphs(text)).map((it) => [it.head, it]))
  const paths = new Set(now.map(({ path }) => path))
  return {
    of: new Map(
      now.map(({ path, text }) => {
        const old = texts.get(path)
        if (old === text) return [path, same] as const
        const lines = new Set(
          paragraphs(text).flatMap((it) => changedLines(known.get(it.head), it)),
        )
        return [path, { state: old === undefined ? 'new' : 'changed', lines }] as const
      }),
    ),
    gone: before.map(({ path }) => path).filter((path) => !paths.has(path)),
  }
}

const same: FileChange = { state: 'same', lines: new Set() }

interface Paragraph {
  readonly head: string
  /** Number of its first line. */
  readonly from: number
  readonly lines: readonly string[]
}

/** Runs of lines between empty ones; an inner empty line belongs to the paragraph around it. */
function paragraphs(text: string): readonly Paragraph[] {
  const found: { head: string; from: number; lines: string[] }[] = []
  const all = text.split('\n')
  for (const [index, line] of all.entries()) {
    const last = found.at(-1)
    const begins =
      line !== '' && (index === 0 || all[index - 1] === '') && !/^( {2}\s|\t)/.test(line)
    if (!last || (begins && !/^\s*\}/.test(line) && indentOf(line) <= indentOf(last.head)))
      found.push({ head: line, from: index + 1, lines: [line] })
    else last.lines.push(line)
  }
  return found
}

const indentOf = (line: string) => line.length - line.trimStart().length

function changedLines(before: Paragraph | undefined, now: Paragraph): readonly number[] {
  const left = new Map<string, number>()
  for (const line of before?.lines ?? []) left.set(line, (left.get(line) ?? 0) + 1)
  const added = now.lines.flatMap((line, index) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return line === '' || count > 0 ? [] : [now.from + index]
  })
  if (added.length > 0 || !before) return added
  const fewer = before.lines.filter((line) => line !== '').length
  return fewer > now.lines.filter((line) => line !== '').length ? [now.from] : []
}
