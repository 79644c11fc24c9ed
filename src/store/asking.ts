import type { Id, Kind } from '../kinds/resource'
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
  /** What shall this one be joined with, by a link of this kind or of any? */
  | { readonly type: 'link'; readonly from: Id; readonly kind: Kind | null }
