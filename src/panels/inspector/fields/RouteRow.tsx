import type { ResolvedRoute } from '../../../kinds/network'
import type { ResourceOf } from '../../../kinds/resource'
import type { Cidr } from '../../../net/cidr'
import { removeRoute, setRoute } from '../../../store/commands/routes'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Badge } from '../../../ui/Badge'
import { DraftInput } from '../../../ui/DraftInput'
import table from '../../../ui/Table.module.css'
import { RemoveCell } from '../../shared/ListRows'
import { ResourceLink } from '../../shared/ResourceLink'
import { destinationProblem } from '../advice/destination'
import { blackholeWords, type RouteTarget } from '../advice/route-targets'
import { useFocusMark } from '../useFocusMark'
import { TargetBox } from './TargetBox'
import styles from '../Inspector.module.css'

/** One route that the user wrote, with the state AWS would give it. */
export function RouteRow({
  routeTable,
  route,
  refused,
  readOnly,
}: {
  readonly routeTable: ResourceOf<'route-table'>
  readonly route: ResolvedRoute
  /** Does AWS refuse it, so that it stands nowhere? */
  readonly refused: boolean
  readonly readOnly: boolean
}) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const { destination } = route
  const tableId = routeTable.id
  const target = route.target === 'local' ? null : route.target
  const mark = useFocusMark<HTMLTableRowElement>(
    (it) =>
      it.type === 'route' && it.routeTableId === tableId && it.destination === route.destination,
  )
  const words = refused
    ? 'Lies inside a block of the VPC, where AWS takes no such route; the local route decides.'
    : route.state === 'blackhole'
      ? blackholeWords(route.cause)
      : null
  if (readOnly)
    return (
      <tr {...mark}>
        <td className={`${table.mono} ${table.fixed}`}>{destination}</td>
        <td className={table.fixed}>{target ? <ResourceLink id={target} /> : 'gone'}</td>
        <td className={table.fixed}>
          <StateBadge refused={refused} state={route.state} />
        </td>
      </tr>
    )
  return (
    <tr {...mark}>
      <td>
        <DraftInput
          mono
          label={`Destination ${destination}`}
          value={destination}
          check={(text) =>
            text === destination ? null : destinationProblem(text, routeTable, inDesign)
          }
          onCommit={(text) => {
            const change = { tableId, destination: text as Cidr, instead: destination }
            designer.run(setRoute, { ...change, target: target as RouteTarget['id'] | null })
          }}
        />
      </td>
      <td>
        <TargetBox
          routeTable={routeTable}
          label={`Target of ${destination}`}
          value={target as RouteTarget['id'] | null}
          onChange={(id) => {
            designer.run(setRoute, { tableId, destination, target: id })
          }}
        />
        {words !== null && <p className={styles.warning}>{words}</p>}
      </td>
      <td className={table.fixed}>
        <StateBadge refused={refused} state={route.state} />
      </td>
      <RemoveCell
        label={`Remove route ${destination}`}
        onRemove={() => {
          designer.run(removeRoute, { tableId, destination })
        }}
      />
    </tr>
  )
}

function StateBadge({
  refused,
  state,
}: {
  readonly refused: boolean
  readonly state: ResolvedRoute['state']
}) {
  if (refused) return <Badge tone="error">refused</Badge>
  return <Badge tone={state === 'active' ? 'pass' : 'error'}>{state}</Badge>
}
