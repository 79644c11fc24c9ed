import { ArrowDownUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Protocol } from '../../engine/answer'
import { useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import { Combobox } from '../../ui/Combobox'
import { DraftInput } from '../../ui/DraftInput'
import { IconButton } from '../../ui/IconButton'
import { Select } from '../../ui/Select'
import { firstPacket, hasPorts, portProblem, setEnds, swapEnds } from './asking'
import { addressChoice, endChoices, endOf, textOf } from './endpoints'
import styles from './Path.module.css'

const protocols = [
  { value: 'tcp', label: 'TCP' },
  { value: 'udp', label: 'UDP' },
  { value: 'icmp', label: 'ICMP' },
] as const

/** Which packet is asked about. */
export function QuestionForm() {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const question = useDesigner(({ view }) => view.question)
  const half = useDesigner(({ view }) => view.halfQuestion)
  const [kept, setKept] = useState<{ protocol: Protocol; port: number | null }>(firstPacket)
  const { protocol, port } = question ?? kept
  const { source, destination } = question ?? half
  const choices = useMemo(
    () => endChoices(inDesign).map((it) => ({ ...it, icon: <AwsIcon name={it.icon} size={20} /> })),
    [inDesign],
  )
  const setPacket = (packet: { protocol: Protocol; port: number | null }) => {
    setKept(packet)
    if (question) designer.look({ question: { ...question, ...packet }, hop: null })
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
          placeholder={gone ? 'No longer in the design' : 'Workload or IP address'}
          choices={choices}
          value={value && !gone ? textOf(value) : null}
          fromText={addressChoiceOf}
          none="Nothing is called that. An IP address may be typed."
          onChange={(text) => {
            setEnds(designer, { [which]: endOf(text) }, { protocol, port })
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
            options={
              typeof protocol === 'number'
                ? [...protocols, { value: String(protocol), label: `Protocol ${protocol}` }]
                : protocols
            }
            value={String(protocol)}
            onChange={(value) => {
              const next = value as 'tcp' | 'udp' | 'icmp'
              setPacket({
                protocol: next,
                port: hasPorts(next) ? (port ?? firstPacket.port) : null,
              })
            }}
          />
        </div>
        {hasPorts(protocol) && (
          <div className={styles.port}>
            <DraftInput
              mono
              label="Destination port"
              value={String(port ?? '')}
              check={portProblem}
              onCommit={(text) => {
                setPacket({ protocol, port: Number(text) })
              }}
            />
          </div>
        )}
      </div>
    </div>
  )
}

const addressChoiceOf = (text: string) => {
  const choice = addressChoice(text)
  return choice && { ...choice, icon: undefined }
}
