import { DraftInput } from '../../../ui/DraftInput'
import { printPorts, readPorts } from '../advice/ports'
import type { CellProps } from './CellInput'
import styles from '../Inspector.module.css'

/** Ports or ICMP types of a row, in the notation of security group rules: `8000-8100`, `8/0`. */
export function PortsInput({ row, label, readOnly, onChange }: CellProps) {
  const protocol = String(row['protocol'])
  const icmp = ['icmp', 'icmpv6', '1', '58'].includes(protocol)
  const hasPorts = ['tcp', 'udp', '6', '17'].includes(protocol)
  if (!icmp && !hasPorts) return <span className={styles.cellText}>all ports</span>
  const ipProtocol = icmp ? 'icmp' : 'tcp'
  const [from, to] = icmp ? ['icmpType', 'icmpCode'] : ['fromPort', 'toPort']
  const traffic = {
    ipProtocol,
    fromPort: (row[from] as number | null) ?? (icmp ? -1 : 0),
    toPort: (row[to] as number | null) ?? (icmp ? -1 : 65535),
  }
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
        if (read.ok) onChange({ [from]: read.fromPort, [to]: read.toPort })
      }}
    />
  )
}
