import { loadBalancerTerms } from '../../../kinds/load-balancer'
import { workloadTerms } from '../../../kinds/workload'
import { makeMain } from '../../../store/commands/routes'
import { useDesignerStore } from '../../../store/react'
import { Select } from '../../../ui/Select'
import { Switch } from '../../../ui/Switch'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

const nothing = 'none given'

const words: Readonly<Record<string, string>> = {
  ...workloadTerms,
  generic: 'Other workload',
  application: loadBalancerTerms.application,
  network: loadBalancerTerms.network,
}

/** One of AWS's fixed values, in AWS's own spelling where it is a state. */
export function ChoiceField({
  resource,
  fieldKey,
  label,
  readOnly,
  options,
  whenNull,
}: FieldProps & {
  readonly options: readonly string[]
  readonly whenNull: string | undefined
}) {
  const designer = useDesignerStore()
  return (
    <Select
      options={[
        ...(whenNull === undefined ? [] : [{ value: nothing, label: whenNull }]),
        ...options.map((value) => ({ value, label: words[value] ?? value })),
      ]}
      value={(valueOf(resource, fieldKey) as string | null) ?? nothing}
      disabled={readOnly}
      onChange={(value) => {
        writeField(designer, resource, fieldKey, value === nothing ? null : value, label)
      }}
    />
  )
}

/** On, off, or what follows where nothing is said. */
export function AttributeField({
  resource,
  fieldKey,
  label,
  readOnly,
  whenNull,
}: FieldProps & { readonly whenNull: string }) {
  const designer = useDesignerStore()
  const value = valueOf(resource, fieldKey) as boolean | null
  return (
    <Select
      options={[
        { value: nothing, label: whenNull },
        { value: 'true', label: 'On' },
        { value: 'false', label: 'Off' },
      ]}
      value={value === null ? nothing : String(value)}
      disabled={readOnly}
      onChange={(chosen) => {
        const next = chosen === nothing ? null : chosen === 'true'
        writeField(designer, resource, fieldKey, next, label)
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
