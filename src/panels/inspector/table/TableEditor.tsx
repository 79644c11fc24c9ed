import { useState } from 'react'
import type { Column, Field, Row } from '../../../kinds/contract'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { ListEditor } from '../../shared/ListEditor'
import { NewRow, RemoveCell } from '../../shared/ListRows'
import { writeField, type FieldProps } from '../edit'
import { useFocusMark } from '../useFocusMark'
import { CellInput } from './CellInput'
import { pointsAtRow } from './evidence'
import { fieldValue, inOrder, rowProblem, rowsOf, withRow, type Rows } from './rows'
import styles from '../Inspector.module.css'

type TableField = Extract<Field, { type: 'table' }>

interface TableProps extends FieldProps {
  readonly field: TableField
}

/** Columns that share a cell, the first of which gives it its width. */
function stacksOf(columns: readonly Column[]): readonly (readonly Column[])[] {
  const stacks: Column[][] = []
  for (const column of columns) {
    const last = stacks.at(-1)
    if (column.under && last) last.push(column)
    else stacks.push([column])
  }
  return stacks
}

/** Rows of the same shape as a table, read by the kind's schema cell by cell. */
export function TableEditor({ field, resource, fieldKey, label, readOnly }: TableProps) {
  const designer = useDesignerStore()
  const rows = rowsOf(resource, fieldKey)
  const stacks = stacksOf(field.columns)
  const write = (next: Rows) => {
    writeField(designer, resource, fieldKey, fieldValue(resource, fieldKey, next), label)
  }
  const row = { field, resource, fieldKey, label, readOnly, rows, stacks }
  return (
    <ListEditor
      label={label}
      noun={field.row}
      count={Object.keys(rows).length}
      columns={stacks.map((stack) => {
        const words = stack.map((it) => it.label).join(', ')
        const width = stack[0]?.width
        return width === undefined ? { label: words } : { label: words, width }
      })}
      readOnly={readOnly}
      empty={field.empty ?? 'None.'}
      note={field.hint === undefined ? null : <p className={styles.tableNote}>{field.hint}</p>}
      renderNew={(done) => (
        <NewTableRow
          {...row}
          onSave={(key, made) => {
            write(withRow(rows, key, made, null))
            done()
          }}
          onCancel={done}
        />
      )}
    >
      {inOrder(rows).map(([key, it]) => (
        <TableRow
          key={key}
          {...row}
          rowKey={key}
          row={it}
          onChange={(nextKey, next) => {
            write(withRow(rows, nextKey, next, key))
          }}
          onRemove={() => {
            write(Object.fromEntries(Object.entries(rows).filter(([other]) => other !== key)))
          }}
        />
      ))}
    </ListEditor>
  )
}

interface RowProps extends TableProps {
  readonly rows: Rows
  readonly stacks: readonly (readonly Column[])[]
}

function TableRow({
  rowKey,
  row,
  onChange,
  onRemove,
  ...props
}: RowProps & {
  readonly rowKey: string
  readonly row: Row
  readonly onChange: (key: string, row: Row) => void
  readonly onRemove: () => void
}) {
  const { field, resource, fieldKey, readOnly } = props
  const inDesign = useDesigner(design)
  const mark = useFocusMark<HTMLTableRowElement>((evidence) =>
    pointsAtRow(evidence, resource.id, fieldKey, rowKey),
  )
  const name = inDesign.resources[rowKey]?.name ?? rowKey
  return (
    <tr {...mark}>
      <Cells
        {...props}
        rowKey={rowKey}
        row={row}
        instead={rowKey}
        name={`${field.row} ${name}`}
        onChange={onChange}
      />
      {!readOnly && <RemoveCell label={`Remove ${field.row} ${name}`} onRemove={onRemove} />}
    </tr>
  )
}

function NewTableRow({
  onSave,
  onCancel,
  ...props
}: RowProps & {
  readonly onSave: (key: string, row: Row) => void
  readonly onCancel: () => void
}) {
  const { field, resource, fieldKey, rows, stacks } = props
  const [{ key, row }, setNew] = useState({ key: field.nextKey?.(rows) ?? '', row: field.blank })
  const isTaken = Object.hasOwn(rows, key)
  const problem = rowProblem(resource, fieldKey, withRow(rows, key, row, null), key, null)
  return (
    <NewRow
      noun={field.row}
      span={stacks.length + 1}
      ready={key !== '' && !isTaken && problem === null}
      onSave={() => {
        onSave(key, row)
      }}
      onCancel={onCancel}
    >
      <Cells
        {...props}
        rowKey={key}
        row={row}
        instead={null}
        name={`the new ${field.row}`}
        onChange={(nextKey, next) => {
          setNew({ key: nextKey, row: next })
        }}
      />
      <td aria-hidden />
    </NewRow>
  )
}

/** The cells of a row; a change hands on the row with all that changes along. */
function Cells({
  resource,
  fieldKey,
  readOnly,
  rows,
  stacks,
  rowKey,
  row,
  instead,
  name,
  onChange,
}: RowProps & {
  readonly rowKey: string
  readonly row: Row
  /** The key under which the row stands; null for a new one. */
  readonly instead: string | null
  readonly name: string
  readonly onChange: (key: string, row: Row) => void
}) {
  const change = (column: Column, patch: Row | string): readonly [string, Row] => {
    if (typeof patch === 'string') return [patch, row]
    const next = { ...row, ...patch }
    return [rowKey, column.along?.(next) ?? next]
  }
  const check = (column: Column, patch: Row | string) => {
    const [key, next] = change(column, patch)
    if (key !== instead && Object.hasOwn(rows, key))
      return { tone: 'error', text: `There is ${key} already.` } as const
    return rowProblem(resource, fieldKey, withRow(rows, key, next, instead), key, column.key)
  }
  return stacks.map((stack) => (
    <td key={stack[0]?.label}>
      <div className={styles.stack}>
        {stack
          .filter((column) => column.when?.(row, resource) ?? true)
          .map((column) => (
            <CellInput
              key={column.key}
              column={column}
              resource={resource}
              row={row}
              rowKey={rowKey}
              isNew={instead === null}
              taken={Object.keys(rows)}
              label={`${column.label} of ${name}`}
              readOnly={readOnly}
              check={(patch) => check(column, patch)}
              onChange={(patch) => {
                onChange(...change(column, patch))
              }}
            />
          ))}
      </div>
    </td>
  ))
}
