import { Lock } from 'lucide-react'
import type { Id } from '../kinds/resource'
import { useDesigner } from '../store/react'
import styles from './LockMark.module.css'

/** A small padlock on what is locked. Screen readers hear it from the node's own label. */
export function LockMark({ id }: { readonly id: Id }) {
  const locked = useDesigner(({ document }) => document.layout[id]?.locked ?? false)
  return locked && <Lock className={styles.lock} size={13} strokeWidth={2.25} aria-hidden />
}
