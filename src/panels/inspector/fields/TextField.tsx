import { useDesignerStore } from '../../../store/react'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { valueOf, writeField, type FieldProps } from '../edit'

const longest = 255

function textProblem(text: string): InputProblem | null {
  if (text.trim() === '') return { tone: 'error', text: 'This cannot be empty.' }
  if (text.length > longest)
    return { tone: 'error', text: `${text.length} characters; ${longest} fit.` }
  return null
}

/** A name or a description. */
export function TextField({
  resource,
  fieldKey,
  label,
  readOnly,
  multiline,
}: FieldProps & { readonly multiline: boolean }) {
  const designer = useDesignerStore()
  return (
    <DraftInput
      value={valueOf(resource, fieldKey) as string}
      multiline={multiline}
      disabled={readOnly}
      check={textProblem}
      onCommit={(text) => {
        writeField(designer, resource, fieldKey, text, label)
      }}
    />
  )
}
