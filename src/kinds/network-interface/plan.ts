import { participantOf, type EmitContext, type Language } from '../emit'
import type { ResourceOf } from '../resource'
import { plannedFace, reportFace, type PlannedFace } from './face'

export const addressPart = 'address'

/** The interface as the code makes it; says what does not come as drawn. */
export function plannedInterface(
  it: ResourceOf<'network-interface'>,
  context: EmitContext,
  language: Language,
): PlannedFace {
  const owner = {
    subnetId: it.subnetId,
    participant: participantOf(it, context.design),
    groupIds: it.groupIds,
    said: it.name,
  }
  reportFace(it, owner, context, language)
  const face = plannedFace(it, owner, context, language)
  if (!face) throw new Error(`Bug: ${it.id} lies in no subnet`)
  return face
}
