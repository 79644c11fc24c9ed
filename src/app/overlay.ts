import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { StackParameter } from '../import/parameter'
import type { ImportReport } from '../import/report'
import type { ReadProblem } from './files/read-design'

/** The open design that an import went into, and how many resources that concerned. */
export interface Merged {
  readonly name: string
  readonly changes: number
}

/** What lies over the page at the moment; at most one thing. */
export type Overlay =
  | { readonly type: 'commands' }
  | { readonly type: 'help' }
  | { readonly type: 'find' }
  | { readonly type: 'picture' }
  | { readonly type: 'snapshots' }
  | { readonly type: 'share' }
  | { readonly type: 'nothing-known' }
  | { readonly type: 'nothing-made' }
  | { readonly type: 'import' }
  | { readonly type: 'arranging'; readonly count: number; readonly cancel: () => void }
  | {
      readonly type: 'import-report'
      readonly name: string
      readonly report: ImportReport
      readonly merged: Merged | null
      readonly parameters: readonly StackParameter[]
      /** Imports the same files again, with other values for these parameters. */
      readonly change: () => void
    }
  | {
      readonly type: 'problems'
      readonly fileName: string
      readonly problems: readonly ReadProblem[]
    }

const store = createStore<{ readonly overlay: Overlay | null }>(() => ({ overlay: null }))

export function show(overlay: Overlay): void {
  store.setState({ overlay })
}

export function hide(): void {
  store.setState({ overlay: null })
}

/** Takes this away, unless something else lies over the page by now. */
export function takeAway(overlay: Overlay): void {
  if (store.getState().overlay === overlay) hide()
}

export function useOverlay(): Overlay | null {
  return useStore(store, ({ overlay }) => overlay)
}
