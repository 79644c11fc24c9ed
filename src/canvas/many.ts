import type { Document } from '../model/document'
import { lanesOf } from './edges'
import { rectsOf } from './rects'

/** Boxes and links together; each takes about as long to draw. */
const many = 400

/**
 * Is there so much that only what is in sight is drawn, and from a distance only the outermost
 * containers? What they hold would be smaller than can be seen.
 */
export function drawsMany(document: Document): boolean {
  return rectsOf(document).size + lanesOf(document).size > many
}
