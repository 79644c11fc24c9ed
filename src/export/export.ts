import type { Language } from '../kinds/emit'
import { designOf } from '../model/design'
import type { Document } from '../model/document'
import { cloudformationOf } from './cloudformation/export'
import { refusalsOf } from './refusals'
import type { Export } from './report'
import { terraformOf } from './terraform/export'

/**
 * The design as code. Pure: the same document gives the same bytes, whatever the order of its
 * resources. What the code leaves out or changes is in the report, never dropped in silence.
 */
export function exportDesign(document: Document, { to }: { readonly to: Language }): Export {
  const design = designOf(document)
  const refusals = refusalsOf(design)
  return to === 'terraform'
    ? terraformOf(document, design, refusals)
    : cloudformationOf(document, design, refusals)
}
