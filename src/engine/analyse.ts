import type { Document } from '../model/document'
import type { Finding, Question, Trace } from './answer'
import { findingsOf } from './findings/findings'
import { resolve } from './network'
import { trace } from './questions/trace'
import { repairsFor } from './repairs/repairs-for'

/** Everything the page shows about a document: what is wrong, and the answer to its question. */
export interface Analysis {
  readonly findings: readonly Finding[]
  readonly trace: Trace | null
}

/** Judges a design. The worker and the command line call this very function. */
export function analyse(document: Document, question: Question | null): Analysis {
  const network = resolve(document)
  const answer = question && trace(network, question)
  return {
    findings: findingsOf(network),
    trace: answer && { ...answer, repairs: repairsFor(network, answer) },
  }
}
