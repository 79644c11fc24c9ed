import { Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import { resolve } from '../../../engine/network'
import type { ResolvedRoute } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import { useDesigner } from '../../../store/react'
import { Badge } from '../../../ui/Badge'
import { Button } from '../../../ui/Button'
import { Hidden } from '../../../ui/Hidden'
import { Section } from '../../../ui/Section'
import table from '../../../ui/Table.module.css'
import type { FieldProps } from '../edit'
import { NewRoute } from './NewRoute'
import { RouteRow } from './RouteRow'

type Row = ResolvedRoute & { readonly refused: boolean }

/** The routes of a table: what AWS adds first, then the user's own, which can be edited. */
export function RoutesEditor({
  resource: routeTable,
  label,
  readOnly,
}: Omit<FieldProps<ResourceOf<'route-table'>>, 'fieldKey'>) {
  const document = useDesigner((state) => state.document)
  const [adding, setAdding] = useState(false)
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
    <Section
      title={label}
      count={rows.length}
      action={
        !readOnly &&
        !adding && (
          <Button
            size="small"
            look="quiet"
            icon={<Plus />}
            onClick={() => {
              setAdding(true)
            }}
          >
            Add route
          </Button>
        )
      }
    >
      <div className={table.scroll}>
        <table className={table.table} aria-label={label} data-widths>
          <thead>
            <tr>
              <th scope="col" style={{ width: 138 }}>
                Destination
              </th>
              <th scope="col">Target</th>
              <th scope="col" style={{ width: 72 }}>
                State
              </th>
              {!readOnly && (
                <th scope="col" style={{ width: 44 }}>
                  <Hidden>Actions</Hidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
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
            {adding && (
              <NewRoute
                routeTable={routeTable}
                onDone={() => {
                  setAdding(false)
                }}
              />
            )}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
