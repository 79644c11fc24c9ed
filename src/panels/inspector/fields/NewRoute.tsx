import { useId, useState } from 'react'
import type { ResourceOf } from '../../../kinds/resource'
import { isCidr } from '../../../net/cidr'
import { setRoute } from '../../../store/commands/routes'
import { useDesigner, useDesignerStore } from '../../../store/react'
import { design } from '../../../store/selectors'
import { DraftInput } from '../../../ui/DraftInput'
import { NewRow } from '../../shared/ListRows'
import { destinationOf, destinationProblem } from '../advice/destination'
import { likelyDestinations, likelyTarget, type RouteTarget } from '../advice/route-targets'
import { TargetBox } from './TargetBox'

/** A route that is being written; the target follows from the destination where it can. */
export function NewRoute({
  routeTable,
  onDone,
}: {
  readonly routeTable: ResourceOf<'route-table'>
  readonly onDone: () => void
}) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const listId = useId()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<RouteTarget['id'] | null>(null)
  const destination = destinationOf(text.trim(), inDesign)
  const target =
    chosen ??
    (destination && isCidr(destination)
      ? (likelyTarget(destination, routeTable, inDesign)?.id ?? null)
      : null)
  const ready =
    destination !== null &&
    target !== null &&
    destinationProblem(text.trim(), routeTable, inDesign)?.tone !== 'error'
  const add = () => {
    if (!ready) return
    designer.run(setRoute, { tableId: routeTable.id, destination, target })
    onDone()
  }
  return (
    <NewRow noun="route" span={4} ready={ready} onSave={add} onCancel={onDone}>
      <td>
        <DraftInput
          mono
          focused
          label="Destination of the new route"
          placeholder="10.1.0.0/16"
          value={text}
          list={listId}
          check={(it) => (it === '' ? null : destinationProblem(it, routeTable, inDesign))}
          onCommit={setText}
          onDraft={setText}
          onEnter={add}
        />
        <datalist id={listId}>
          {likelyDestinations(routeTable, inDesign).map(({ cidr, what }) => (
            <option key={cidr} value={cidr}>
              {what}
            </option>
          ))}
          {inDesign.all('prefix-list').map((it) => (
            <option key={it.id} value={it.name}>
              managed prefix list
            </option>
          ))}
        </datalist>
      </td>
      <td colSpan={3}>
        <TargetBox
          routeTable={routeTable}
          label="Target of the new route"
          value={target}
          onChange={setChosen}
        />
      </td>
    </NewRow>
  )
}
