import { useMemo } from 'react'
import { resolve } from '../../../engine/network'
import type { ResolvedRoute, ResolvedRouteTable } from '../../../kinds/network'
import type { Id, ResourceOf } from '../../../kinds/resource'
import type { RouteDestination } from '../../../kinds/route-table/schema'
import { keysOf } from '../../../kinds/without'
import { useDesigner } from '../../../store/react'
import { Badge } from '../../../ui/Badge'
import table from '../../../ui/Table.module.css'
import { ListEditor, type Column } from '../../shared/ListEditor'
import type { FieldProps } from '../edit'
import { AddedRoutes, addedRoutes } from './AddedRoutes'
import { NewRoute } from './NewRoute'
import { RouteRow } from './RouteRow'

/** A route as it is written, with what becomes of it. */
export interface WrittenRoute {
  readonly destination: RouteDestination
  readonly target: Id | null
  readonly state: ResolvedRoute['state']
  readonly cause: ResolvedRoute['cause']
  /** Does AWS refuse it, so that it stands nowhere? */
  readonly refused: boolean
}

type Table = ResourceOf<'route-table'>

/** A route by prefix list stands once for each entry: it is a blackhole where any of them is. */
function writtenRoutes(table: Table, resolved: ResolvedRouteTable | undefined) {
  return keysOf<RouteDestination>(table.routes).map((destination): WrittenRoute => {
    const isIts = (it: ResolvedRoute) =>
      it.origin === 'static' && (it.prefixListId ?? it.destination) === destination
    const standing = (resolved?.routes ?? []).filter(isIts)
    const worst = standing.find((it) => it.state === 'blackhole') ?? standing[0]
    const target = table.routes[destination]?.target ?? null
    return {
      destination,
      target,
      state: worst?.state ?? (target ? 'active' : 'blackhole'),
      cause: worst?.cause ?? null,
      refused: standing.length === 0 && (resolved?.refused ?? []).some(isIts),
    }
  })
}

const columns: readonly Column[] = [
  { label: 'Destination', width: 138 },
  { label: 'Target' },
  { label: 'State', width: 72 },
]

/** The routes of a table: what AWS adds first, then the user's own, which can be edited. */
export function RoutesEditor({
  resource: routeTable,
  label,
  readOnly,
}: Omit<FieldProps<ResourceOf<'route-table'>>, 'fieldKey'>) {
  const document = useDesigner((state) => state.document)
  const resolved = useMemo(
    () => resolve(document).tables.find((it) => it.id === routeTable.id),
    [document, routeTable.id],
  )
  const local = (resolved?.routes ?? []).filter((it) => it.origin === 'local')
  const own = writtenRoutes(routeTable, resolved)
  const added = addedRoutes(resolved?.routes ?? [], routeTable.routes)
  return (
    <ListEditor
      label={label}
      noun="route"
      columns={columns}
      count={local.length + own.length + added.length}
      readOnly={readOnly}
      renderNew={(done) => <NewRoute routeTable={routeTable} onDone={done} />}
    >
      {local.map((route) => (
        <tr key={`local ${route.destination}`}>
          <td className={`${table.mono} ${table.fixed}`}>{route.destination}</td>
          <td className={table.fixed}>local</td>
          <td className={table.fixed}>
            <Badge tone="pass">active</Badge>
          </td>
          {!readOnly && <td aria-label="Made by AWS" />}
        </tr>
      ))}
      {own.map((route) => (
        <RouteRow
          key={route.destination}
          routeTable={routeTable}
          route={route}
          readOnly={readOnly}
        />
      ))}
      <AddedRoutes routes={added} readOnly={readOnly} />
    </ListEditor>
  )
}
