import type { ReactNode } from 'react'
import styles from './Panel.module.css'

/** A panel: a landmark with its heading and what it holds. */
export function Panel({
  title,
  lead,
  children,
}: {
  readonly title: string
  /** A line under the title. */
  readonly lead?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        {lead}
      </header>
      {children}
    </section>
  )
}
