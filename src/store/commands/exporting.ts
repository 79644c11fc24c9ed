import { usualOptions, type ExportOptions, type ExportSettings } from '../../model/export-settings'
import { command } from '../history'

/** How the design is written as code. */
export const setExportOptions = command<{ readonly options: Partial<ExportOptions> }>(
  'Change export options',
  (draft, { options }) => {
    const before = draft.exporting
    draft.exporting = {
      options: { ...usualOptions, ...before?.options, ...options },
      addresses: before?.addresses ?? {},
    }
  },
)

/** Remembers under which addresses the design was taken home, so that a later rename is a move. */
export const rememberAddresses = command<{ readonly addresses: ExportSettings['addresses'] }>(
  'Take the export',
  (draft, { addresses }) => {
    const before = draft.exporting
    // an equal record is no change, and no entry of the history
    if (JSON.stringify(before?.addresses) === JSON.stringify(addresses)) return
    draft.exporting = {
      options: { ...usualOptions, ...before?.options },
      addresses: Object.fromEntries(
        Object.entries(addresses).map(([id, parts]) => [id, { ...parts }]),
      ),
    }
  },
)
