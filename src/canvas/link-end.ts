import type { Resource } from '../kinds/resource'
import { canLink } from '../store/actions/link'
import type { Document } from '../model/document'
import { under, type Point } from './rects'

/** The other end that a link from here would have, dropped at this point of the canvas. */
export function linkEndAt(document: Document, from: Resource, point: Point): Resource | null {
  return under(document, point).find((it) => canLink(from, it) && it.id !== from.id) ?? null
}
