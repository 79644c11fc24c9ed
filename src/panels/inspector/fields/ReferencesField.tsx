import { X } from 'lucide-react'
import { definitionOf } from '../../../kinds/catalogue'
import type { Id, Kind } from '../../../kinds/resource'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox } from '../../../ui/Combobox'
import { IconButton } from '../../../ui/IconButton'
import { Section } from '../../../ui/Section'
import { ResourceLink } from '../../shared/ResourceLink'
import { candidates } from '../candidates'
import { valueOf, writeField, type FieldProps } from '../edit'
import styles from '../Inspector.module.css'

/** What things of these kinds are called together. */
function wordsFor(kinds: readonly Kind[], each = 'resource') {
  const [first, ...others] = kinds.map((kind) => definitionOf({ kind }))
  return first && others.length === 0 ? first : { term: each, plural: `${each}s` }
}

/** Several resources that this one names, such as the security groups of a workload. */
export function ReferencesField({
  resource,
  fieldKey,
  label,
  readOnly,
  kind,
  each,
  whenNull,
}: FieldProps & {
  readonly kind: Kind | readonly Kind[]
  readonly each: string | undefined
  readonly whenNull: string | undefined
}) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const value = valueOf(resource, fieldKey) as readonly Id[] | null
  const ids = value ?? []
  const { term, plural } = wordsFor([kind].flat(), each)
  const free = candidates(kind, resource, inDesign).filter((it) => !ids.includes(it.id))
  const write = (next: readonly Id[]) => {
    writeField(designer, resource, fieldKey, next, label)
  }
  return (
    <Section title={label} count={ids.length}>
      <ul className={styles.list}>
        {ids.map((id) => {
          const name = inDesign.get(id)?.name ?? id
          return (
            <li key={id} className={styles.line}>
              <ResourceLink id={id} />
              <span className={styles.fill} />
              <IconButton
                size="small"
                label={`Take ${name} away`}
                disabled={readOnly}
                onClick={() => {
                  write(ids.filter((it) => it !== id))
                }}
              >
                <X />
              </IconButton>
            </li>
          )
        })}
        {ids.length === 0 && (
          <li className={styles.note}>
            {value === null ? whenNull : 'None.'}{' '}
            {value !== null &&
              kind === 'security-group' &&
              'AWS puts it into the default group of its VPC.'}
          </li>
        )}
        {!readOnly && (
          <li className={styles.line}>
            <Combobox
              key={ids.length}
              label={`Add ${article(term)} ${term} to ${label.toLowerCase()}`}
              placeholder={`Add ${article(term)} ${term}`}
              none={`No other ${plural} here.`}
              choices={free.map((it) => ({ value: it.id, label: it.name }))}
              value={null}
              onChange={(id) => {
                write([...ids, id as Id])
              }}
            />
          </li>
        )}
      </ul>
    </Section>
  )
}

const article = (term: string) => (/^[aeiou]/i.test(term) ? 'an' : 'a')
