import { ArrowDownUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import { Combobox } from '../../ui/Combobox'
import { DraftInput } from '../../ui/DraftInput'
import { IconButton } from '../../ui/IconButton'
import { Select } from '../../ui/Select'
import {
  firstPacket,
  hasPorts,
  icmpProblem,
  portsFrom,
  portsProblem,
  portsText,
  protocolProblem,
  setEnds,
  swapEnds,
  definedOnly,
  packetAsked,
  type Packet,
} from './asking'
import { addressChoice, endChoices, endOf, textOf } from './endpoints'
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

/** Which packet is asked about. */
export function QuestionForm() {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const question = useDesigner(({ view }) => view.question)
  const half = useDesigner(({ view }) => view.halfQuestion)
  const [kept, setKept] = useState<Packet>(firstPacket)
  const packet = question ? packetAsked(question) : kept
  const { protocol, port, icmpType, icmpCode } = packet
  const { source, destination } = question ?? half
  const choices = useMemo(
    () => endChoices(inDesign).map((it) => ({ ...it, icon: <AwsIcon name={it.icon} size={20} /> })),
    [inDesign],
  )
  const setPacket = (next: Packet) => {
    setKept(next)
    if (question) {
      const { source: from, destination: to } = question
      designer.look({ question: { source: from, destination: to, ...next }, hop: null })
    }
  }
  const setIcmp = (key: 'icmpType' | 'icmpCode', text: string) => {
    const next = { icmpType, icmpCode, [key]: text === '' ? undefined : Number(text) }
    setPacket({ protocol, port, ...definedOnly(next) })
  }
  const end = (which: 'source' | 'destination', label: string) => {
    const value = which === 'source' ? source : destination
    // the question outlives its ends: undo or redo may bring them back
    const gone = value?.type === 'resource' && !inDesign.get(value.id)
    return (
      <div className={styles.end}>
        <span className={styles.endLabel} aria-hidden>
          {label}
        </span>
        <Combobox
          label={label}
          placeholder={gone ? 'No longer in the design' : 'Workload, subnet, gateway or IP address'}
          choices={choices}
          value={value && !gone ? textOf(value) : null}
          fromText={addressChoiceOf}
          none="Nothing is called that. An IP address may be typed."
          onChange={(text) => {
            setEnds(designer, { [which]: endOf(text) }, packet)
          }}
        />
      </div>
    )
  }
  return (
    <div className={styles.form}>
      <div className={styles.ends}>
        {end('source', 'Source')}
        {end('destination', 'Destination')}
      </div>
      <IconButton
        label="Swap source and destination"
        onClick={() => {
          swapEnds(designer)
        }}
      >
        <ArrowDownUp />
      </IconButton>
      <div className={styles.packet}>
        <span className={styles.endLabel} aria-hidden>
          Packet
        </span>
        <div className={styles.protocol}>
          <Select
            label="Protocol"
            options={protocols}
            value={
              typeof protocol === 'number' ? 'other' : protocol === 'icmpv6' ? 'icmp' : protocol
            }
            onChange={(value) => {
              setPacket(packetOf(value, packet))
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
                setPacket({ ...packet, port: portsFrom(text) })
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
                setPacket({ protocol: Number(text), port: null })
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
    </div>
  )
}

const addressChoiceOf = (text: string) => {
  const choice = addressChoice(text)
  return choice && { ...choice, icon: undefined }
}
