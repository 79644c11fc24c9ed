import type { Document } from '../model/document'
import { usualOptions, type ExportOptions } from '../model/export-settings'

export { usualOptions, type ExportOptions } from '../model/export-settings'

/** How this design wants to be written. */
export function optionsOf({ exporting }: Document): ExportOptions {
  return exporting?.options ?? usualOptions
}
