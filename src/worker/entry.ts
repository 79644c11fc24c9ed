import { analyse } from '../engine/analyse'
import { answerAll } from './newest'
import type { AnalysisRequest, Analysed } from './protocol'

answerAll(
  ({ revision, document, question }: AnalysisRequest): Analysed => ({
    type: 'analysis',
    revision,
    analysis: analyse(document, question),
  }),
)
