import { useEffect, useMemo, useRef, type MouseEvent } from 'react'
import type { CodePlace, ExportedFile } from '../../export/report'
import type { Id } from '../../kinds/resource'
import { Hidden } from '../../ui/Hidden'
import styles from './ExportPanel.module.css'
import { colouredLines } from './lines'

/** Where to look; a new one of the same line is looked at again. */
export interface Sight {
  readonly line: number
  readonly number: number
}

/** A file with its syntax in colours. The colours only help: the text says it all. */
export function Code({
  file,
  places,
  selected,
  changed,
  sight,
  onPick,
}: {
  readonly file: ExportedFile
  /** Where its resources begin. */
  readonly places: readonly CodePlace[]
  readonly selected: Id | null
  /** Lines that are new since the last export. */
  readonly changed: ReadonlySet<number>
  readonly sight: Sight | null
  readonly onPick: (id: Id) => void
}) {
  const box = useRef<HTMLElement>(null)
  const lines = useMemo(() => keyed(colouredLines(file.text, file.language)), [file])
  const owners = useMemo(() => ownersOf(lines.length, places), [lines, places])
  useEffect(() => {
    if (sight)
      box.current?.querySelector(`[data-line="${sight.line}"]`)?.scrollIntoView({ block: 'center' })
  }, [sight])
  const pick = (event: MouseEvent<HTMLElement>) => {
    // a drag that selects text is no click
    if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return
    const line = Number(event.target.closest('[data-line]')?.getAttribute('data-line'))
    const owner = owners[line]
    if (owner) onPick(owner)
  }
  return (
    // Long lines and files scroll inside, so the box takes the focus for the keyboard. What a click
    // does, "Resources in this file" above does too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <section
      ref={box}
      className={styles.code}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={file.path}
      onClick={pick}
    >
      <pre>
        <code>
          {lines.map(({ number, pieces }) => (
            <span
              key={number}
              className={styles.line}
              data-line={number}
              data-owned={owners[number] !== undefined || undefined}
              data-selected={(selected !== null && owners[number] === selected) || undefined}
              data-changed={changed.has(number) || undefined}
            >
              {changed.has(number) && <Hidden>changed: </Hidden>}
              {pieces.map(({ token, text, at }) =>
                token === 'plain' ? (
                  text
                ) : (
                  <span key={at} data-token={token}>
                    {text}
                  </span>
                ),
              )}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
    </section>
  )
}

/** Lines by their number and pieces by the column where they begin. */
function keyed(lines: ReturnType<typeof colouredLines>) {
  return lines.map((line, index) => {
    let end = 0
    const pieces = line.map((piece) => {
      const at = end
      end += piece.text.length
      return { ...piece, at }
    })
    return { number: index + 1, pieces }
  })
}

/** Whose each line is, by its number: a resource goes on until the next one begins. */
function ownersOf(lines: number, places: readonly CodePlace[]): readonly (Id | undefined)[] {
  const heads = new Map(places.map(({ line, resourceId }) => [line, resourceId]))
  const owners: (Id | undefined)[] = [undefined]
  for (let line = 1; line <= lines; line += 1) owners.push(heads.get(line) ?? owners.at(-1))
  return owners
}
