import { askNewest, type Asked } from './newest'
import type { AnalysisReply, AnalysisRequest, AnalysisTalk } from './protocol'

/** Someone to ask about the design. */
export type Analyst = Asked<AnalysisRequest>

export function startAnalyst(onReply: (reply: AnalysisReply) => void): Analyst {
  const worker = new Worker(new URL('./entry.ts', import.meta.url), { type: 'module' })
  return askNewest<AnalysisTalk>(worker, onReply)
}
