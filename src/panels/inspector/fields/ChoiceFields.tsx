import { workloadTerms } from '../../../kinds/workload'
import { makeMain } from '../../../store/commands/routes'
import { useDesignerStore } from '../../../store/react'
import { Select } from '../../../ui/Select'
import { Switch } from '../../../ui/Switch'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

const words: Readonly<Record<string, string>> = { ...workloadTerms, generic: 'Other workload' }

/** One of AWS's fixed values, in AWS's own spelling where it is a state. */
export function ChoiceField({
  resource,
  fieldKey,
  label,
  readOnly,
  options,
}: FieldProps & { readonly options: readonly string[] }) {
  const designer = useDesignerStore()
  return (
    <Select
      options={options.map((value) => ({ value, label: words[value] ?? value }))}
      value={String(valueOf(resource, fieldKey))}
      disabled={readOnly}
      onChange={(value) => {
        writeField(designer, resource, fieldKey, value, label)
      }}
    />
  )
}

/** On or off. A main route table stays the main one until another one takes its place. */
export function SwitchField({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const on = valueOf(resource, fieldKey) === true
  const isMain = resource.kind === 'route-table' && fieldKey === 'main'
  return (
    <>
      <Switch
        checked={on}
        disabled={readOnly || (isMain && on)}
        onChange={(checked) => {
          if (isMain) designer.run(makeMain, { tableId: resource.id })
          else writeField(designer, resource, fieldKey, checked, label)
        }}
      />
      {isMain && on && (
        <p className={styles.note}>To change it, make another table of the VPC the main one.</p>
      )}
    </>
  )
}
