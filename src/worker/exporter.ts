import type { ExportTarget } from '../export/export'
import type { Export } from '../export/report'
import type { Document } from '../model/document'
import { askNewest, type Asked, type Failed } from './newest'

/** What the page wants written. Plain data: it crosses by structured clone. */
export interface ExportRequest {
  /** Grows with every request; the answer carries it back. */
  readonly revision: number
  readonly document: Document
  readonly to: ExportTarget
}

export interface Exported {
  readonly type: 'exported'
  readonly revision: number
  readonly exported: Export
}

export interface ExportTalk {
  readonly request: ExportRequest
  readonly reply: Exported
}

/** Someone who writes exports. */
export type Exporter = Asked<ExportRequest>

/** Starts a worker of its own for exports, so that neither the page nor the analysis waits. */
export function startExporter(onReply: (reply: Exported | Failed) => void): Exporter {
  const worker = new Worker(new URL('./export-entry.ts', import.meta.url), { type: 'module' })
  return askNewest<ExportTalk>(worker, onReply)
}
