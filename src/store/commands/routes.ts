import type { Id, ResourceOf } from '../../kinds/resource'
import type { RouteDestination } from '../../kinds/route-table/schema'
import { command } from '../history'

type Target = ResourceOf<'route-table'>['routes'][RouteDestination]['target']

/** A route, new or with another target. */
export const setRoute = command<{
  readonly tableId: Id<'route-table'>
  readonly destination: RouteDestination
  readonly target: Target
  /** The destination it had before, when that is what changes. */
  readonly instead?: RouteDestination
}>('Change route', (draft, { tableId, destination, target, instead }) => {
  const table = draft.resources[tableId]
  if (table?.kind !== 'route-table') return
  if (instead !== undefined && instead !== destination) delete table.routes[instead]
  table.routes[destination] = { target }
})

export const removeRoute = command<{
  readonly tableId: Id<'route-table'>
  readonly destination: RouteDestination
}>('Remove route', (draft, { tableId, destination }) => {
  const table = draft.resources[tableId]
  if (table?.kind === 'route-table') delete table.routes[destination]
})

/** Makes this table the main one of its VPC, and the former main one an ordinary one. (RT-2) */
export const makeMain = command<{ readonly tableId: Id<'route-table'> }>(
  'Make main route table',
  (draft, { tableId }) => {
    const table = draft.resources[tableId]
    if (table?.kind !== 'route-table') return
    for (const other of Object.values(draft.resources))
      if (other.kind === 'route-table' && other.vpcId === table.vpcId && other.main)
        other.main = other.id === tableId
    table.main = true
  },
)
