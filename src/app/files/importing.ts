import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { Comparison } from '../../import/merge'
import type { Progress } from '../../import/progress'
import type { Id } from '../../kinds/resource'

/** Where a review of an import ends. */
export type Decision =
  { readonly type: 'apart' } | { readonly type: 'into'; readonly chosen: readonly Id[] }

/** What the import dialog shows: a step to a file of its own, one after the other. */
export type ImportStep =
  | { readonly type: 'working'; readonly progress: Progress | null }
  | {
      readonly type: 'review'
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
