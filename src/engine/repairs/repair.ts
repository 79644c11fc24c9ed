import { enablePatches, produceWithPatches, type Draft } from 'immer'
import type { Document } from '../../model/document'
import type { Patch, Repair } from '../answer'

enablePatches()

const placeOf = ({ path }: Patch) => path.slice(0, 2).join(' ')
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1)

/**
 * Writes a change down as a repair: tried on a copy of the document, kept as the patches that lead
 * there. Null when the change would change nothing. The preview may tell what the run counted.
 */
export function repair<Told>({
  id,
  label,
  preview,
  document,
  run,
}: {
  readonly id: string
  readonly label: string
  readonly preview: string | ((told: Told) => string)
  readonly document: Document
  readonly run: (draft: Draft<Document>) => Told
}): Repair | null {
  const told: Told[] = []
  const [, patches] = produceWithPatches(document, (draft) => {
    told.push(run(draft))
  })
  const [first] = told
  if (patches.length === 0 || told.length === 0) return null
  const words = typeof preview === 'string' ? preview : preview(first as Told)
  // one resource after the other by id, so that the order of the document does not matter
  const ordered = patches.toSorted((a, b) => compare(placeOf(a), placeOf(b)))
  return { id, label, preview: words, patches: ordered }
}
