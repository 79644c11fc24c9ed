import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Verdict } from '../../engine/answer'
import type { MatrixTable } from '../../engine/matrix/table'
import type { Id } from '../../kinds/resource'
import { countOf, saysOf } from './cell-words'
import { placeAfter, type Place } from './keys'
import { sumOf, type Line } from './lines'
import { useSight } from './useSight'
import styles from './Matrix.module.css'

const cell = 30
const headWidth = 216
const headHeight = 132

const marks = { reachable: '✓', 'not-reachable': '✕', 'not-modelled': '?', none: '' } as const

const keyOf = ({ row, column }: Place) => `${row} ${column}`

/** How far to scroll so that this cell is in sight, if it is not already. */
const into = (scrolled: number, length: number, index: number) =>
  index < 0 ? scrolled : Math.max((index + 1) * cell - length, Math.min(scrolled, index * cell))

/** Rows send, columns receive. Only what is in sight is drawn; arrows move, Enter asks. */
export function MatrixGrid({
  table,
  lines,
  shown,
  asked,
  onToggle,
  onAsk,
}: {
  readonly table: MatrixTable
  /** The rows, and the columns as well. */
  readonly lines: readonly Line[]
  /** Pairs with another verdict step back; null shows all. */
  readonly shown: Verdict | null
  /** The pair whose path is lit. */
  readonly asked: { readonly from: Id; readonly to: Id } | null
  readonly onToggle: (groupId: string) => void
  readonly onAsk: (from: Id, to: Id) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const wanted = useRef<string | null>(null)
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 })
  const sight = useSight(scroller, { cell, headWidth, headHeight })
  const last = lines.length - 1
  const at: Place = { row: Math.min(place.row, last), column: Math.min(place.column, last) }
  const [firstRow, firstColumn] = [sight.rows[0], sight.columns[0]]
  const rows = lines.slice(...sight.rows)
  const columns = lines.slice(...sight.columns)
  const below = Math.max(0, lines.length - firstRow - rows.length) * cell
  const right = Math.max(0, lines.length - firstColumn - columns.length) * cell

  // what the keyboard went to is there only once it has been scrolled to
  useEffect(() => {
    const { current: key } = wanted
    const target = key && scroller.current?.querySelector<HTMLElement>(`[data-place="${key}"]`)
    if (!target) return
    wanted.current = null
    target.focus({ preventScroll: true })
  })
  const go = (to: Place) => {
    setPlace(to)
    wanted.current = keyOf(to)
    const element = scroller.current
    if (!element) return
    element.scrollTop = into(element.scrollTop, element.clientHeight - headHeight, to.row)
    element.scrollLeft = into(element.scrollLeft, element.clientWidth - headWidth, to.column)
  }
  const act = (to: Place) => {
    setPlace(to)
    wanted.current = keyOf(to)
    const ends = [lines[to.row], lines[to.column]].filter((it) => it !== undefined)
    const [from, end] = ends
    if (from && end && from.type === 'end' && end.type === 'end') {
      if (from.id !== end.id) onAsk(from.id, end.id)
      return
    }
    // a head opens or closes its group; a sum of pairs is told by opening what it sums up
    for (const line of new Set(ends))
      if (line.type === 'group' && (ends.length === 1 || !line.isOpen)) onToggle(line.id)
  }
  const isInSight = ({ row, column }: Place) =>
    (row === -1 || (row >= firstRow && row < firstRow + rows.length)) &&
    (column === -1 || (column >= firstColumn && column < firstColumn + columns.length))
  // Tab finds a cell also after the last one was scrolled away
  const stop = keyOf(isInSight(at) ? at : { row: firstRow, column: firstColumn })
  const buttonAt = (to: Place) => ({
    type: 'button' as const,
    'data-place': keyOf(to),
    tabIndex: stop === keyOf(to) ? 0 : -1,
    onClick: () => {
      act(to)
    },
    onFocus: () => {
      setPlace(to)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = placeAfter(event, to, lines.length)
      if (!next) return
      go(next)
      event.preventDefault()
      event.stopPropagation()
    },
  })

  return (
    <>
      <div ref={scroller} className={styles.scroller}>
        <table
          className={styles.grid}
          style={{ width: headWidth + lines.length * cell }}
          aria-label="Reachability, rows to columns"
          aria-rowcount={lines.length + 1}
          aria-colcount={lines.length + 1}
        >
          <thead>
            <tr aria-rowindex={1} style={{ height: headHeight }}>
              <td className={styles.corner} style={{ width: headWidth }}>
                from <span aria-hidden>↓</span> to <span aria-hidden>→</span>
              </td>
              <td aria-hidden style={{ width: firstColumn * cell }} />
              {columns.map((line, index) => (
                <th
                  key={line.id}
                  scope="col"
                  aria-colindex={firstColumn + index + 2}
                  className={styles.columnHead}
                  data-type={line.type}
                  style={{ width: cell }}
                >
                  <button
                    {...buttonAt({ row: -1, column: firstColumn + index })}
                    aria-expanded={line.type === 'group' ? line.isOpen : undefined}
                    title={`${line.label} ${line.note}`}
                  >
                    <span>{line.short}</span>
                  </button>
                </th>
              ))}
              <td aria-hidden style={{ width: right }} />
            </tr>
          </thead>
          <tbody>
            <tr aria-hidden style={{ height: firstRow * cell }} />
            {rows.map((from, r) => (
              <tr key={from.id} aria-rowindex={firstRow + r + 2} style={{ height: cell }}>
                <th scope="row" aria-colindex={1} className={styles.rowHead} data-type={from.type}>
                  <button
                    {...buttonAt({ row: firstRow + r, column: -1 })}
                    aria-expanded={from.type === 'group' ? from.isOpen : undefined}
                    title={`${from.label} ${from.note}`}
                  >
                    {from.type === 'group' &&
                      (from.isOpen ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />)}
                    <span className={styles.label}>{from.short}</span>
                    <span className={styles.note}>{from.note}</span>
                  </button>
                </th>
                <td aria-hidden />
                {columns.map((to, c) => {
                  const sum = sumOf(table, from, to)
                  const isBack = shown !== null && sum.verdict !== shown && sum.verdict !== 'mixed'
                  return (
                    <td
                      key={to.id}
                      aria-colindex={firstColumn + c + 2}
                      className={styles.cell}
                      data-verdict={sum.verdict}
                      data-untold={sum.unmodelled > 0 || undefined}
                      data-back={isBack || undefined}
                    >
                      <button
                        {...buttonAt({ row: firstRow + r, column: firstColumn + c })}
                        aria-pressed={asked?.from === from.id && asked.to === to.id}
                        aria-label={saysOf(from, to, sum)}
                        title={saysOf(from, to, sum)}
                      >
                        {sum.verdict === 'mixed' ? countOf(sum) : marks[sum.verdict]}
                      </button>
                    </td>
                  )
                })}
                <td aria-hidden />
              </tr>
            ))}
            <tr aria-hidden style={{ height: below }} />
          </tbody>
        </table>
      </div>
      <p className={styles.said} aria-live="polite">
        {saidAt(table, lines[at.row], lines[at.column])}
      </p>
    </>
  )
}

function saidAt(table: MatrixTable, row: Line | undefined, column: Line | undefined): string {
  if (row && column) return saysOf(row, column, sumOf(table, row, column))
  const line = row ?? column
  return line ? `${line.label} ${line.note}` : ''
}
