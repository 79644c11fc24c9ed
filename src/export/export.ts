import type { Language } from '../kinds/emit'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { cloudformationOf } from './cloudformation/export'
import { optionsOf } from './options'
import { refusalsOf } from './refusals'
import type { Export } from './report'
import { reviewOf } from './review/export'
import { terraformOf } from './terraform/export'
import { withoutDangling } from './without-dangling'
import { withoutWorkloads } from './without-workloads'

/** What is taken home: code in a language, or the design and its tables for a review. */
export type ExportTarget = Language | 'review'

/**
 * The design as code. Pure: the same document gives the same bytes, whatever the order of its
 * resources. What the code leaves out or changes is in the report, never dropped in silence.
 */
export function exportDesign(drawn: Document, { to }: { readonly to: ExportTarget }): Export {
  if (to === 'review') return reviewOf(drawn, designOf(drawn))
  const { document: whole, gaps: dangling } = withoutDangling(drawn)
  const { document, gaps } = optionsOf(whole).workloads
    ? { document: whole, gaps: [] }
    : withoutWorkloads(whole)
  const design = designOf(document)
  const notes = [...dangling, ...gaps, ...refusalsOf(design)]
  return to === 'terraform'
    ? terraformOf(document, design, notes)
    : cloudformationOf(document, design, notes)
}
