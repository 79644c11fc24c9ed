import { Ban, MousePointerClick } from 'lucide-react'
import { Panel } from 'reactflow'
import { definitionOf } from '../kinds/catalogue'
import { kindOfPlaced, termOfPlaced, type Placed } from '../store/placed'
import { useDesigner } from '../store/react'
import styles from './DropHint.module.css'
import { useSession } from './session'

const isLink = (placed: Placed) =>
  definitionOf({ kind: kindOfPlaced(placed) }).placement.type === 'between'

/** Said while something is dragged or waits to be placed: why not here, or what to do next. */
export function DropHint() {
  const refusal = useSession(({ drop }) => drop?.refusal ?? null)
  const placing = useDesigner(({ view }) => view.placing)
  if (refusal === null && placing === null) return null
  return (
    <Panel position="top-center" className={styles.panel ?? ''}>
      <p className={styles.hint} data-refusal={refusal !== null || undefined}>
        {refusal === null ? (
          <MousePointerClick size={15} aria-hidden />
        ) : (
          <Ban size={15} aria-hidden />
        )}
        {refusal ??
          (placing &&
            (isLink(placing)
              ? `Click one end of the ${termOfPlaced(placing)}, or press Enter on it. Escape cancels.`
              : `Click where the ${termOfPlaced(placing)} shall go, or press Enter on a container. Escape cancels.`))}
      </p>
    </Panel>
  )
}
