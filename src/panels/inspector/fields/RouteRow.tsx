import type { ResourceOf } from '../../../kinds/resource'
import { isCidr } from '../../../net/cidr'
import { removeRoute, setRoute } from '../../../store/commands/routes'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { Badge } from '../../../ui/Badge'
import { DraftInput } from '../../../ui/DraftInput'
import table from '../../../ui/Table.module.css'
import { RemoveCell } from '../../shared/ListRows'
import { ResourceLink } from '../../shared/ResourceLink'
import { destinationOf, destinationProblem } from '../advice/destination'
import { blackholeWords, type RouteTarget } from '../advice/route-targets'
import { useFocusMark } from '../useFocusMark'
import type { WrittenRoute } from './RoutesEditor'
import { TargetBox } from './TargetBox'
import styles from '../Inspector.module.css'

/** One route that the user wrote, with the state AWS would give it. */
export function RouteRow({
  routeTable,
  route,
  readOnly,
}: {
  readonly routeTable: ResourceOf<'route-table'>
  readonly route: WrittenRoute
  readonly readOnly: boolean
}) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const { destination, target, refused } = route
  const tableId = routeTable.id
  const list = isCidr(destination) ? null : inDesign.get(destination)
  const name = list?.name ?? destination
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
        <td className={`${table.mono} ${table.fixed}`}>{name}</td>
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
          label={`Destination ${name}`}
          value={name}
          check={(text) => (text === name ? null : destinationProblem(text, routeTable, inDesign))}
          onCommit={(text) => {
            const next = destinationOf(text, inDesign)
            if (!next) return
            const change = { tableId, destination: next, instead: destination }
            designer.run(setRoute, { ...change, target: target as RouteTarget['id'] | null })
          }}
        />
      </td>
      <td>
        <TargetBox
          routeTable={routeTable}
          label={`Target of ${name}`}
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
        label={`Remove route ${name}`}
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
  readonly state: WrittenRoute['state']
}) {
  if (refused) return <Badge tone="error">refused</Badge>
  return <Badge tone={state === 'active' ? 'pass' : 'error'}>{state}</Badge>
}
