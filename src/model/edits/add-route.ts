import type { Draft } from 'immer'
import type { Id, ResourceOf } from '../../kinds/resource'
import type { RouteDestination } from '../../kinds/route-table/schema'
import type { Document } from '../document'

export type RouteTarget = ResourceOf<'route-table'>['routes'][RouteDestination]['target']

/**
 * Sends this destination to this target. A table holds each destination once, so a route that is
 * there already is pointed elsewhere; an equal one is left alone.
 */
export function addRoute(
  draft: Draft<Document>,
  tableId: Id<'route-table'>,
  destination: RouteDestination,
  target: RouteTarget,
): void {
  const table = draft.resources[tableId]
  if (table?.kind !== 'route-table') return
  if (table.routes[destination]?.target !== target) table.routes[destination] = { target }
}

/** Takes the route to this destination away. */
export function dropRoute(
  draft: Draft<Document>,
  tableId: Id<'route-table'>,
  destination: RouteDestination,
): void {
  const table = draft.resources[tableId]
  if (table?.kind === 'route-table') delete table.routes[destination]
}
