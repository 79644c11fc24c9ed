import { analyse } from '../engine/analyse'
import { answerAll } from './newest'
import type { AnalysisTalk } from './protocol'

answerAll<AnalysisTalk>(({ revision, document, question }) => ({
  type: 'analysis',
  revision,
  analysis: analyse(document, question),
}))
