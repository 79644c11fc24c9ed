import { X } from 'lucide-react'
import type { Code } from '../engine/codes'
import styles from './DropMark.module.css'
import type { Point } from './rects'

/** Where the packet ends, and the code of the reason. */
export function DropMark({ at, code }: { readonly at: Point; readonly code: Code | null }) {
  return (
    <div className={styles.mark} style={{ transform: `translate(${at.x}px, ${at.y}px)` }}>
      <span className={styles.cross}>
        <X size={14} strokeWidth={3} aria-hidden />
      </span>
      {code && <span className={styles.code}>{code}</span>}
    </div>
  )
}
