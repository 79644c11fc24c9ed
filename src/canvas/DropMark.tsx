import { X } from 'lucide-react'
import styles from './DropMark.module.css'
import type { Drop } from './lit-path'

/** Where the packet ends, and the code of the reason. */
export function DropMark({ drop: { at, code, room } }: { readonly drop: Drop }) {
  return (
    <div className={styles.mark} style={{ transform: `translate(${at.x}px, ${at.y}px)` }}>
      <span className={styles.cross}>
        <X size={14} strokeWidth={3} aria-hidden />
      </span>
      {code && (
        <span className={styles.code} data-room={room}>
          {code}
        </span>
      )}
    </div>
  )
}
