import { X } from 'lucide-react'
import { targetGroupsOf, type Action } from '../../../kinds/load-balancer/links'
import type { Id } from '../../../kinds/resource'
import { withoutEntries } from '../../../kinds/without'
import { useDesigner } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox } from '../../../ui/Combobox'
import { DraftInput } from '../../../ui/DraftInput'
import { IconButton } from '../../../ui/IconButton'
import { Select } from '../../../ui/Select'
import { ResourceLink } from '../../shared/ResourceLink'
import styles from '../Inspector.module.css'

const types = [
  { value: 'forward', label: 'Forward' },
  { value: 'redirect', label: 'Redirect' },
  { value: 'fixed-response', label: 'Fixed response' },
] as const

/** What becomes of a request: where it goes on to, with what share, or that it ends here. */
export function ActionInput({
  action,
  vpcId,
  forwardsOnly,
  name,
  readOnly,
  onChange,
}: {
  readonly action: Action
  readonly vpcId: Id<'vpc'>
  /** Can it do nothing else, as a Network Load Balancer? */
  readonly forwardsOnly: boolean
  readonly name: string
  readonly readOnly: boolean
  readonly onChange: (action: Action) => void
}) {
  return (
    <div className={styles.stack}>
      {!forwardsOnly && (
        <Select
          label={`Action of ${name}`}
          options={types}
          value={action.type}
          disabled={readOnly}
          onChange={(type) => {
            onChange(type === 'forward' ? { type, targetGroups: {} } : { type })
          }}
        />
      )}
      {action.type === 'forward' && (
        <TargetGroups
          action={action}
          vpcId={vpcId}
          name={name}
          readOnly={readOnly}
          onChange={onChange}
        />
      )}
    </div>
  )
}

type Forward = Extract<Action, { type: 'forward' }>

function TargetGroups({
  action,
  vpcId,
  name,
  readOnly,
  onChange,
}: {
  readonly action: Forward
  readonly vpcId: Id<'vpc'>
  readonly name: string
  readonly readOnly: boolean
  readonly onChange: (action: Action) => void
}) {
  const inDesign = useDesigner(design)
  const ids = targetGroupsOf(action)
  const free = inDesign
    .all('target-group')
    .filter((it) => it.vpcId === vpcId && !ids.includes(it.id))
  const write = (targetGroups: Forward['targetGroups']) => {
    onChange({ ...action, targetGroups })
  }
  return (
    <>
      {ids.map((id) => {
        const called = inDesign.get(id)?.name ?? id
        return (
          <div key={id} className={styles.line}>
            <ResourceLink id={id} />
            <span className={styles.fill} />
            {ids.length > 1 && (
              <span className={styles.weight}>
                <DraftInput
                  mono
                  label={`Weight of ${called} in ${name}`}
                  value={String(action.targetGroups[id]?.weight ?? 1)}
                  disabled={readOnly}
                  check={(text) =>
                    /^\d{1,3}$/.test(text) ? null : { tone: 'error', text: 'A weight is 0 to 999.' }
                  }
                  onCommit={(text) => {
                    write({ ...action.targetGroups, [id]: { weight: Number(text) } })
                  }}
                />
              </span>
            )}
            <IconButton
              size="small"
              label={`Take ${called} away`}
              disabled={readOnly}
              onClick={() => {
                write(withoutEntries(action.targetGroups, (_, key) => key === id))
              }}
            >
              <X />
            </IconButton>
          </div>
        )
      })}
      {ids.length === 0 && <p className={styles.warning}>Forwards to no target group.</p>}
      {!readOnly && (ids.length === 0 || free.length > 0) && (
        <Combobox
          key={ids.length}
          label={`Add a target group to ${name}`}
          placeholder={ids.length === 0 ? 'Choose a target group' : 'Add a target group'}
          none="The VPC has no other target group."
          choices={free.map((it) => ({
            value: it.id,
            label: it.name,
            note: `${it.protocol} :${it.port}`,
          }))}
          value={null}
          onChange={(id) => {
            write({ ...action.targetGroups, [id]: { weight: 1 } })
          }}
        />
      )}
    </>
  )
}
