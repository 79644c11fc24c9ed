import { assertNever } from '../../../base/invariant'
import type { Column, Row } from '../../../kinds/contract'
import type { Resource } from '../../../kinds/resource'
import { Combobox } from '../../../ui/Combobox'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { Select } from '../../../ui/Select'
import { DestinationCell, ReferenceCell, ReferencesCell } from './ReferenceCells'
import { PortsInput } from './PortsInput'

export interface CellProps {
  readonly column: Column
  readonly resource: Resource
  readonly row: Row
  readonly rowKey: string
  readonly isNew: boolean
  /** The keys that other rows have. */
  readonly taken: readonly string[]
  readonly label: string
  readonly readOnly: boolean
  /** What is wrong with a change: of fields of the row, or of its key when it is a text. */
  readonly check: (patch: Row | string) => InputProblem | null
  readonly onChange: (patch: Row | string) => void
}

/** One cell of a table, by the type of its column. */
export function CellInput(props: CellProps) {
  const { column, row, rowKey, label, readOnly, onChange } = props
  const { cell, key } = column
  switch (cell.type) {
    case 'choice':
      return (
        <Select
          label={label}
          options={cell.options.map((value) => ({ value, label: value }))}
          value={String(row[key])}
          disabled={readOnly}
          onChange={(value) => {
            onChange({ [key]: value })
          }}
        />
      )
    case 'reference':
      return <ReferenceCell {...props} kinds={cell.kinds} whenNull={cell.whenNull} />
    case 'references':
      return <ReferencesCell {...props} kinds={cell.kinds} />
    case 'destination':
      return <DestinationCell {...props} kinds={cell.kinds} />
    case 'ports':
      return <PortsInput {...props} />
    case 'text':
      if (cell.known)
        return (
          <Combobox
            label={label}
            choices={cell.known.map(({ value, label: words }) => ({ value, label: words }))}
            value={String(row[key])}
            fromText={(text) =>
              text === '' || props.check({ [key]: text }) ? null : { value: text, label: text }
            }
            disabled={readOnly}
            onChange={(value) => {
              onChange({ [key]: value })
            }}
          />
        )
      return <TextCell {...props} value={key === '' ? rowKey : (row[key] as string | null)} />
    case 'number':
      return <TextCell {...props} value={key === '' ? rowKey : (row[key] as number | null)} />
    default:
      return assertNever(cell)
  }
}

/** A text or a number as it is typed; empty stands for null where null is allowed. */
function TextCell({
  column: { cell, key },
  label,
  readOnly,
  isNew,
  value,
  check,
  onChange,
}: CellProps & { readonly value: string | number | null }) {
  const whenNull = 'whenNull' in cell ? cell.whenNull : undefined
  const example = 'example' in cell ? cell.example : undefined
  const patchOf = (text: string): Row | string => {
    if (key === '') return text
    if (text === '' && (whenNull !== undefined || value === null)) return { [key]: null }
    return { [key]: cell.type === 'number' && /^\d+$/.test(text) ? Number(text) : text }
  }
  return (
    <DraftInput
      mono={key !== 'description'}
      label={label}
      placeholder={whenNull ?? example}
      value={value === null ? '' : String(value)}
      disabled={readOnly}
      focused={isNew && key === ''}
      check={(text) => (isNew && text === '' ? null : check(patchOf(text.trim())))}
      onCommit={(text) => {
        onChange(patchOf(text))
      }}
      onDraft={
        isNew
          ? (text) => {
              onChange(patchOf(text.trim()))
            }
          : undefined
      }
    />
  )
}
