import { useMemo } from 'react'
import { resolve } from '../../../engine/network'
import type { ResolvedRoute } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import { useDesigner } from '../../../store/react'
import { Badge } from '../../../ui/Badge'
import table from '../../../ui/Table.module.css'
import { ListEditor, type Column } from '../../shared/ListEditor'
import type { FieldProps } from '../edit'
import { NewRoute } from './NewRoute'
import { RouteRow } from './RouteRow'

type Row = ResolvedRoute & { readonly refused: boolean }

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
  const rows = useMemo((): readonly Row[] => {
    const resolved = resolve(document).tables.find((it) => it.id === routeTable.id)
    return [
      ...(resolved?.routes ?? []).map((it) => ({ ...it, refused: false })),
      ...(resolved?.refused ?? []).map((it) => ({ ...it, refused: true })),
    ]
  }, [document, routeTable.id])
  const local = rows.filter((it) => it.origin === 'local')
  const own = rows.filter((it) => it.origin === 'static')
  return (
    <ListEditor
      label={label}
      noun="route"
      columns={columns}
      count={rows.length}
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
          refused={route.refused}
          readOnly={readOnly}
        />
      ))}
    </ListEditor>
  )
}
