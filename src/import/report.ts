import type { Kind } from '../kinds/resource'

/** What an import left out, or could not know, and what to do about it. */
export interface Remark {
  /** `skipped`: the design has no place for it. `missing`: an answer is not there. `assumed`: AWS does not tell. */
  readonly type: 'skipped' | 'missing' | 'assumed'
  /** What AWS calls the thing, or the call that is missing. */
  readonly what: string
  readonly text: string
}

/** A value that would tell more of what a template makes. */
export interface Ask {
  /** The path of the template. */
  readonly template: string
  readonly stack: string
  /** `AWS::AccountId` and `AWS::Region` ask where it is deployed. */
  readonly parameter: string
  readonly type: string
  readonly description: string
  /** What stands for it meanwhile; null where nothing does. */
  readonly default: string | null
}

/** What came in, by kind, and what did not. */
export interface ImportReport {
  readonly counts: Readonly<Partial<Record<Kind, number>>>
  readonly remarks: readonly Remark[]
  /** Lists in the files that nothing is made of. */
  readonly unknown: readonly string[]
  /** What templates need to be understood better; absent where that is nothing. */
  readonly asks?: readonly Ask[]
}
