import type { Id } from '../kinds/resource'

/** What the canvas can be asked to bring into sight. */
export type CameraMove =
  | { readonly type: 'fit' }
  | { readonly type: 'ids'; readonly ids: readonly Id[] }
  /** Centres on it without changing the zoom. */
  | { readonly type: 'centre'; readonly id: Id }
  /** Moves no further than it must to show all of it. */
  | { readonly type: 'reveal'; readonly id: Id }
  | { readonly type: 'zoom'; readonly to: 'in' | 'out' | 'actual-size' }
