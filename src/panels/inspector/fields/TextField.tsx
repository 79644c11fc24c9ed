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
  whenNull,
}: FieldProps & { readonly multiline: boolean; readonly whenNull?: string | undefined }) {
  const designer = useDesignerStore()
  return (
    <DraftInput
      value={(valueOf(resource, fieldKey) as string | null) ?? ''}
      placeholder={whenNull}
      multiline={multiline}
      disabled={readOnly}
      check={(text) => (text === '' && whenNull !== undefined ? null : textProblem(text))}
      onCommit={(text) => {
        const none = text === '' && whenNull !== undefined
        writeField(designer, resource, fieldKey, none ? null : text, label)
      }}
    />
  )
}
