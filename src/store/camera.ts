import type { Id } from '../kinds/resource'

/** What the canvas can be asked to bring into sight. */
export type CameraMove =
  | { readonly type: 'fit' }
  | { readonly type: 'ids'; readonly ids: readonly Id[] }
  /** Centres on it without changing the zoom. */
  | { readonly type: 'centre'; readonly id: Id }
  /** Moves no further than it must to show all of it. */
  | { readonly type: 'reveal'; readonly id: Id }
  /** Slides the view by so many of its own heights and widths. */
  | { readonly type: 'pan'; readonly x: number; readonly y: number }
  | { readonly type: 'zoom'; readonly to: 'in' | 'out' | 'actual-size' }
