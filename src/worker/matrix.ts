import type { MatrixChanges } from '../engine/matrix/changes'
import type { MatrixTraffic } from '../engine/matrix/matrix'
import type { MatrixTable } from '../engine/matrix/table'
import type { Document } from '../model/document'
import { askNewest, type Asked, type Failed } from './newest'

/** Which pairs the page wants judged. Plain data: it crosses by structured clone. */
export interface MatrixRequest {
  readonly revision: number
  readonly document: Document
  readonly traffic: MatrixTraffic
  /** Rows and columns; without it all subnets, or these and all workloads. */
  readonly withWorkloads: boolean
  /** The internet, on-premises networks and services as well. */
  readonly withOutside: boolean
  /** The design to compare with; null when nothing is to be compared. */
  readonly before: Document | null
}

export interface MatrixAnswer {
  readonly type: 'matrix'
  readonly revision: number
  readonly table: MatrixTable
  readonly changes: MatrixChanges | null
  /** How many ends only one of the two designs has; null when nothing was to be compared. */
  readonly alone: { readonly before: number; readonly now: number } | null
}

export interface MatrixTalk {
  readonly request: MatrixRequest
  readonly reply: MatrixAnswer
}

/** Starts a worker of its own for all pairs, so that path and findings do not wait for them. */
export function startMatrix(onReply: (reply: MatrixAnswer | Failed) => void): Asked<MatrixRequest> {
  const worker = new Worker(new URL('./matrix-entry.ts', import.meta.url), { type: 'module' })
  return askNewest<MatrixTalk>(worker, onReply)
}
