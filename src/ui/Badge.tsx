import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type Tone =
  'neutral' | 'accent' | 'pass' | 'blocked' | 'unmodelled' | 'error' | 'warn' | 'info'

/** A word in a small frame: a state, a count, a code. */
export function Badge({
  children,
  tone = 'neutral',
  mono = false,
}: {
  readonly children: ReactNode
  readonly tone?: Tone | undefined
  /** For codes and addresses. */
  readonly mono?: boolean | undefined
}) {
  return (
    <span className={styles.badge} data-tone={tone} data-mono={mono || undefined}>
      {children}
    </span>
  )
}
