import type { ReactNode } from 'react'
import styles from './Hidden.module.css'

/** Read by screen readers, not seen. */
export function Hidden({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}
