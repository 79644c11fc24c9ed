import type { Document } from '../model/document'
import type { Finding, Question, Trace } from './answer'

/** Everything the page shows about a document: what is wrong, and the answer to its question. */
export interface Analysis {
  readonly findings: readonly Finding[]
  readonly trace: Trace | null
}

/** Judges a design. The worker and the command line call this very function. */
export function analyse(document: Document, question: Question | null): Analysis {
  void document
  void question
  return { findings: [], trace: null }
}
