import { useState } from 'react'
import type { Listener } from '../../../kinds/load-balancer/links'
import type { ResourceOf } from '../../../kinds/resource'
import { DraftInput, type InputProblem } from '../../../ui/DraftInput'
import { ListEditor } from '../../shared/ListEditor'
import { NewRow, RemoveCell } from '../../shared/ListRows'
import { ActionInput } from './ActionInput'
import styles from '../Inspector.module.css'

type Rule = Listener['rules'][string]

interface RulesProps {
  readonly balancer: ResourceOf<'load-balancer'>
  readonly port: string
  readonly readOnly: boolean
}

/** The rules of a listener by priority: they decide before its default action. */
export function ListenerRules({
  onChange,
  ...props
}: RulesProps & { readonly onChange: (listener: Listener) => void }) {
  const { balancer, port, readOnly } = props
  const listener = balancer.listeners[port]
  if (!listener) return null
  const { rules } = listener
  const priorities = Object.keys(rules).sort((a, b) => Number(a) - Number(b))
  const write = (next: Listener['rules']) => {
    onChange({ ...listener, rules: next })
  }
  const without = (priority: string) =>
    Object.fromEntries(Object.entries(rules).filter(([other]) => other !== priority))
  return (
    <ListEditor
      label={`Rules of listener ${port}`}
      noun="listener rule"
      columns={[{ label: 'Priority', width: 84 }, { label: 'Hosts, paths, action' }]}
      count={priorities.length}
      readOnly={readOnly}
      empty="None: the default action decides."
      renderNew={(done) => (
        <NewRule
          {...props}
          rules={rules}
          onSave={(priority, rule) => {
            write({ ...rules, [priority]: rule })
            done()
          }}
          onCancel={done}
        />
      )}
    >
      {priorities.map((priority) => {
        const rule = rules[priority]
        return rule ? (
          <tr key={priority}>
            <Cells
              {...props}
              priority={priority}
              rule={rule}
              name={`rule ${priority} of listener ${port}`}
              check={(text) => priorityProblem(text, rules, priority)}
              onChange={(nextPriority, next) => {
                write({ ...without(priority), [nextPriority]: next })
              }}
            />
            {!readOnly && (
              <RemoveCell
                label={`Remove rule ${priority} of listener ${port}`}
                onRemove={() => {
                  write(without(priority))
                }}
              />
            )}
          </tr>
        ) : null
      })}
    </ListEditor>
  )
}

function priorityProblem(
  text: string,
  rules: Listener['rules'],
  instead: string | null,
): InputProblem | null {
  if (!/^[1-9]\d*$/.test(text) || Number(text) > 50000)
    return { tone: 'error', text: 'A priority is a whole number from 1 to 50000.' }
  return text !== instead && Object.hasOwn(rules, text)
    ? { tone: 'error', text: `There is a rule ${text} already.` }
    : null
}

function NewRule({
  rules,
  onSave,
  onCancel,
  ...props
}: RulesProps & {
  readonly rules: Listener['rules']
  readonly onSave: (priority: string, rule: Rule) => void
  readonly onCancel: () => void
}) {
  const next = Math.max(0, ...Object.keys(rules).map(Number)) + 10
  const [[priority, rule], setMade] = useState<readonly [string, Rule]>([
    String(next),
    { hostHeaders: [], pathPatterns: [], action: { type: 'forward', targetGroups: {} } },
  ])
  const hasCondition = rule.hostHeaders.length > 0 || rule.pathPatterns.length > 0
  return (
    <NewRow
      noun="listener rule"
      span={3}
      ready={hasCondition && priorityProblem(priority, rules, null) === null}
      onSave={() => {
        onSave(priority, rule)
      }}
      onCancel={onCancel}
    >
      <Cells
        {...props}
        priority={priority}
        rule={rule}
        name={`the new rule of listener ${props.port}`}
        check={(text) => priorityProblem(text, rules, null)}
        onChange={(...made) => {
          setMade(made)
        }}
      />
      <td aria-hidden />
    </NewRow>
  )
}

const conditions = [
  ['hostHeaders', 'Hosts', 'api.example.com'],
  ['pathPatterns', 'Paths', '/api/*'],
] as const

/** Several patterns in one text: any of them will do. */
const patternsOf = (text: string) => text.split(/[\s,]+/).filter((it) => it !== '')

function Cells({
  balancer,
  readOnly,
  priority,
  rule,
  name,
  check,
  onChange,
}: RulesProps & {
  readonly priority: string
  readonly rule: Rule
  readonly name: string
  readonly check: (priority: string) => InputProblem | null
  readonly onChange: (priority: string, rule: Rule) => void
}) {
  return (
    <>
      <td>
        <DraftInput
          mono
          label={`Priority of ${name}`}
          value={priority}
          disabled={readOnly}
          check={check}
          onCommit={(text) => {
            onChange(text, rule)
          }}
        />
      </td>
      <td>
        <div className={styles.stack}>
          {conditions.map(([key, words, example]) => (
            <DraftInput
              key={key}
              mono
              label={`${words} of ${name}`}
              placeholder={`${words}, such as ${example}`}
              value={rule[key].join(', ')}
              disabled={readOnly}
              onCommit={(text) => {
                onChange(priority, { ...rule, [key]: patternsOf(text) })
              }}
            />
          ))}
          <ActionInput
            action={rule.action}
            vpcId={balancer.vpcId}
            forwardsOnly={false}
            name={name}
            readOnly={readOnly}
            onChange={(action) => {
              onChange(priority, { ...rule, action })
            }}
          />
        </div>
      </td>
    </>
  )
}
