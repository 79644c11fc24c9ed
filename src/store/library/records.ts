import type { Question } from '../../engine/answer'
import type { Document } from '../../model/document'
import type { Step } from '../history'
import type { Outline } from './outline'

/** What the start page shows of a design, without reading the design itself. */
export interface Entry {
  readonly id: string
  readonly name: string
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly changedAt: number
  readonly counts: { readonly vpcs: number; readonly subnets: number; readonly resources: number }
  readonly outline: Outline
}

/** A design as it is kept: the file's own text, and the history that goes with it. */
export interface Content {
  readonly id: string
  /** What a saved file would hold; read by the same parser. */
  readonly text: string
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly question: Question | null
  /** Grows with every write, so that a tab notices when another one wrote meanwhile. */
  readonly sequence: number
  /** The tab that wrote it. */
  readonly writer: string
}

/** The design as it was at some time. */
export interface Snapshot {
  readonly designId: string
  readonly takenAt: number
  readonly name: string
  readonly text: string
  readonly resources: number
}

/** A design while it is open: what autosave writes and what opening gives back. */
export interface Working {
  readonly document: Document
  readonly past: readonly Step[]
  readonly future: readonly Step[]
  readonly question: Question | null
}
