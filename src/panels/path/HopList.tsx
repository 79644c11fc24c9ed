import { useRef, type KeyboardEvent } from 'react'
import type { Hop } from '../../engine/answer'
import { HopRow } from './HopRow'
import styles from './Path.module.css'

/** The hops of one direction; the arrow keys walk them. */
export function HopList({
  leg,
  hops,
  lit,
  isKnown,
}: {
  readonly leg: 'request' | 'reply'
  readonly hops: readonly Hop[]
  /** Is this the way that the canvas lights? */
  readonly lit: boolean
  /** Is a packet that ends on the way dropped for certain? */
  readonly isKnown: boolean
}) {
  const list = useRef<HTMLOListElement>(null)
  const walk = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    // both directions are one walk
    const all = [...(list.current?.ownerDocument.querySelectorAll<HTMLElement>('[data-hop]') ?? [])]
    const at = all.findIndex((it) => it === document.activeElement)
    const next = all[at + step]
    if (at < 0 || !next) return
    event.preventDefault()
    next.focus()
    next.click()
  }
  const firstGuess = hops.findIndex((it) => it.hypothetical)
  return (
    // the arrow keys only move the focus between the buttons inside
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol ref={list} className={styles.hops} data-leg={leg} onKeyDown={walk}>
      {hops.map((hop, index) => (
        <li key={`${index} ${hop.component}`} data-guess={hop.hypothetical || undefined}>
          {index === firstGuess && (
            <p className={styles.guess}>Had it passed, the packet would have met:</p>
          )}
          <HopRow hop={hop} leg={leg} index={index} lit={lit} isKnown={isKnown} />
        </li>
      ))}
    </ol>
  )
}
