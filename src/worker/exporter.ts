import type { ExportTarget } from '../export/export'
import type { Export } from '../export/report'
import type { Document } from '../model/document'

/** What the page wants written. Plain data: it crosses by structured clone. */
export interface ExportRequest {
  /** Grows with every request; the answer carries it back. */
  readonly revision: number
  readonly document: Document
  readonly to: ExportTarget
}

/** What the worker answers. `failed` is a bug of ours, said instead of kept silent. */
export type ExportReply =
  | { readonly type: 'exported'; readonly revision: number; readonly exported: Export }
  | { readonly type: 'failed'; readonly revision: number; readonly message: string }

/** Someone who writes exports: takes the newest request, skips what was overtaken meanwhile. */
export interface Exporter {
  readonly ask: (request: ExportRequest) => void
  readonly stop: () => void
}

/** Starts a worker of its own for exports, so that neither the page nor the analysis waits. */
export function startExporter(onReply: (reply: ExportReply) => void): Exporter {
  const worker = new Worker(new URL('./export-entry.ts', import.meta.url), { type: 'module' })
  let busy = false
  let waiting: ExportRequest | null = null
  const send = (request: ExportRequest) => {
    busy = true
    worker.postMessage(request)
  }
  const done = (reply: ExportReply) => {
    busy = false
    if (waiting) {
      const next = waiting
      waiting = null
      send(next)
    }
    onReply(reply)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<ExportReply>) => {
    done(data)
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    done({ type: 'failed', revision: Number.POSITIVE_INFINITY, message: event.message })
  })
  return {
    ask: (request) => {
      if (busy) waiting = request
      else send(request)
    },
    stop: () => {
      worker.terminate()
    },
  }
}
