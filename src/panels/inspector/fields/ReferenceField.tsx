import { ArrowRight } from 'lucide-react'
import type { Id, Kind, Resource } from '../../../kinds/resource'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox, type Choice } from '../../../ui/Combobox'
import { IconButton } from '../../../ui/IconButton'
import { ResourceLink } from '../../shared/ResourceLink'
import { candidates } from '../candidates'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

const nothing = 'none'

/** Another resource that this one names, with a way to go there. */
export function ReferenceField({
  resource,
  fieldKey,
  label,
  readOnly,
  kind,
  whenNull,
}: FieldProps & { readonly kind: Kind | readonly Kind[]; readonly whenNull: string | undefined }) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const value = valueOf(resource, fieldKey) as Id | null
  if (readOnly && value) return <ResourceLink id={value} />
  const choices: Choice[] = [
    ...(whenNull === undefined ? [] : [{ value: nothing, label: whenNull }]),
    ...candidates(kind, resource, inDesign).map((it: Resource) => ({
      value: it.id,
      label: it.name,
    })),
  ]
  return (
    <div className={styles.line}>
      <Combobox
        label={label}
        choices={choices}
        value={value ?? nothing}
        disabled={readOnly}
        onChange={(id) => {
          writeField(designer, resource, fieldKey, id === nothing ? null : id, label)
        }}
      />
      {value && (
        <IconButton
          label={`Go to ${inDesign.get(value)?.name ?? value}`}
          onClick={() => {
            designer.inspect(value)
          }}
        >
          <ArrowRight />
        </IconButton>
      )}
    </div>
  )
}
