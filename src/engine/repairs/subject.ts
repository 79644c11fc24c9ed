import type { Design } from '../../kinds/contract'
import type { Document } from '../../model/document'

/** What findings and repairs look at: a document and the view derived from it. */
export interface Subject {
  readonly document: Document
  readonly design: Design
}
