import type { Id } from '../kinds/resource'
import type { Box } from '../model/document'

/** Something dragged out of its container into another one. */
export interface Rehoming {
  readonly id: Id
  readonly to: Id
  readonly box: Box
}

/** What a dialog asks before it is done: data, so that every room can ask it. */
export type Asking =
  | { readonly type: 'remove'; readonly ids: readonly Id[] }
  | { readonly type: 'rehome'; readonly moves: readonly Rehoming[] }
  /** Which VPC shall this one be peered with? */
  | { readonly type: 'link'; readonly from: Id }
