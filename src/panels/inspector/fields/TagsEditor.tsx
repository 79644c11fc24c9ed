import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useDesignerStore } from '../../../store/react'
import { Button } from '../../../ui/Button'
import { DraftInput } from '../../../ui/DraftInput'
import { Hidden } from '../../../ui/Hidden'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import table from '../../../ui/Table.module.css'
import { tagKeyProblem, tagValueProblem } from '../advice/tags'
import { valueOf, writeField, type FieldProps } from '../edit'

type Tags = Readonly<Record<string, string>>

/** AWS tags beside `Name`, which is the name above. */
export function TagsEditor({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const [adding, setAdding] = useState(false)
  const tags = valueOf(resource, fieldKey) as Tags
  const write = (next: Tags) => {
    writeField(designer, resource, fieldKey, next, label)
  }
  const entries = Object.entries(tags)
  const rename = (from: string, to: string) => {
    write(Object.fromEntries(entries.map(([key, value]) => [key === from ? to : key, value])))
  }
  return (
    <Section
      title={label}
      count={entries.length}
      action={
        !readOnly &&
        !adding && (
          <Button
            size="small"
            look="quiet"
            icon={<Plus />}
            onClick={() => {
              setAdding(true)
            }}
          >
            Add tag
          </Button>
        )
      }
    >
      {(entries.length > 0 || adding) && (
        <div className={table.scroll}>
          <table className={table.table} aria-label={label}>
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Value</th>
                <th scope="col">
                  <Hidden>Actions</Hidden>
                </th>
              </tr>
            </thead>
            <tbody>
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
                  <td className={table.end}>
                    <IconButton
                      label={`Remove tag ${key}`}
                      disabled={readOnly}
                      onClick={() => {
                        write(Object.fromEntries(entries.filter(([it]) => it !== key)))
                      }}
                    >
                      <Trash2 />
                    </IconButton>
                  </td>
                </tr>
              ))}
              {adding && (
                <NewTag
                  tags={tags}
                  onAdd={(key, value) => {
                    setAdding(false)
                    write({ ...tags, [key]: value })
                  }}
                  onCancel={() => {
                    setAdding(false)
                  }}
                />
              )}
            </tbody>
          </table>
        </div>
      )}
    </Section>
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
    <tr>
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
      <td>
        <DraftInput
          label="Value of the new tag"
          value={value}
          check={tagValueProblem}
          onCommit={setValue}
          onDraft={setValue}
          onEnter={add}
        />
      </td>
      <td className={table.end} aria-label="New tag">
        <span className={table.actions}>
          <Button size="small" disabled={!ready} onClick={add}>
            Add
          </Button>
          <Button size="small" look="quiet" onClick={onCancel}>
            Cancel
          </Button>
        </span>
      </td>
    </tr>
  )
}
