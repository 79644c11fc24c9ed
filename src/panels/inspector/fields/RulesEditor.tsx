import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ResourceOf } from '../../../kinds/resource'
import { Button } from '../../../ui/Button'
import { Section } from '../../../ui/Section'
import table from '../../../ui/Table.module.css'
import type { FieldProps } from '../edit'
import { NewRule } from './NewRule'
import { RuleRow } from './RuleRow'
import styles from '../Inspector.module.css'

/** The rules of a security group in one direction. */
export function RulesEditor({
  resource: group,
  label,
  readOnly,
  direction,
}: Omit<FieldProps<ResourceOf<'security-group'>>, 'fieldKey'> & {
  readonly direction: 'ingress' | 'egress'
}) {
  const [adding, setAdding] = useState(false)
  const entries = Object.entries(group[direction]).sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
  const peer = direction === 'ingress' ? 'Source' : 'Destination'
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
            Add {direction === 'ingress' ? 'inbound' : 'outbound'} rule
          </Button>
        )
      }
    >
      {entries.length === 0 && !adding && (
        <p className={styles.empty}>
          None: {direction === 'ingress' ? 'nothing gets in' : 'nothing gets out'}, except replies.
        </p>
      )}
      {(entries.length > 0 || adding) && (
        <div className={table.scroll}>
          <table className={table.table} aria-label={label} data-widths>
            <thead>
              <tr>
                <th scope="col" style={{ width: 140 }}>
                  Type
                </th>
                <th scope="col" style={{ width: 92 }}>
                  Ports
                </th>
                <th scope="col">{peer}, description</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(([key, rule]) => (
                <RuleRow
                  key={key}
                  group={group}
                  direction={direction}
                  ruleKey={key}
                  rule={rule}
                  readOnly={readOnly}
                />
              ))}
              {adding && (
                <NewRule
                  group={group}
                  direction={direction}
                  onDone={() => {
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
