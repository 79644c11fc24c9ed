import { Check, CircleX, Clock } from 'lucide-react'
import { memo } from 'react'
import { EdgeLabelRenderer, useInternalNode, type EdgeProps, type InternalNode } from 'reactflow'
import { labelOf } from './labels'
import type { FlowEdge } from './flow-types'
import styles from './LinkEdge.module.css'
import type { Rect } from './rects'
import { labelSpotOf, pathOf, routeBetween } from './route'
import { invariant } from '../base/invariant'
import type { Resource } from '../kinds/resource'
import { designOf } from '../model/design'
import { useDesigner, useDesignerStore } from '../store/react'
import { findingCountOf } from '../store/selectors'
import { FindingBadge } from './FindingBadge'
import { useTabIndex } from './stops'
import { useAppearance, useMarks } from './useAppearance'

/** A link is up, on its way up, or down: told by its pattern and its icon, not by colour alone. */
type LinkState = 'up' | 'waiting' | 'down'
const icons: Readonly<Record<LinkState, typeof Check>> = {
  up: Check,
  waiting: Clock,
  down: CircleX,
}
const waiting: ReadonlySet<string> = new Set([
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  // of transit gateway attachments
  'initiating',
  'initiatingRequest',
  'pendingAcceptance',
  'pending',
  'modifying',
])

export function linkStateOf(badge: string | null): LinkState {
  if (badge === null) return 'up'
  return waiting.has(badge) ? 'waiting' : 'down'
}

/** What AWS calls the state of a link that works, which no badge marks. */
export function restOf(link: Resource): string {
  if ('status' in link) return link.status
  return 'state' in link ? link.state : ''
}

export function rectOfNode(node: InternalNode | undefined): Rect | null {
  if (!node) return null
  const { positionAbsolute } = node.internals
  return { ...positionAbsolute, width: node.width ?? 0, height: node.height ?? 0 }
}

/** A line between two containers, with a label that is the link's own button. */
function Link({ source, target, data }: EdgeProps<FlowEdge>) {
  invariant(data, 'a link has data')
  const { id, lane } = data
  const designer = useDesignerStore()
  const from = rectOfNode(useInternalNode(source))
  const to = rectOfNode(useInternalNode(target))
  const appearance = useAppearance(id)
  const marks = useMarks(id)
  const tabIndex = useTabIndex(id)
  const findings = useDesigner(findingCountOf(id))
  const resource = useDesigner(({ document }) => document.resources[id])
  if (!from || !to || !appearance || !resource) return null
  const line = routeBetween(from, to, lane)
  const middle = labelSpotOf(line, lane)
  const state = linkStateOf(appearance.badge)
  const Icon = icons[state]
  const path = pathOf(line)
  return (
    <>
      <path className={styles.reach} d={path} />
      <path className={styles.line} d={path} data-node data-state={state} {...marks} />
      <EdgeLabelRenderer>
        <div
          className={`${styles.label} nodrag nopan`}
          style={{ transform: `translate(-50%, -50%) translate(${middle.x}px, ${middle.y}px)` }}
        >
          <button
            type="button"
            className={styles.chip}
            data-node
            data-resource={id}
            tabIndex={tabIndex}
            data-state={state}
            {...marks}
            aria-label={labelOf(resource, designOf(designer.getState().document), findings)}
            aria-pressed={marks['data-selected'] ?? false}
            onClick={(event) => {
              const { selection } = designer.getState().view
              designer.select(event.shiftKey ? [...selection, id] : [id])
            }}
            onDoubleClick={() => {
              designer.inspect(id)
            }}
          >
            <Icon size={14} strokeWidth={2.25} aria-hidden />
            <span className={styles.words}>
              <span className={styles.name}>{appearance.name}</span>
              <span className={styles.state}>{appearance.badge ?? restOf(resource)}</span>
            </span>
          </button>
          <span className={styles.badge}>
            <FindingBadge id={id} name={appearance.name} />
          </span>
        </div>
      </EdgeLabelRenderer>
    </>
  )
}

export const LinkEdge = memo(
  Link,
  (before, after) =>
    before.data === after.data && before.source === after.source && before.target === after.target,
)
