import { isKind } from '../kinds/catalogue'
import type { Kind, ResourceOf } from '../kinds/resource'
import { workloadTypes } from '../kinds/workload/schema'

type WorkloadType = ResourceOf<'workload'>['workloadType']

/** What the palette offers: a kind, or a kind of a certain type. Carried by a drag as this text. */
export type Placed = Kind | `workload/${WorkloadType}`

/** The drag-and-drop format in which the palette hands a `Placed` to the canvas. */
export const placedFormat = 'application/x-causeway-kind'

/** Reads what a drag carries; null when it is none of ours. */
export function readPlaced(text: string): Placed | null {
  if (isKind(text)) return text
  const type = workloadTypes.find((it) => text === `workload/${it}`)
  return type ? `workload/${type}` : null
}

export function kindOfPlaced(placed: Placed): Kind {
  return isKind(placed) ? placed : 'workload'
}

/** The type that a workload of the palette has; null where the palette leaves it open. */
export function workloadTypeOf(placed: Placed): WorkloadType | null {
  return workloadTypes.find((it) => placed === `workload/${it}`) ?? null
}
