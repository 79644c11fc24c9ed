import { applyPatches } from 'immer'
import type { Repair } from '../../engine/answer'
import type { Id } from '../../kinds/resource'
import { command } from '../history'
import { layOut } from './place'

/** A repair that the engine worked out for this very document. */
export const applyRepair = command<{ readonly repair: Repair }>(
  ({ repair }) => repair.label,
  (draft, { repair }) => {
    applyPatches(
      draft,
      repair.patches.map((patch) => ({ ...patch, path: [...patch.path] })),
    )
    for (const { op, path } of repair.patches) {
      const id = path[1] as Id | undefined
      if (op !== 'add' || path[0] !== 'resources' || path.length !== 2 || !id) continue
      const resource = draft.resources[id]
      if (resource) layOut(draft, resource, { x: 0, y: 0 })
    }
  },
)
