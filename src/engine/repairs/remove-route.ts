import type { ResourceOf } from '../../kinds/resource'
import { dropRoute } from '../../model/edits/add-route'
import type { RouteDestination } from '../../kinds/route-table/schema'
import type { Repair } from '../answer'
import type { Network } from '../network'
import { repair } from './repair'
import { called } from '../../kinds/called'

/** Takes a route away that does nothing good; `label` says what is wrong with it. */
export function removeRouteRepair(
  { document }: Network,
  table: ResourceOf<'route-table'>,
  destination: RouteDestination,
  label: string,
): Repair | null {
  return repair({
    id: `remove-route:${table.id}:${destination}`,
    label,
    preview: `Removes 1 route from ${called(table)}: ${destination}.`,
    document,
    run: (draft) => {
      dropRoute(draft, table.id, destination)
    },
  })
}
