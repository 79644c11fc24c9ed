import type { Outline } from '../../store/library/outline'
import styles from './Thumbnail.module.css'

/** Room around the drawing, in canvas units. */
const margin = 24

/** A design as bare boxes in AWS's group colours. */
export function Thumbnail({ outline }: { readonly outline: Outline }) {
  if (outline.length === 0)
    return (
      <span className={styles.thumbnail} data-empty>
        empty
      </span>
    )
  const left = Math.min(...outline.map(({ x }) => x)) - margin
  const top = Math.min(...outline.map(({ y }) => y)) - margin
  const right = Math.max(...outline.map(({ x, width }) => x + width)) + margin
  const bottom = Math.max(...outline.map(({ y, height }) => y + height)) + margin
  return (
    <svg
      className={styles.thumbnail}
      viewBox={`${left} ${top} ${right - left} ${bottom - top}`}
      preserveAspectRatio="xMidYMid meet"
      aria-hidden
    >
      {outline.map(({ x, y, width, height, tint, container }) => (
        <rect
          key={`${x} ${y} ${width} ${height}`}
          x={x}
          y={y}
          width={width}
          height={height}
          rx={container ? 4 : 8}
          data-tint={tint}
          data-container={container || undefined}
        />
      ))}
    </svg>
  )
}
