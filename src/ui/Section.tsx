import { useId, type ReactNode } from 'react'
import styles from './Section.module.css'

/** A part of a panel under a heading of its own. */
export function Section({
  title,
  count,
  action,
  children,
}: {
  readonly title: string
  readonly count?: number | undefined
  readonly action?: ReactNode
  readonly children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </h3>
        {action}
      </header>
      {children}
    </section>
  )
}
