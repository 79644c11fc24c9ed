import { ArrowDownUp } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import { Combobox } from '../../ui/Combobox'
import { IconButton } from '../../ui/IconButton'
import { firstPacket, packetAsked, setEnds, swapEnds, type Packet } from './asking'
import { addressChoice, endChoices, endOf, textOf } from './endpoints'
import { PacketFields } from './PacketFields'
import styles from './Path.module.css'

/** Which packet is asked about. */
export function QuestionForm() {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const question = useDesigner(({ view }) => view.question)
  const half = useDesigner(({ view }) => view.halfQuestion)
  const [kept, setKept] = useState<Packet>(firstPacket)
  const packet = question ? packetAsked(question) : kept
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
      <PacketFields packet={packet} onChange={setPacket} />
    </div>
  )
}

const addressChoiceOf = (text: string) => {
  const choice = addressChoice(text)
  return choice && { ...choice, icon: undefined }
}
