import { useState } from 'react'
import { useDesignerStore } from '../../../store/react'
import { DraftInput } from '../../../ui/DraftInput'
import { ListEditor, type Column } from '../../shared/ListEditor'
import { NewRow, RemoveCell } from '../../shared/ListRows'
import { tagKeyProblem, tagValueProblem } from '../advice/tags'
import { valueOf, writeField, type FieldProps } from '../edit'

type Tags = Readonly<Record<string, string>>

const columns: readonly Column[] = [{ label: 'Key' }, { label: 'Value' }]

/** AWS tags beside `Name`, which is the name above. */
export function TagsEditor({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const tags = valueOf(resource, fieldKey) as Tags
  const write = (next: Tags) => {
    writeField(designer, resource, fieldKey, next, label)
  }
  const entries = Object.entries(tags)
  const rename = (from: string, to: string) => {
    write(Object.fromEntries(entries.map(([key, value]) => [key === from ? to : key, value])))
  }
  return (
    <ListEditor
      label={label}
      noun="tag"
      columns={columns}
      count={entries.length}
      readOnly={readOnly}
      renderNew={(done) => (
        <NewTag
          tags={tags}
          onAdd={(key, value) => {
            done()
            write({ ...tags, [key]: value })
          }}
          onCancel={done}
        />
      )}
    >
      {entries.map(([key, value]) => (
        <tr key={key}>
          <td>
            <DraftInput
              label={`Key of tag ${key}`}
              value={key}
              disabled={readOnly}
              check={(text) => (text === key ? null : tagKeyProblem(text, tags))}
              onCommit={(text) => {
                rename(key, text)
              }}
            />
          </td>
          <td>
            <DraftInput
              label={`Value of tag ${key}`}
              value={value}
              disabled={readOnly}
              check={tagValueProblem}
              onCommit={(text) => {
                write({ ...tags, [key]: text })
              }}
            />
          </td>
          {!readOnly && (
            <RemoveCell
              label={`Remove tag ${key}`}
              onRemove={() => {
                write(Object.fromEntries(entries.filter(([it]) => it !== key)))
              }}
            />
          )}
        </tr>
      ))}
    </ListEditor>
  )
}

function NewTag({
  tags,
  onAdd,
  onCancel,
}: {
  readonly tags: Tags
  readonly onAdd: (key: string, value: string) => void
  readonly onCancel: () => void
}) {
  const [key, setKey] = useState('')
  const [value, setValue] = useState('')
  const ready = tagKeyProblem(key.trim(), tags) === null && tagValueProblem(value) === null
  const add = () => {
    if (ready) onAdd(key.trim(), value)
  }
  return (
    <NewRow noun="tag" span={3} ready={ready} onSave={add} onCancel={onCancel}>
      <td>
        <DraftInput
          label="Key of the new tag"
          value={key}
          check={(text) => (text === '' ? null : tagKeyProblem(text, tags))}
          focused
          onCommit={setKey}
          onDraft={setKey}
          onEnter={add}
        />
      </td>
      <td colSpan={2}>
        <DraftInput
          label="Value of the new tag"
          value={value}
          check={tagValueProblem}
          onCommit={setValue}
          onDraft={setValue}
          onEnter={add}
        />
      </td>
    </NewRow>
  )
}
