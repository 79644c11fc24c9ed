import { useEffect, useRef, useState } from 'react'
import { useDesigner, useDesignerStore } from '../../store/react'
import type { ReachQuery, Reached } from '../../store/reach'
import type { Asked } from '../../worker/newest'
import { startReach, type ReachRequest } from '../../worker/reach'

/** How long the design must rest before it is asked again. */
const restMs = 120

/** Keeps `reached` in step with the design and with what is asked. */
export function useReach(query: ReachQuery): {
  readonly isCurrent: boolean
  readonly failure: string | null
} {
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const reached = useDesigner((state) => state.reached)
  const [failure, setFailure] = useState<string | null>(null)
  const worker = useRef<Asked<ReachRequest> | null>(null)
  const asked = useRef<{ revision: number; of: Omit<Reached, 'verdicts'> | null }>({
    revision: 0,
    of: null,
  })
  useEffect(() => {
    const started = startReach((reply) => {
      const { revision, of } = asked.current
      if (reply.revision < revision) return
      if (reply.type === 'failed') setFailure(reply.message)
      else if (of) {
        setFailure(null)
        designer.setState({ reached: { ...of, verdicts: reply.verdicts } })
      }
    })
    worker.current = started
    return () => {
      started.stop()
      worker.current = null
      designer.setState({ reached: null })
    }
  }, [designer])
  useEffect(() => {
    const ask = () => {
      const revision = asked.current.revision + 1
      asked.current = { revision, of: { query, document } }
      worker.current?.ask({ revision, document, ...query })
    }
    // the first answer, and one to another question, need not wait for the typing to end
    const timer = setTimeout(ask, asked.current.of?.query === query ? restMs : 0)
    return () => {
      clearTimeout(timer)
    }
  }, [query, document])
  return { isCurrent: reached?.document === document && reached.query === query, failure }
}
