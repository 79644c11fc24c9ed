import { useEffect, useRef, useState } from 'react'
import type { Export } from '../../export/report'
import type { Document } from '../../model/document'
import { useDesigner } from '../../store/react'

export type Exporting =
  | { readonly type: 'working' }
  | { readonly type: 'done'; readonly exported: Export }
  | { readonly type: 'failed'; readonly why: string }

/** How long the design must rest before it is exported again. */
const restMs = 150

/** The export of the design as it is now. The exporters are loaded when they are first wanted. */
export function useExport(to: 'terraform' | 'cloudformation'): Exporting {
  const document = useDesigner((state) => state.document)
  const [exporting, setExporting] = useState<Exporting>({ type: 'working' })
  const first = useRef(true)
  useEffect(() => {
    let current = true
    const make = async () => {
      const made = await exported(document, to)
      if (current) setExporting(made)
    }
    const timer = setTimeout(() => void make(), first.current ? 0 : restMs)
    first.current = false
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [document, to])
  return exporting
}

async function exported(
  document: Document,
  to: 'terraform' | 'cloudformation',
): Promise<Exporting> {
  try {
    const { exportDesign } = await import('../../export/export')
    return { type: 'done', exported: exportDesign(document, { to }) }
  } catch (error) {
    return { type: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}
