import { useEffect, useRef, useState } from 'react'
import type { ExportTarget } from '../../export/export'
import type { Export } from '../../export/report'
import { useDesigner } from '../../store/react'
import { startExporter, type Exporter } from '../../worker/exporter'

export type Exporting =
  | { readonly type: 'working' }
  | { readonly type: 'done'; readonly exported: Export }
  | { readonly type: 'failed'; readonly why: string }

/** How long the design must rest before it is exported again. */
const restMs = 150

/** The export of the design as it is now, written by a worker; the one before stays until then. */
export function useExport(to: ExportTarget): Exporting {
  const document = useDesigner((state) => state.document)
  const [exporting, setExporting] = useState<Exporting>({ type: 'working' })
  const exporter = useRef<Exporter | null>(null)
  const revision = useRef(0)
  useEffect(() => {
    const started = startExporter((reply) => {
      if (reply.revision < revision.current) return
      setExporting(
        reply.type === 'exported'
          ? { type: 'done', exported: reply.exported }
          : { type: 'failed', why: reply.message },
      )
    })
    exporter.current = started
    return () => {
      started.stop()
      exporter.current = null
    }
  }, [])
  useEffect(() => {
    const ask = () => {
      revision.current += 1
      exporter.current?.ask({ revision: revision.current, document, to })
    }
    const timer = setTimeout(ask, revision.current === 0 ? 0 : restMs)
    return () => {
      clearTimeout(timer)
    }
  }, [document, to])
  return exporting
}
