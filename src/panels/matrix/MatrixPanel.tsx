import { Download, Grid3x3, Route } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Verdict } from '../../engine/answer'
import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { useDesigner, useDesignerStore } from '../../store/react'
import { trace as traceOf } from '../../store/selectors'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { Notice } from '../../ui/Notice'
import { Select } from '../../ui/Select'
import { Switch } from '../../ui/Switch'
import control from '../../ui/Control.module.css'
import { download } from '../export/download'
import { firstPacket, packetAsked, type Packet } from '../path/asking'
import { PacketFields } from '../path/PacketFields'
import { VerdictCard } from '../path/VerdictCard'
import { Panel } from '../shared/Panel'
import { csvOf } from './csv'
import { linesOf, type Grouping } from './lines'
import { MatrixGrid } from './MatrixGrid'
import { useMatrix } from './useMatrix'
import { WhatChanged, type Base } from './WhatChanged'
import styles from './Matrix.module.css'

/** With more ends than these the VPCs are closed at first. */
const fewEnds = 30

const filters = [
  { value: 'all', label: 'All verdicts' },
  { value: 'reachable', label: 'Reachable' },
  { value: 'not-reachable', label: 'Not reachable' },
  { value: 'not-modelled', label: 'Not modelled' },
] as const

const groupings: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'vpc', label: 'By VPC' },
  { value: 'account', label: 'By account' },
  { value: 'route-table', label: 'By route table' },
]

/** What can reach what: every pair at once, again with every change of the design. */
export function MatrixPanel({
  bases,
  onFile,
}: {
  readonly bases?: readonly Base[]
  /** Asks for a file to compare with; the id of its base, or null where there is none. */
  readonly onFile?: () => Promise<string | null>
}) {
  const designer = useDesignerStore()
  const question = useDesigner(({ view }) => view.question)
  const trace = useDesigner(traceOf)
  const [packet, setPacket] = useState<Packet>(question ? packetAsked(question) : firstPacket)
  const [withWorkloads, setWithWorkloads] = useState(false)
  const [withOutside, setWithOutside] = useState(false)
  const [grouping, setGrouping] = useState<Grouping>('vpc')
  const [before, setBefore] = useState<Document | null>(null)
  const [filter, setFilter] = useState('')
  const [shown, setShown] = useState<'all' | Verdict>('all')
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const { judged, isCurrent, failure } = useMatrix(packet, withWorkloads, withOutside, before)
  const open = (judged?.table.ends.length ?? 0) <= fewEnds
  const lines = useMemo(
    () =>
      judged
        ? linesOf(
            judged.table,
            designOf(judged.document),
            (id) => turned.has(id) !== open,
            filter,
            grouping,
          )
        : [],
    [judged, turned, open, filter, grouping],
  )
  const ask = (from: Id, to: Id) => {
    designer.look({
      question: {
        source: { type: 'resource', id: from },
        destination: { type: 'resource', id: to },
        ...packet,
      },
      halfQuestion: {},
      hop: null,
    })
  }
  const asked =
    question?.source.type === 'resource' && question.destination.type === 'resource'
      ? { from: question.source.id, to: question.destination.id }
      : null
  return (
    <div data-wide>
      <Panel title="Matrix">
        <div className={styles.controls}>
          <PacketFields packet={packet} onChange={setPacket} />
          <div className={styles.workloads}>
            <Switch checked={withWorkloads} onChange={setWithWorkloads} label="Workloads as well" />
            <span aria-hidden>Workloads as well</span>
          </div>
          <div className={styles.workloads}>
            <Switch
              checked={withOutside}
              onChange={setWithOutside}
              label="Places outside as well"
            />
            <span aria-hidden>Places outside</span>
          </div>
          <div className={styles.by}>
            <Select label="Grouped" options={groupings} value={grouping} onChange={setGrouping} />
          </div>
          <input
            className={`${control.input} ${styles.filter}`}
            type="search"
            aria-label="Filter by name or block"
            placeholder="Filter by name or block"
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value)
            }}
          />
          <div className={styles.show}>
            <Select
              label="Verdicts that stand out"
              options={filters}
              value={shown}
              onChange={setShown}
            />
          </div>
          <Button
            size="small"
            icon={<Download />}
            disabled={!judged}
            onClick={() => {
              if (!judged) return
              const text = csvOf(judged.table, designOf(judged.document), lines)
              void download([{ path: 'reachability.csv', text }], 'reachability')
            }}
          >
            CSV
          </Button>
        </div>
        {failure !== null && (
          <Notice tone="problem">Not every pair could be judged: {failure}.</Notice>
        )}
        {judged && judged.table.ends.length > 0 ? (
          <>
            <MatrixGrid
              table={judged.table}
              lines={lines}
              shown={shown === 'all' ? null : shown}
              asked={asked}
              onToggle={(id) => {
                setTurned((was) => {
                  const next = new Set(was)
                  if (!next.delete(id)) next.add(id)
                  return next
                })
              }}
              onAsk={ask}
            />
            {trace && asked && (
              <>
                <VerdictCard trace={trace} />
                <div className={styles.more}>
                  <Button
                    size="small"
                    icon={<Route />}
                    onClick={() => {
                      designer.look({ panel: 'path' })
                    }}
                  >
                    Follow it hop by hop
                  </Button>
                </div>
              </>
            )}
            <WhatChanged
              changes={judged.changes}
              alone={judged.alone}
              document={judged.document}
              isCurrent={isCurrent}
              bases={bases ?? []}
              onFile={onFile}
              onBase={setBefore}
              onAsk={ask}
            />
          </>
        ) : (
          failure === null && (
            <EmptyState icon={<Grid3x3 />} title={judged ? 'No subnets yet' : 'Judging every pair'}>
              Every pair of subnets is judged here, rows to columns, with each change of the design.
            </EmptyState>
          )
        )}
      </Panel>
    </div>
  )
}
