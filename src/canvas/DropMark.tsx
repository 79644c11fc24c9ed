import { X } from 'lucide-react'
import styles from './DropMark.module.css'
import type { Drop } from './lit-path'

/** Where the packet ends, or where nobody knows what becomes of it, and the code of the reason. */
export function DropMark({
  drop: { at, code, isKnown, label },
  unit,
}: {
  readonly drop: Drop
  /** How many units of the canvas make one of the screen. */
  readonly unit: number
}) {
  return (
    <>
      <span
        className={styles.cross}
        data-unknown={!isKnown || undefined}
        style={{
          transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%) scale(${unit})`,
        }}
      >
        {isKnown ? <X size={14} strokeWidth={3} aria-hidden /> : '?'}
      </span>
      {label && (
        <span
          className={styles.code}
          data-unknown={!isKnown || undefined}
          style={{
            transform: `translate(${label.x}px, ${label.y}px)`,
            width: label.width,
            height: label.height,
            fontSize: label.fontSize,
          }}
        >
          {code}
        </span>
      )}
    </>
  )
}
