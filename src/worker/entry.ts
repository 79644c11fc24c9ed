import { analyse } from '../engine/analyse'
import type { AnalysisReply, AnalysisRequest } from './protocol'

/** The worker's own line: one request in, one reply out, in order. */
self.addEventListener('message', ({ data }: MessageEvent<AnalysisRequest>) => {
  self.postMessage(answer(data))
})

function answer({ revision, document, question }: AnalysisRequest): AnalysisReply {
  try {
    return { type: 'analysis', revision, analysis: analyse(document, question) }
  } catch (error) {
    return {
      type: 'failed',
      revision,
      message: error instanceof Error ? error.message : String(error),
    }
  }
}
