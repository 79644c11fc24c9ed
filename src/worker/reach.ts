import type { MatrixTraffic } from '../engine/matrix/matrix'
import type { Reach, Way } from '../engine/matrix/reach'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import { askNewest, type Asked, type Failed } from './newest'

/** Whose reach is asked for. Plain data: it crosses by structured clone. */
export interface ReachRequest {
  readonly revision: number
  readonly document: Document
  readonly traffic: MatrixTraffic
  readonly id: Id
  readonly way: Way
}

export interface ReachAnswer {
  readonly type: 'reach'
  readonly revision: number
  readonly verdicts: ReadonlyMap<Id, Reach>
}

export interface ReachTalk {
  readonly request: ReachRequest
  readonly reply: ReachAnswer
}

/** Starts a worker of its own for what one end reaches, so that the path does not wait for it. */
export function startReach(onReply: (reply: ReachAnswer | Failed) => void): Asked<ReachRequest> {
  const worker = new Worker(new URL('./reach-entry.ts', import.meta.url), { type: 'module' })
  return askNewest<ReachTalk>(worker, onReply)
}
