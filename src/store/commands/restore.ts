import type { Document } from '../../model/document'
import { command } from '../history'

/** The whole design as it was at another time; undone like any other change. */
export const restoreDocument = command<{ readonly document: Document; readonly when: string }>(
  ({ when }) => `Restore the design of ${when}`,
  (draft, { document }) => {
    Object.assign(draft, document)
  },
)
