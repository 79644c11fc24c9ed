import { useState } from 'react'
import { useDesignerStore } from '../../../store/react'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { ListEditor } from '../../shared/ListEditor'
import { NewRow, RemoveCell } from '../../shared/ListRows'
import { valueOf, writeField, type FieldProps } from '../edit'
import { listProblem } from '../advice/list'

interface LinesProps extends FieldProps {
  /** What one of them is called: `address`. */
  readonly noun: string
  readonly example: string
  readonly empty: string
  /** What a new one starts as. */
  readonly propose?: (() => string) | undefined
  /** What is wrong with a text in place of one that is there; null for a new one. */
  readonly check: (text: string, instead: string | null) => InputProblem | null
  /** One becomes another; takes it where that changes more than the list. */
  readonly onReplace?: ((from: string, to: string) => void) | undefined
  /** Is an empty list written as null? */
  readonly isNullable?: boolean
}

/** A list of short texts, one a row. */
export function Lines({
  resource,
  fieldKey,
  label,
  readOnly,
  noun,
  example,
  empty,
  propose,
  check,
  onReplace,
  isNullable = false,
}: LinesProps) {
  const designer = useDesignerStore()
  const texts = (valueOf(resource, fieldKey) as readonly string[] | null) ?? []
  const write = (next: readonly string[]) => {
    writeField(designer, resource, fieldKey, isNullable && next.length === 0 ? null : next, label)
  }
  return (
    <ListEditor
      label={label}
      noun={noun}
      columns={[{ label }]}
      count={texts.length}
      readOnly={readOnly}
      empty={empty}
      renderNew={(done) => (
        <NewLine
          noun={noun}
          example={example}
          proposed={propose?.() ?? ''}
          check={(text) => check(text, null)}
          onSave={(text) => {
            write([...texts, text])
            done()
          }}
          onCancel={done}
        />
      )}
    >
      {texts.map((text) => (
        <tr key={text}>
          <td>
            <DraftInput
              mono
              label={`${label}: ${text}`}
              value={text}
              disabled={readOnly}
              check={(next) => (next === text ? null : check(next, text))}
              onCommit={(next) => {
                if (onReplace) onReplace(text, next)
                else write(texts.map((it) => (it === text ? next : it)))
              }}
            />
          </td>
          {!readOnly && (
            <RemoveCell
              label={`Remove ${text}`}
              onRemove={() => {
                write(texts.filter((it) => it !== text))
              }}
            />
          )}
        </tr>
      ))}
    </ListEditor>
  )
}

function NewLine({
  noun,
  example,
  proposed,
  check,
  onSave,
  onCancel,
}: {
  readonly noun: string
  readonly example: string
  readonly proposed: string
  readonly check: (text: string) => InputProblem | null
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}) {
  const [text, setText] = useState(proposed)
  const trimmed = text.trim()
  const ready = trimmed !== '' && check(trimmed)?.tone !== 'error'
  const save = () => {
    if (ready) onSave(trimmed)
  }
  return (
    <NewRow noun={noun} span={2} ready={ready} onSave={save} onCancel={onCancel}>
      <td>
        <DraftInput
          mono
          focused
          label={`New ${noun}`}
          placeholder={example}
          value={text}
          check={(it) => (it === '' ? null : check(it))}
          onCommit={setText}
          onDraft={setText}
          onEnter={save}
        />
      </td>
      <td aria-hidden />
    </NewRow>
  )
}

/** A list of texts that the kind's schema reads one by one. */
export function ListField({
  whenNull,
  ...props
}: FieldProps & {
  readonly noun: string
  readonly example: string
  readonly whenNull: string | undefined
}) {
  const { resource, fieldKey } = props
  return (
    <Lines
      {...props}
      empty={whenNull ?? 'None.'}
      isNullable={whenNull !== undefined}
      check={(text, instead) => listProblem(resource, fieldKey, text, instead)}
    />
  )
}
