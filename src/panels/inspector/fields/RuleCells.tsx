import type { ResourceOf } from '../../../kinds/resource'
import { useDesigner } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Combobox } from '../../../ui/Combobox'
import { DraftInput } from '../../../ui/DraftInput'
import { Select } from '../../../ui/Select'
import {
  printPorts,
  readPorts,
  trafficOf,
  trafficOptions,
  typeOf,
  type Traffic,
} from '../advice/ports'
import { protocolProblem } from '../advice/ports'
import { blockFromText, peerChoices } from '../advice/rule-peers'
import styles from '../Inspector.module.css'

/** The kind of traffic a rule lets through. */
export function TypeCell({
  traffic,
  onChange,
  label,
  readOnly,
}: {
  readonly traffic: Traffic
  readonly onChange: (traffic: Traffic) => void
  readonly label: string
  readonly readOnly: boolean
}) {
  return (
    <Select
      label={label}
      options={trafficOptions}
      value={typeOf(traffic)}
      disabled={readOnly}
      onChange={(type) => {
        onChange(trafficOf(type, traffic))
      }}
    />
  )
}

/** Its ports, its ICMP type and code, or the number of another protocol. */
export function PortsCell({
  traffic,
  onChange,
  label,
  readOnly,
}: {
  readonly traffic: Traffic
  readonly onChange: (traffic: Traffic) => void
  readonly label: string
  readonly readOnly: boolean
}) {
  const { ipProtocol } = traffic
  if (ipProtocol === '-1') return <span className={styles.cellText}>all</span>
  if (!['tcp', 'udp', 'icmp', 'icmpv6'].includes(ipProtocol))
    return (
      <DraftInput
        mono
        label={`Protocol number of ${label}`}
        value={ipProtocol}
        disabled={readOnly}
        check={protocolProblem}
        onCommit={(text) => {
          onChange({ ipProtocol: text, fromPort: null, toPort: null })
        }}
      />
    )
  return (
    <DraftInput
      mono
      label={label}
      value={printPorts(traffic)}
      disabled={readOnly}
      check={(text) => {
        const read = readPorts(ipProtocol, text)
        return read.ok ? null : read.problem
      }}
      onCommit={(text) => {
        const read = readPorts(ipProtocol, text)
        if (read.ok) onChange({ ipProtocol, fromPort: read.fromPort, toPort: read.toPort })
      }}
    />
  )
}

/** Whom a rule admits: a block, a bare address, or a security group. */
export function PeerCell({
  group,
  value,
  onChange,
  label,
  readOnly,
}: {
  readonly group: ResourceOf<'security-group'>
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly label: string
  readonly readOnly: boolean
}) {
  const inDesign = useDesigner(design)
  const listed = peerChoices(group, inDesign)
  const known = value === null ? undefined : inDesign.resources[value]
  const stranger = known && !listed.some((it) => it.value === value)
  const choices =
    stranger && value ? [...listed, { value, label: known.name, note: 'elsewhere' }] : listed
  return (
    <Combobox
      label={label}
      placeholder="CIDR, group or list"
      choices={choices}
      value={value}
      fromText={blockFromText}
      disabled={readOnly}
      none="Neither a block nor a group. Write a block such as 10.0.0.0/16."
      onChange={onChange}
    />
  )
}
