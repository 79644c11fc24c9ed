import {
  applyPatches,
  current,
  enablePatches,
  produceWithPatches,
  type Draft,
  type Patch,
} from 'immer'
import type { Id } from '../kinds/resource'
import type { Design } from '../kinds/contract'
import { designOf } from '../model/design'
import type { Document } from '../model/document'

enablePatches()

/** A named change of the document: the only thing that writes it. */
export interface Command<Args> {
  /** What undo calls it: `Move`, `Delete`, `Add subnet`. */
  readonly label: string | ((args: Args) => string)
  readonly run: (draft: Draft<Document>, args: Args) => void
}

export function command<Args>(
  label: Command<Args>['label'],
  run: Command<Args>['run'],
): Command<Args> {
  return { label, run }
}

/** One entry of the history: how to redo it, how to undo it, and what it touched. */
export interface Step {
  readonly label: string
  readonly patches: readonly Patch[]
  readonly inverse: readonly Patch[]
  /** Steps with the same key in a row are one entry: a burst of nudges, typing in one field. */
  readonly burst: string | null
}

/** The document after a command and the step that leads there; null when nothing changed. */
export function apply<Args>(
  document: Document,
  { label, run }: Command<Args>,
  args: Args,
  burst: string | null = null,
): { readonly next: Document; readonly step: Step } | null {
  const [next, patches, inverse] = produceWithPatches(document, (draft) => {
    run(draft, args)
  })
  if (patches.length === 0) return null
  const words = typeof label === 'string' ? label : label(args)
  return { next, step: { label: words, patches, inverse, burst } }
}

/** Two steps of one burst as one entry. */
export function joined(earlier: Step, later: Step): Step {
  return {
    label: later.label,
    patches: [...earlier.patches, ...later.patches],
    inverse: [...later.inverse, ...earlier.inverse],
    burst: later.burst,
  }
}

export function redone(document: Document, step: Step): Document {
  return applyPatches(document, [...step.patches])
}

export function undone(document: Document, step: Step): Document {
  return applyPatches(document, [...step.inverse])
}

/** Which resources does this step concern? Undo and redo select them. */
export function touchedBy(step: Step): readonly Id[] {
  const ids = step.patches.flatMap(({ path: [part, id] }) =>
    (part === 'resources' || part === 'layout') && typeof id === 'string' ? [id as Id] : [],
  )
  return [...new Set(ids)]
}

/**
 * The derived view of a document in the middle of a command. It asks for no layout, which is as large
 * as all resources together; and where none of these has changed yet, it is known already.
 */
export function designOfDraft({ resources, accounts }: Draft<Document>): Design {
  return designOf({
    resources: current<Document['resources']>(resources),
    accounts: current<Document['accounts']>(accounts),
  })
}
