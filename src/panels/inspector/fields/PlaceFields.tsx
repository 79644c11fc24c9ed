import { useDesigner, useDesignerStore } from '../../../store/react'
import { changeRegion } from '../../../store/commands/vpc'
import { regionField } from '../../../kinds/fields'
import { Combobox, type Choice } from '../../../ui/Combobox'
import { Select } from '../../../ui/Select'
import { regions } from '../advice/regions'
import { valueOf, writeField, type FieldProps } from '../edit'

const nobody = 'nobody'

/** The account that owns a resource, one of the design's accounts. */
export function AccountField({
  resource,
  fieldKey,
  label,
  readOnly,
  whenNull,
}: FieldProps & { readonly whenNull: string | undefined }) {
  const designer = useDesignerStore()
  const accounts = useDesigner(({ document }) => document.accounts)
  const value = (valueOf(resource, fieldKey) as string | null) ?? nobody
  const known = value === nobody || accounts.some((it) => it.id === value)
  const options = [
    ...(whenNull === undefined ? [] : [{ value: nobody, label: whenNull }]),
    ...accounts.map((it) => ({ value: it.id, label: it.name, note: it.id })),
    ...(known ? [] : [{ value, label: value }]),
  ]
  return (
    <Select
      options={options}
      value={value}
      disabled={readOnly}
      onChange={(id) => {
        writeField(designer, resource, fieldKey, id === nobody ? null : id, label)
      }}
    />
  )
}

const choices: readonly Choice[] = regions.map(([code, name]) => ({
  value: code,
  label: code,
  note: name,
}))

const fromText = (text: string): Choice | null =>
  regionField.safeParse(text).success ? { value: text, label: text, note: 'this Region' } : null

/** The Region of a VPC; its subnets' zones go along. */
export function RegionField({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  return (
    <Combobox
      mono
      label={label}
      choices={choices}
      value={String(valueOf(resource, fieldKey))}
      fromText={fromText}
      none="No Region is called that."
      disabled={readOnly}
      onChange={(region) => {
        if (resource.kind === 'vpc') designer.run(changeRegion, { vpcId: resource.id, region })
        else writeField(designer, resource, fieldKey, region, label)
      }}
    />
  )
}

/** The Availability Zone of a subnet, in its VPC's Region. */
export function ZoneField({ resource, fieldKey, label, readOnly }: FieldProps) {
  const designer = useDesignerStore()
  const vpc = useDesigner(({ document }) =>
    resource.kind === 'subnet' ? document.resources[resource.vpcId] : undefined,
  )
  const value = String(valueOf(resource, fieldKey))
  const region = vpc?.kind === 'vpc' ? vpc.region : value.slice(0, -1)
  const zones = [...new Set([...['a', 'b', 'c', 'd'].map((it) => `${region}${it}`), value])]
  return (
    <Select
      mono
      options={zones.map((it) => ({ value: it, label: it }))}
      value={value}
      disabled={readOnly}
      onChange={(zone) => {
        writeField(designer, resource, fieldKey, zone, label)
      }}
    />
  )
}
