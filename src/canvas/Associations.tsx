import { ViewportPortal } from 'reactflow'
import { useShallow } from 'zustand/react/shallow'
import { definitionOf, linksOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { DesignerState } from '../store/designer'
import { useDesigner } from '../store/react'
import styles from './Associations.module.css'
import { touches } from './rects'
import { pathOf, routeBetween } from './route'
import { useRects } from './useRects'

/** Cards that lie in several containers at once: `card container` for each of them. */
function pairs({ document }: DesignerState): readonly string[] {
  const design = designOf(document)
  return Object.values(document.resources).flatMap((it) => {
    const { look, placement } = definitionOf(it)
    if (look.shape !== 'card' || placement.type !== 'on') return []
    const home = parentOf(it, design)
    return linksOf(it).flatMap(({ to }) => {
      const container = design.get(to)
      const lies =
        container &&
        placement.kinds.includes(container.kind) &&
        definitionOf(container).look.shape === 'container' &&
        to !== home
      return lies ? [`${it.id} ${to}`] : []
    })
  })
}

/** Quiet lines from what lies in several containers to each of them. */
export function Associations() {
  const joined = useDesigner(useShallow(pairs)).map((pair) => pair.split(' ') as [Id, Id])
  const rects = useRects(joined.flat())
  if (joined.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        {joined.map(([cardId, containerId]) => {
          const [card, container] = [rects.get(cardId), rects.get(containerId)]
          // a card drawn across a container shows by itself that it lies there
          if (!card || !container || touches(card, container)) return null
          const line = routeBetween(card, container)
          const end = line.at(-1) ?? line[0]
          return (
            <g key={`${cardId} ${containerId}`}>
              <path className={styles.line} d={pathOf(line)} />
              <circle className={styles.end} cx={end.x} cy={end.y} r={3.5} />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
}
