import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Entry } from '../../store/library/records'
import { useWorkspace } from '../workspace'
import styles from './Cards.module.css'
import { DesignCard } from './DesignCard'

interface Listed {
  readonly entries: readonly Entry[]
  /** When they were read: how long ago they changed is told from then. */
  readonly now: number
}

/** The designs of this browser, newest first. */
export function Recent() {
  const { shelf } = useWorkspace()
  const library = useStore(shelf, (state) => state.library)
  const [{ entries, now }, setListed] = useState<Listed>({ entries: [], now: 0 })
  const refresh = useCallback(async () => {
    const found = (await library?.list()) ?? []
    setListed({ entries: found, now: Date.now() })
  }, [library])
  useEffect(() => {
    const read = () => void refresh()
    read()
    // another tab may have changed something meanwhile
    window.addEventListener('focus', read)
    return () => {
      window.removeEventListener('focus', read)
    }
  }, [refresh])
  if (!library || entries.length === 0) return null
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className={styles.title}>
        Your designs
      </h2>
      <ul className={styles.cards}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <DesignCard entry={entry} now={now} library={library} onChange={() => void refresh()} />
          </li>
        ))}
      </ul>
    </section>
  )
}
