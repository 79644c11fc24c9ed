import { X } from 'lucide-react'
import { definitionOf } from '../../../kinds/catalogue'
import type { Id, Kind, Resource } from '../../../kinds/resource'
import { useDesigner } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox, type Choice } from '../../../ui/Combobox'
import { IconButton } from '../../../ui/IconButton'
import { blockFromText } from '../advice/rule-peers'
import { candidates } from '../candidates'
import type { CellProps } from './CellInput'
import styles from '../Inspector.module.css'

interface ReferenceProps extends CellProps {
  readonly kinds: readonly Kind[]
}

const nothing = 'none'

const choiceOf = (it: Resource): Choice => ({
  value: it.id,
  label: it.name,
  note:
    it.kind === 'subnet'
      ? `${it.cidrBlock ?? it.ipv6CidrBlock}, ${it.availabilityZone}`
      : definitionOf(it).term,
})

/** Another resource that the row names, or the row's own key. */
export function ReferenceCell({
  column: { key },
  resource,
  row,
  rowKey,
  taken,
  label,
  readOnly,
  kinds,
  whenNull,
  onChange,
}: ReferenceProps & { readonly whenNull: string | undefined }) {
  const inDesign = useDesigner(design)
  const value = (key === '' ? rowKey : row[key]) as string | null
  const free = candidates(kinds, resource, inDesign).filter(
    ({ id }) => key !== '' || id === value || !taken.includes(id),
  )
  const known = value !== null && value !== '' && !free.some(({ id }) => id === value)
  const stranger = known ? inDesign.get(value as Id) : undefined
  return (
    <Combobox
      label={label}
      placeholder={whenNull ?? 'Choose one'}
      choices={[
        ...(whenNull === undefined ? [] : [{ value: nothing, label: whenNull }]),
        ...free.map(choiceOf),
        ...(stranger ? [choiceOf(stranger)] : []),
      ]}
      value={value === null || value === '' ? (whenNull === undefined ? null : nothing) : value}
      none="Nothing here fits."
      disabled={readOnly}
      onChange={(id) => {
        const next = id === nothing ? null : id
        onChange(key === '' ? id : { [key]: next })
      }}
    />
  )
}

/** Several resources that the row names. */
export function ReferencesCell({
  column: { key },
  resource,
  row,
  label,
  readOnly,
  kinds,
  onChange,
}: ReferenceProps) {
  const inDesign = useDesigner(design)
  const ids = (row[key] ?? []) as readonly Id[]
  const free = candidates(kinds, resource, inDesign).filter(({ id }) => !ids.includes(id))
  return (
    <>
      {ids.map((id) => (
        <div key={id} className={styles.line}>
          <span className={styles.cellText}>{inDesign.get(id)?.name ?? id}</span>
          <span className={styles.fill} />
          <IconButton
            size="small"
            label={`Take ${inDesign.get(id)?.name ?? id} away`}
            disabled={readOnly}
            onClick={() => {
              onChange({ [key]: ids.filter((it) => it !== id) })
            }}
          >
            <X />
          </IconButton>
        </div>
      ))}
      {!readOnly && (
        <Combobox
          key={ids.length}
          label={`Add to ${label}`}
          placeholder="Add"
          none="No other here."
          choices={free.map(choiceOf)}
          value={null}
          onChange={(id) => {
            onChange({ [key]: [...ids, id] })
          }}
        />
      )}
    </>
  )
}

/** A block that is typed, or a prefix list that stands for several. */
export function DestinationCell({
  column: { key },
  resource,
  row,
  rowKey,
  taken,
  label,
  readOnly,
  kinds,
  onChange,
}: ReferenceProps) {
  const inDesign = useDesigner(design)
  const value = (key === '' ? rowKey : row[key]) as string
  const lists = candidates(kinds, resource, inDesign).filter(
    ({ id }) => id === value || !taken.includes(id),
  )
  return (
    <Combobox
      mono
      label={label}
      placeholder="CIDR or prefix list"
      choices={lists.map(choiceOf)}
      value={value === '' ? null : value}
      fromText={(text) => {
        const block = blockFromText(text)
        return block && block.value !== value && taken.includes(block.value) ? null : block
      }}
      none="Write a block such as 10.0.0.0/16 that is not in the table yet."
      disabled={readOnly}
      onChange={(next) => {
        onChange(key === '' ? next : { [key]: next })
      }}
    />
  )
}
