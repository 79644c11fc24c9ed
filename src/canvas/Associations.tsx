import { useMemo } from 'react'
import { ViewportPortal } from 'reactflow'
import { useDesigner } from '../store/react'
import { associationLine, associationsOf, surroundingsOf } from './association-lines'
import styles from './Associations.module.css'
import { pathOf } from './route'
import { useRects } from './useRects'

/** Quiet lines from what lies in several containers to each of them. */
export function Associations() {
  const document = useDesigner((state) => state.document)
  const joined = associationsOf(document)
  const rects = useRects(joined.flat())
  const lines = useMemo(() => {
    if (joined.length === 0) return []
    const around = surroundingsOf(document)
    return joined.flatMap(([cardId, containerId]) => {
      const [card, container] = [rects.get(cardId), rects.get(containerId)]
      const line = card && container && associationLine(card, container, around)
      return line ? [{ key: `${cardId} ${containerId}`, line }] : []
    })
  }, [document, joined, rects])
  if (lines.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={styles.layer} aria-hidden>
        {lines.map(({ key, line }) => {
          const end = line.at(-1) ?? line[0]
          return (
            <g key={key}>
              <path className={styles.line} d={pathOf(line)} />
              <circle className={styles.end} cx={end.x} cy={end.y} r={3.5} />
            </g>
          )
        })}
      </svg>
    </ViewportPortal>
  )
}
