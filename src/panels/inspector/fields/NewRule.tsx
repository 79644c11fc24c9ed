import { useState } from 'react'
import type { ResourceOf } from '../../../kinds/resource'
import { freeRuleKey } from '../../../model/edits/add-rule'
import { setRule } from '../../../store/commands/rules'
import { useDesignerStore } from '../../../store/react'
import { DraftInput } from '../../../ui/DraftInput'
import { Select } from '../../../ui/Select'
import { NewRow } from '../../shared/ListRows'
import {
  protocolProblem,
  readPorts,
  trafficOf,
  trafficOptions,
  type Traffic,
} from '../advice/ports'
import { peerOf } from '../advice/rule-peers'
import { PeerCell } from './RuleCells'
import styles from '../Inspector.module.css'

const blank: Traffic = { ipProtocol: 'tcp', fromPort: null, toPort: null }

/** The traffic that the chosen type and the typed ports mean; null while they mean none. */
function trafficFrom(type: string, ports: string): Traffic | null {
  const traffic = trafficOf(type, blank)
  if (type === 'custom-protocol')
    return protocolProblem(ports) ? null : { ...traffic, ipProtocol: ports }
  if (!type.startsWith('custom-')) return traffic
  const read = readPorts(traffic.ipProtocol, ports)
  return read.ok ? { ...traffic, fromPort: read.fromPort, toPort: read.toPort } : null
}

/** A rule that is being written; it joins the group once it says what and whom it admits. */
export function NewRule({
  group,
  direction,
  onDone,
}: {
  readonly group: ResourceOf<'security-group'>
  readonly direction: 'ingress' | 'egress'
  readonly onDone: () => void
}) {
  const designer = useDesignerStore()
  const [type, setType] = useState('custom-tcp')
  const [ports, setPorts] = useState('')
  const [peer, setPeer] = useState<string | null>(null)
  const traffic = trafficFrom(type, ports.trim())
  const ready = traffic !== null && peer !== null
  const add = () => {
    if (!ready) return
    designer.run(setRule, {
      groupId: group.id,
      direction,
      key: freeRuleKey(group[direction]),
      rule: { ...traffic, ...peerOf(peer), description: '' },
    })
    onDone()
  }
  const check = (text: string) => {
    if (text === '') return null
    if (type === 'custom-protocol') return protocolProblem(text)
    const read = readPorts(trafficOf(type, blank).ipProtocol, text)
    return read.ok ? null : read.problem
  }
  return (
    <NewRow noun="rule" span={3} ready={ready} onSave={add} onCancel={onDone}>
      <td>
        <Select
          label="Type of the new rule"
          options={trafficOptions}
          value={type}
          onChange={setType}
        />
      </td>
      <td>
        {type.startsWith('custom-') ? (
          <DraftInput
            mono
            focused
            label={type === 'custom-protocol' ? 'Protocol number' : 'Ports of the new rule'}
            placeholder={type === 'custom-tcp' ? '8080' : ''}
            value={ports}
            check={check}
            onCommit={setPorts}
            onDraft={setPorts}
            onEnter={add}
          />
        ) : (
          <span className={styles.cellText}>{portsWords(traffic)}</span>
        )}
      </td>
      <td>
        <PeerCell
          group={group}
          label={`${direction === 'ingress' ? 'Source' : 'Destination'} of the new rule`}
          value={peer}
          readOnly={false}
          onChange={setPeer}
        />
      </td>
    </NewRow>
  )
}

function portsWords(traffic: Traffic | null): string {
  if (!traffic || traffic.fromPort === null) return 'all'
  return traffic.fromPort === traffic.toPort && traffic.fromPort >= 0
    ? `${traffic.fromPort}`
    : 'all'
}
