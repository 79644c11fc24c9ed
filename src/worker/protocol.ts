import type { Analysis } from '../engine/analyse'
import type { Question } from '../engine/answer'
import type { Document } from '../model/document'
import type { Failed } from './newest'

/** What the page asks of the worker. Plain data: it crosses by structured clone. */
export interface AnalysisRequest {
  readonly type: 'analyse'
  /** Grows with every edit and every question; the answer carries it back. */
  readonly revision: number
  readonly document: Document
  readonly question: Question | null
}

export interface Analysed {
  readonly type: 'analysis'
  readonly revision: number
  readonly analysis: Analysis
}

export interface AnalysisTalk {
  readonly request: AnalysisRequest
  readonly reply: Analysed
}

/** What the worker answers. `failed` is a bug of ours, said instead of kept silent. */
export type AnalysisReply = Analysed | Failed
