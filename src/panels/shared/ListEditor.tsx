import { Plus } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from '../../ui/Button'
import { Hidden } from '../../ui/Hidden'
import { Section } from '../../ui/Section'
import table from '../../ui/Table.module.css'
import styles from './ListEditor.module.css'

/** A column of the list; one without a width shares what is left. */
export interface Column {
  readonly label: string
  readonly width?: number
}

/**
 * A list of equal things as a table: a row for each, and one more while another is being written.
 * `renderNew` draws that one with `NewRow`, and calls `done` when it was taken or given up. The last
 * column, when `actions` is set, is for what removes a row (`RemoveCell`).
 */
export function ListEditor({
  label,
  noun,
  columns,
  count,
  actions = true,
  readOnly,
  empty,
  renderNew,
  note,
  children,
}: {
  readonly label: string
  /** What one of them is called on the button that adds: `inbound rule`. */
  readonly noun: string
  readonly columns: readonly Column[]
  readonly count: number
  readonly actions?: boolean | undefined
  readonly readOnly: boolean
  /** Said instead of an empty table. */
  readonly empty?: string | undefined
  readonly renderNew: (done: () => void) => ReactNode
  readonly note?: ReactNode
  readonly children: ReactNode
}) {
  const [adding, setAdding] = useState(false)
  const button = useKeptFocus(count, adding)
  const hasWidths = columns.some(({ width }) => width !== undefined)
  const done = () => {
    setAdding(false)
  }
  return (
    <Section
      title={label}
      count={count}
      action={
        !readOnly &&
        !adding && (
          <Button
            ref={button}
            size="small"
            look="quiet"
            icon={<Plus />}
            onClick={() => {
              setAdding(true)
            }}
          >
            Add {noun}
          </Button>
        )
      }
    >
      {count === 0 && !adding ? (
        empty !== undefined && <p className={styles.empty}>{empty}</p>
      ) : (
        <div className={table.scroll}>
          <table className={table.table} aria-label={label} data-widths={hasWidths || undefined}>
            <thead>
              <tr>
                {columns.map(({ label: words, width }) => (
                  <th key={words} scope="col" style={width === undefined ? undefined : { width }}>
                    {words}
                  </th>
                ))}
                {actions && !readOnly && (
                  <th scope="col" style={{ width: 44 }}>
                    <Hidden>Actions</Hidden>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {children}
              {adding && renderNew(done)}
            </tbody>
          </table>
        </div>
      )}
      {note}
    </Section>
  )
}

/** The keyboard stays in the list: what had it may be gone with its row. */
function useKeptFocus(count: number, adding: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef({ count, adding })
  useEffect(() => {
    const hasLess = count < before.current.count || (before.current.adding && !adding)
    before.current = { count, adding }
    if (hasLess && document.activeElement === document.body) button.current?.focus()
  }, [count, adding])
  return button
}
