import { exportDesign } from '../export/export'
import type { ExportTalk } from './exporter'
import { answerAll } from './newest'

answerAll<ExportTalk>(({ revision, document, to }) => ({
  type: 'exported',
  revision,
  exported: exportDesign(document, { to }),
}))
