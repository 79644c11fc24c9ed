import { X } from 'lucide-react'
import styles from './DropMark.module.css'
import type { Drop } from './lit-path'

/** Where the packet ends, and the code of the reason. */
export function DropMark({ drop: { at, code, label } }: { readonly drop: Drop }) {
  return (
    <>
      <span
        className={styles.cross}
        style={{ transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` }}
      >
        <X size={14} strokeWidth={3} aria-hidden />
      </span>
      {label && (
        <span
          className={styles.code}
          style={{
            transform: `translate(${label.x}px, ${label.y}px)`,
            width: label.width,
            height: label.height,
          }}
        >
          {code}
        </span>
      )}
    </>
  )
}
