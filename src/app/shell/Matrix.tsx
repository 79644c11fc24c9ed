import { useEffect, useMemo, useState } from 'react'
import { parseDocument } from '../../model/parse'
import { MatrixPanel } from '../../panels/matrix/MatrixPanel'
import type { Base } from '../../panels/matrix/WhatChanged'
import type { Snapshot } from '../../store/library/records'
import { useDesigner } from '../../store/react'
import { useWorkspace } from '../workspace'
import { dateWords } from '../words'

/** The matrix with the earlier states of the design that this browser keeps. */
export function Matrix() {
  const { shelf } = useWorkspace()
  const designId = useDesigner((state) => state.designId)
  const [snapshots, setSnapshots] = useState<readonly Snapshot[]>([])
  useEffect(() => {
    let current = true
    const read = async () => {
      const found = (await shelf.getState().library?.snapshots(designId)) ?? []
      if (current) setSnapshots(found)
    }
    void read()
    return () => {
      current = false
    }
  }, [shelf, designId])
  const bases = useMemo(
    () =>
      snapshots.map(({ takenAt, text }): Base => ({
        id: String(takenAt),
        label: `The design of ${dateWords(takenAt)}`,
        read: () => {
          const found = parseDocument(text)
          return Promise.resolve(found.ok ? found.value : null)
        },
      })),
    [snapshots],
  )
  return <MatrixPanel bases={bases} />
}
