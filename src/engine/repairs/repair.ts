import { enablePatches, produceWithPatches, type Draft } from 'immer'
import type { Document } from '../../model/document'
import type { Repair } from '../answer'

enablePatches()

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
  return { id, label, preview: words, patches }
}
