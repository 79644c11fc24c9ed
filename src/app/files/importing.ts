import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Comparison } from '../../import/merge'
import type { StackParameter } from '../../import/parameter'
import type { Progress } from '../../import/progress'
import type { Id } from '../../kinds/resource'
import type { ParameterTexts } from '../../worker/importer'

/** Where a review of an import ends. */
export type Decision =
  | { readonly type: 'apart' }
  | { readonly type: 'into'; readonly chosen: readonly Id[] }
  /** With other values for the parameters of templates; then it is looked at again. */
  | { readonly type: 'change' }

/** What was said of the parameters of templates. */
export interface Given {
  readonly texts: ParameterTexts
  /** What has no value yet shall stay so, and what hangs on it not modelled. */
  readonly isEnough: boolean
}

/** What the import dialog shows: a step to a file of its own, one after the other. */
export type ImportStep =
  | { readonly type: 'working'; readonly progress: Progress | null }
  | {
      readonly type: 'parameters'
      readonly parameters: readonly StackParameter[]
      readonly check: (texts: ParameterTexts) => Promise<ParameterTexts>
      readonly answer: (given: Given) => void
    }
  | {
      readonly type: 'review'
      readonly parameters: readonly StackParameter[]
      readonly comparison: Comparison
      /** The design that is open. */
      readonly open: string
      readonly decide: (decision: Decision) => void
    }

/** An import under way: what it is called, where it stands, how it is stopped. */
export interface Importing {
  readonly name: string
  readonly step: ImportStep
  readonly cancel: () => void
}

const store = createStore<{ readonly importing: Importing | null }>(() => ({ importing: null }))

export function setImporting(importing: Importing | null): void {
  store.setState({ importing })
}

export function isImporting(): boolean {
  return store.getState().importing !== null
}

/** Nothing where the import ended or was stopped meanwhile. */
export function setStep(step: ImportStep): void {
  const { importing } = store.getState()
  if (importing) store.setState({ importing: { ...importing, step } })
}

export function useImporting(): Importing | null {
  return useStore(store, ({ importing }) => importing)
}
