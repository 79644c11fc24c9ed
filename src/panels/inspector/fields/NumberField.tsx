import { definitionOf } from '../../../kinds/catalogue'
import { useDesignerStore } from '../../../store/react'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { valueOf, writeField, type FieldProps } from '../edit'

/** A whole number; empty where none is needed. */
export function NumberField({
  resource,
  fieldKey,
  label,
  readOnly,
  whenNull,
}: FieldProps & { readonly whenNull: string | undefined }) {
  const designer = useDesignerStore()
  const value = valueOf(resource, fieldKey) as number | null
  const check = (text: string): InputProblem | null => {
    if (text === '' && whenNull !== undefined) return null
    if (!/^\d+$/.test(text)) return { tone: 'error', text: 'Write a whole number.' }
    const read = definitionOf(resource).schema.safeParse({ ...resource, [fieldKey]: Number(text) })
    const issue = read.error?.issues.find(({ path }) => path[0] === fieldKey)
    if (!issue) return null
    // what zod says of a number that is too small or too large, in a sentence of ours
    const limit = 'minimum' in issue ? issue.minimum : 'maximum' in issue ? issue.maximum : null
    return {
      tone: 'error',
      text:
        limit === null
          ? issue.message
          : `This is ${'minimum' in issue ? 'at least' : 'at most'} ${Number(limit)}.`,
    }
  }
  return (
    <DraftInput
      mono
      value={value === null ? '' : String(value)}
      placeholder={whenNull}
      disabled={readOnly}
      check={check}
      onCommit={(text) => {
        writeField(designer, resource, fieldKey, text === '' ? null : Number(text), label)
      }}
    />
  )
}
