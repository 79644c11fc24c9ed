import type { Result } from '../base/result'
import type { ImportedDesign, ImportProblem } from '../import/import'
import type { Comparison } from '../import/merge'
import type { Progress } from '../import/progress'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'

/** A file of the user's with its path; the worker reads it, so that the page need not. */
export interface ImportFile {
  readonly path: string
  readonly file: Blob
}

/** Values, or what is wrong with them, by the keys of parameters. */
export type ParameterTexts = Readonly<Record<string, string>>

/** What the page asks: first an import, then what of it to merge into the design that is open. */
export type ImportRequest =
  | {
      readonly type: 'import'
      readonly files: readonly ImportFile[]
      readonly name: string
      /** What it may be merged into; null where no design is open. */
      readonly open: Document | null
      readonly parameters: ParameterTexts
    }
  /** The same files with other values for parameters, by their keys. */
  | { readonly type: 'again'; readonly parameters: ParameterTexts }
  /** What templates would refuse of these values; asked here, as patterns may take for ever. */
  | { readonly type: 'check'; readonly call: number; readonly texts: ParameterTexts }
  | { readonly type: 'merge'; readonly chosen: readonly Id[] }

/** A design of what the files describe, and what it would change in the open one. */
export interface Imported extends ImportedDesign {
  readonly comparison: Comparison | null
  /** The design as it is kept, where it becomes one of its own: printing takes the page too long. */
  readonly printed: string | null
}

/** What the worker answers. `failed` is a bug of ours, said instead of kept silent. */
export type ImportReply =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'imported'; readonly outcome: Result<Imported, ImportProblem> }
  | { readonly type: 'checked'; readonly call: number; readonly problems: ParameterTexts }
  | { readonly type: 'merged'; readonly document: Document }
  | { readonly type: 'failed'; readonly message: string }
