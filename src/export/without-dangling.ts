import { called } from '../kinds/called'
import { linksOf } from '../kinds/catalogue'
import { capital } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import type { Document } from '../model/document'
import { lettingGo } from '../model/removal'
import { inOrder } from './collect'
import type { Gap } from './report'

/**
 * The design without references to what it does not hold. No file with such a reference opens, so
 * that only a fault of ours leaves one; it costs the export a part, and the report says which.
 */
export function withoutDangling(document: Document): {
  readonly document: Document
  readonly gaps: readonly Gap[]
} {
  const resources: readonly Resource[] = Object.values(document.resources)
  const isMissing = (id: Id) => !Object.hasOwn(document.resources, id)
  const missing = resources.flatMap((it) => linksOf(it).flatMap(({ to }) => to)).filter(isMissing)
  if (missing.length === 0) return { document, gaps: [] }
  const { gone, changed } = lettingGo(resources, missing)
  const kept = resources.filter(({ id }) => !gone.has(id))
  const remedy = 'Add it to the design, or mend the reference.'
  return {
    document: {
      ...document,
      resources: Object.fromEntries(kept.map((it) => [it.id, changed.get(it.id) ?? it])),
    },
    gaps: inOrder(resources.filter((it) => gone.has(it.id) || changed.has(it.id))).flatMap((it) => {
      const isGone = gone.has(it.id)
      const what = capital(called(it))
      const lost = linksOf(it).filter(({ to }) => isMissing(to))
      if (lost.length === 0)
        return {
          resourceId: it.id,
          text: `${what} ${isGone ? 'is left out: it depends on' : 'lets go of'} something that refers to what is not in the design.`,
          remedy,
        }
      return lost.map(({ to, field }) => ({
        resourceId: it.id,
        text: `${what} ${isGone ? 'is left out' : 'is exported without one reference'}: its ${field} names ${to}, which is not in the design.`,
        remedy,
      }))
    }),
  }
}
