import type { ResourceOf } from '../../../kinds/resource'
import { ListEditor } from '../../shared/ListEditor'
import type { FieldProps } from '../edit'
import { NewRule } from './NewRule'
import { RuleRow } from './RuleRow'

/** The rules of a security group in one direction. */
export function RulesEditor({
  resource: group,
  label,
  readOnly,
  direction,
}: Omit<FieldProps<ResourceOf<'security-group'>>, 'fieldKey'> & {
  readonly direction: 'ingress' | 'egress'
}) {
  const entries = Object.entries(group[direction]).sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
  const [inbound, peer] = direction === 'ingress' ? [true, 'Source'] : [false, 'Destination']
  return (
    <ListEditor
      label={label}
      noun={`${inbound ? 'inbound' : 'outbound'} rule`}
      columns={[{ label: 'Type', width: 140 }, { label: 'Ports', width: 92 }, { label: peer }]}
      count={entries.length}
      actions={false}
      readOnly={readOnly}
      empty={`None: ${inbound ? 'nothing gets in' : 'nothing gets out'}, except replies.`}
      renderNew={(done) => <NewRule group={group} direction={direction} onDone={done} />}
    >
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
    </ListEditor>
  )
}
