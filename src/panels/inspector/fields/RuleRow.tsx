import { Trash2 } from 'lucide-react'
import type { ResourceOf } from '../../../kinds/resource'
import { removeRule, setRule } from '../../../store/commands/rules'
import { useDesignerStore } from '../../../store/react'
import { DraftInput } from '../../../ui/DraftInput'
import { IconButton } from '../../../ui/IconButton'
import table from '../../../ui/Table.module.css'
import { peerOf, valueOfPeer } from '../advice/rule-peers'
import { useFocusMark } from '../useFocusMark'
import { PeerCell, PortsCell, TypeCell } from './RuleCells'
import styles from '../Inspector.module.css'

type Group = ResourceOf<'security-group'>
type Rule = Group['ingress'][string]

/** One rule, each change of which is one step. */
export function RuleRow({
  group,
  direction,
  ruleKey,
  rule,
  readOnly,
}: {
  readonly group: Group
  readonly direction: 'ingress' | 'egress'
  readonly ruleKey: string
  readonly rule: Rule
  readonly readOnly: boolean
}) {
  const designer = useDesignerStore()
  const mark = useFocusMark<HTMLTableRowElement>(
    (it) =>
      it.type === 'rule' &&
      it.securityGroupId === group.id &&
      it.direction === direction &&
      it.rule === ruleKey,
  )
  const write = (change: Partial<Rule>) => {
    const args = { groupId: group.id, direction, key: ruleKey, rule: { ...rule, ...change } }
    designer.run(setRule, args)
  }
  const name = `${direction === 'ingress' ? 'inbound' : 'outbound'} ${ruleKey}`
  return (
    <>
      <tr {...mark} className={table.upper}>
        <td>
          <TypeCell traffic={rule} label={`Type of ${name}`} readOnly={readOnly} onChange={write} />
        </td>
        <td>
          <PortsCell
            traffic={rule}
            label={`Ports of ${name}`}
            readOnly={readOnly}
            onChange={write}
          />
        </td>
        <td>
          <PeerCell
            group={group}
            label={`${direction === 'ingress' ? 'Source' : 'Destination'} of ${name}`}
            value={valueOfPeer(rule)}
            readOnly={readOnly}
            onChange={(value) => {
              write(peerOf(value))
            }}
          />
        </td>
      </tr>
      <tr data-highlighted={mark['data-highlighted']}>
        <td colSpan={3}>
          <div className={styles.subtle}>
            <DraftInput
              label={`Description of ${name}`}
              placeholder="Description"
              value={rule.description}
              disabled={readOnly}
              check={(text) =>
                text.length > 255 ? { tone: 'error', text: '255 characters fit.' } : null
              }
              onCommit={(description) => {
                write({ description })
              }}
            />
            <IconButton
              size="small"
              label={`Remove ${name}`}
              disabled={readOnly}
              onClick={() => {
                designer.run(removeRule, { groupId: group.id, direction, key: ruleKey })
              }}
            >
              <Trash2 />
            </IconButton>
          </div>
        </td>
      </tr>
    </>
  )
}
