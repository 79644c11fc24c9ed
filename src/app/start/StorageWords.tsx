import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../ui/Notice'
import { scarceBytes, storageState, type StorageState } from '../storage'
import { useWorkspace } from '../workspace'
import styles from './StartPage.module.css'

/** What the browser's storage is worth, in honest words. */
export function StorageWords() {
  const { shelf } = useWorkspace()
  const closed = useStore(shelf, (state) => state.closed)
  const [state, setState] = useState<StorageState | null>(null)
  useEffect(() => {
    let current = true
    const read = async () => {
      const found = await storageState().catch(() => null)
      if (current) setState(found)
    }
    void read()
    return () => {
      current = false
    }
  }, [])
  if (closed !== null)
    return (
      <Notice tone="problem">
        Designs are not kept here: {closed}. Everything works, but save a file before you leave.
      </Notice>
    )
  const scarce = state?.leftBytes !== null && (state?.leftBytes ?? scarceBytes) < scarceBytes
  return (
    <>
      {scarce && (
        <Notice tone="warn">
          The browser’s storage is nearly full. Save your designs to files, and delete some here.
        </Notice>
      )}
      <p className={styles.storage}>
        Designs are kept in this browser only, nothing is sent anywhere. That is no backup: save a
        file to keep a design safe.
        {state?.persisted === false && ' This browser may clear them when the disk runs low.'}
      </p>
    </>
  )
}
