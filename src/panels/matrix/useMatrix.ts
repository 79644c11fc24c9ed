import { useEffect, useRef, useState } from 'react'
import type { MatrixChanges } from '../../engine/matrix/changes'
import type { MatrixTraffic } from '../../engine/matrix/matrix'
import type { MatrixTable } from '../../engine/matrix/table'
import type { Document } from '../../model/document'
import { useDesigner } from '../../store/react'
import { startMatrix, type MatrixRequest } from '../../worker/matrix'
import type { Asked } from '../../worker/newest'

export interface Judged {
  /** The design that the table is of. */
  readonly document: Document
  readonly table: MatrixTable
  readonly changes: MatrixChanges | null
  /** How many ends only one of the two compared designs has. */
  readonly alone: { readonly before: number; readonly now: number } | null
}

export interface Judging {
  /** The last answer; it stays until the next one is there. */
  readonly judged: Judged | null
  /** Is the answer of the design and the traffic as they are now? */
  readonly isCurrent: boolean
  readonly failure: string | null
}

/** How long the design must rest before all pairs are judged again. */
const restMs = 150

/** The verdict of every pair of the design as it is now, and what is new against `before`. */
export function useMatrix(
  traffic: MatrixTraffic,
  withWorkloads: boolean,
  withOutside: boolean,
  before: Document | null,
): Judging {
  const document = useDesigner((state) => state.document)
  const [judged, setJudged] = useState<Judged | null>(null)
  const [answered, setAnswered] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [asked, setAsked] = useState(0)
  const worker = useRef<Asked<MatrixRequest> | null>(null)
  const pending = useRef(new Map<number, Document>())
  const revision = useRef(0)
  useEffect(() => {
    const started = startMatrix((reply) => {
      if (reply.revision < revision.current) return
      setAnswered(reply.revision)
      if (reply.type === 'failed') {
        setFailure(reply.message)
        return
      }
      const of = pending.current.get(reply.revision)
      pending.current.clear()
      setFailure(null)
      const { table, changes, alone } = reply
      if (of) setJudged({ document: of, table, changes, alone })
    })
    worker.current = started
    return () => {
      started.stop()
      worker.current = null
    }
  }, [])
  useEffect(() => {
    const ask = () => {
      revision.current += 1
      pending.current.set(revision.current, document)
      setAsked(revision.current)
      worker.current?.ask({
        revision: revision.current,
        document,
        traffic,
        withWorkloads,
        withOutside,
        before,
      })
    }
    const timer = setTimeout(ask, revision.current === 0 ? 0 : restMs)
    return () => {
      clearTimeout(timer)
    }
  }, [document, traffic, withWorkloads, withOutside, before])
  return {
    judged,
    isCurrent: asked > 0 && answered >= asked && judged?.document === document,
    failure,
  }
}
