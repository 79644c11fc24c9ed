import { exportDesign } from '../export/export'
import type { Exported, ExportRequest } from './exporter'
import { answerAll } from './newest'

answerAll(
  ({ revision, document, to }: ExportRequest): Exported => ({
    type: 'exported',
    revision,
    exported: exportDesign(document, { to }),
  }),
)
