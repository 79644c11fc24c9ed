import { exportDesign } from '../export/export'
import type { ExportReply, ExportRequest } from './exporter'

/** The export's own line: one request in, one reply out, in order. */
self.addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  self.postMessage(answer(data))
})

function answer({ revision, document, to }: ExportRequest): ExportReply {
  try {
    return { type: 'exported', revision, exported: exportDesign(document, { to }) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { type: 'failed', revision, message }
  }
}
