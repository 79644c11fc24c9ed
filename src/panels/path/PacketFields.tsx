import { DraftInput } from '../../ui/DraftInput'
import { Select } from '../../ui/Select'
import {
  definedOnly,
  firstPacket,
  hasPorts,
  icmpProblem,
  portsFrom,
  portsProblem,
  portsText,
  protocolProblem,
  type Packet,
} from './asking'
import styles from './Path.module.css'

const protocols = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
  { value: 'other', label: 'Other protocol' },
] as const

/** The protocol that the number field starts with: ESP, as VPNs use it. */
const firstNumber = 50

/** The packet of another protocol: ports and ICMP types are those of the protocols that have them. */
function packetOf(choice: (typeof protocols)[number]['value'], { port }: Packet): Packet {
  if (choice === 'other') return { protocol: firstNumber, port: null }
  return { protocol: choice, port: hasPorts(choice) ? (port ?? firstPacket.port) : null }
}

/** What is sent: the protocol, and its ports or its type and code. */
export function PacketFields({
  packet,
  onChange,
}: {
  readonly packet: Packet
  readonly onChange: (packet: Packet) => void
}) {
  const { protocol, port, icmpType, icmpCode } = packet
  const setIcmp = (key: 'icmpType' | 'icmpCode', text: string) => {
    const next = { icmpType, icmpCode, [key]: text === '' ? undefined : Number(text) }
    onChange({ protocol, port, ...definedOnly(next) })
  }
  return (
    <div className={styles.packet}>
      <span className={styles.endLabel} aria-hidden>
        Packet
      </span>
      <div className={styles.protocol}>
        <Select
          label="Protocol"
          options={protocols}
          value={typeof protocol === 'number' ? 'other' : protocol === 'icmpv6' ? 'icmp' : protocol}
          onChange={(value) => {
            onChange(packetOf(value, packet))
          }}
        />
      </div>
      {hasPorts(protocol) && (
        <div className={styles.port}>
          <DraftInput
            mono
            label="Destination port"
            value={portsText(port)}
            check={portsProblem}
            onCommit={(text) => {
              onChange({ ...packet, port: portsFrom(text) })
            }}
          />
        </div>
      )}
      {typeof protocol === 'number' && (
        <div className={styles.port}>
          <DraftInput
            mono
            label="Protocol number"
            value={String(protocol)}
            check={protocolProblem}
            onCommit={(text) => {
              onChange({ protocol: Number(text), port: null })
            }}
          />
        </div>
      )}
      {(protocol === 'icmp' || protocol === 'icmpv6') && (
        <>
          <div className={styles.icmp}>
            <DraftInput
              mono
              label="ICMP type"
              placeholder="Ping"
              value={String(icmpType ?? '')}
              check={icmpProblem}
              onCommit={(text) => {
                setIcmp('icmpType', text)
              }}
            />
          </div>
          <div className={styles.icmp}>
            <DraftInput
              mono
              label="ICMP code"
              placeholder="0"
              value={String(icmpCode ?? '')}
              check={icmpProblem}
              onCommit={(text) => {
                setIcmp('icmpCode', text)
              }}
            />
          </div>
        </>
      )}
    </div>
  )
}
