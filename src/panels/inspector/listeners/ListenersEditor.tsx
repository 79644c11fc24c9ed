import { useState } from 'react'
import type { Listener } from '../../../kinds/load-balancer/links'
import type { ResourceOf } from '../../../kinds/resource'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import { Select } from '../../../ui/Select'
import { ListEditor } from '../../shared/ListEditor'
import { NewRow, RemoveCell } from '../../shared/ListRows'
import { rowProblem, withRow } from '../table/rows'
import { writeField, type FieldProps } from '../edit'
import { useFocusMark } from '../useFocusMark'
import { ActionInput } from './ActionInput'
import { ListenerRules } from './ListenerRules'
import styles from '../Inspector.module.css'

type LoadBalancer = ResourceOf<'load-balancer'>
type Listeners = LoadBalancer['listeners']

const protocols = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
  gateway: ['GENEVE'],
} as const

/** The listeners of a load balancer by port, and the rules of each. */
export function ListenersEditor({
  resource: balancer,
  fieldKey,
  label,
  readOnly,
}: FieldProps<LoadBalancer>) {
  const designer = useDesignerStore()
  const { listeners } = balancer
  const ports = Object.keys(listeners).sort((a, b) => Number(a) - Number(b))
  const write = (next: Listeners) => {
    writeField(designer, balancer, fieldKey, next, label)
  }
  const without = (port: string) =>
    Object.fromEntries(Object.entries(listeners).filter(([other]) => other !== port))
  return (
    <>
      <ListEditor
        label={label}
        noun="listener"
        columns={[{ label: 'Port, protocol', width: 116 }, { label: 'Default action' }]}
        count={ports.length}
        readOnly={readOnly}
        empty="None: nothing gets in."
        renderNew={(done) => (
          <NewListener
            balancer={balancer}
            onSave={(port, listener) => {
              write({ ...listeners, [port]: listener })
              done()
            }}
            onCancel={done}
          />
        )}
      >
        {ports.map((port) => {
          const listener = listeners[port]
          return listener ? (
            <ListenerRow
              key={port}
              balancer={balancer}
              port={port}
              listener={listener}
              readOnly={readOnly}
              onChange={(nextPort, next) => {
                write({ ...without(port), [nextPort]: next })
              }}
              onRemove={() => {
                write(without(port))
              }}
            />
          ) : null
        })}
      </ListEditor>
      {balancer.type === 'application' &&
        ports.map((port) => (
          <ListenerRules
            key={port}
            balancer={balancer}
            port={port}
            readOnly={readOnly}
            onChange={(listener) => {
              write({ ...listeners, [port]: listener })
            }}
          />
        ))}
    </>
  )
}

interface ListenerCells {
  readonly balancer: LoadBalancer
  readonly port: string
  readonly listener: Listener
  readonly readOnly: boolean
  readonly onChange: (port: string, listener: Listener) => void
}

function ListenerRow({ onRemove, ...props }: ListenerCells & { readonly onRemove: () => void }) {
  const { balancer, port, readOnly } = props
  const mark = useFocusMark<HTMLTableRowElement>(
    (it) => it.type === 'listener' && it.loadBalancerId === balancer.id && `${it.port}` === port,
  )
  return (
    <tr {...mark}>
      <Cells {...props} isNew={false} />
      {!readOnly && <RemoveCell label={`Remove listener ${port}`} onRemove={onRemove} />}
    </tr>
  )
}

function NewListener({
  balancer,
  onSave,
  onCancel,
}: {
  readonly balancer: LoadBalancer
  readonly onSave: (port: string, listener: Listener) => void
  readonly onCancel: () => void
}) {
  const inDesign = useDesigner(design)
  const first = inDesign.all('target-group').find((it) => it.vpcId === balancer.vpcId)
  const [made, setMade] = useState<readonly [string, Listener]>([
    '',
    {
      protocol: protocols[balancer.type][0],
      defaultAction: { type: 'forward', targetGroups: first ? { [first.id]: { weight: 1 } } : {} },
      rules: {},
    },
  ])
  const [port, listener] = made
  const problem = portProblem(balancer, port, listener, null)
  return (
    <NewRow
      noun="listener"
      span={3}
      ready={port !== '' && problem === null}
      onSave={() => {
        onSave(port, listener)
      }}
      onCancel={onCancel}
    >
      <Cells
        balancer={balancer}
        port={port}
        listener={listener}
        readOnly={false}
        isNew
        onChange={(...next) => {
          setMade(next)
        }}
      />
      <td aria-hidden />
    </NewRow>
  )
}

/** Why a listener cannot have this port; null when it can. */
function portProblem(
  balancer: LoadBalancer,
  port: string,
  listener: Listener,
  instead: string | null,
) {
  if (port !== instead && Object.hasOwn(balancer.listeners, port))
    return { tone: 'error', text: `There is a listener on ${port} already.` } as const
  const next = withRow(balancer.listeners, port, listener, instead)
  return rowProblem(balancer, 'listeners', next, port, '')
}

function Cells({
  balancer,
  port,
  listener,
  readOnly,
  isNew,
  onChange,
}: ListenerCells & { readonly isNew: boolean }) {
  const name = isNew ? 'the new listener' : `listener ${port}`
  const known: readonly Listener['protocol'][] = protocols[balancer.type]
  const options = known.includes(listener.protocol) ? known : [listener.protocol, ...known]
  return (
    <>
      <td>
        <div className={styles.stack}>
          <DraftInput
            mono
            focused={isNew}
            label={`Port of ${name}`}
            placeholder="443"
            value={port}
            disabled={readOnly}
            check={(text) =>
              text === '' && isNew
                ? null
                : portProblem(balancer, text.trim(), listener, isNew ? null : port)
            }
            onCommit={(text) => {
              onChange(text, listener)
            }}
            onDraft={
              isNew
                ? (text) => {
                    onChange(text.trim(), listener)
                  }
                : undefined
            }
          />
          <Select
            label={`Protocol of ${name}`}
            options={options.map((value) => ({ value, label: value }))}
            value={listener.protocol}
            disabled={readOnly}
            onChange={(protocol) => {
              onChange(port, { ...listener, protocol })
            }}
          />
        </div>
      </td>
      <td>
        <ActionInput
          action={listener.defaultAction}
          vpcId={balancer.vpcId}
          forwardsOnly={balancer.type === 'network'}
          name={name}
          readOnly={readOnly}
          onChange={(defaultAction) => {
            onChange(port, { ...listener, defaultAction })
          }}
        />
      </td>
    </>
  )
}
