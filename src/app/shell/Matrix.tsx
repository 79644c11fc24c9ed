import { useEffect, useMemo, useState } from 'react'
import type { Document } from '../../model/document'
import { parseDocument } from '../../model/parse'
import { MatrixPanel } from '../../panels/matrix/MatrixPanel'
import type { Base } from '../../panels/matrix/WhatChanged'
import type { Entry, Snapshot } from '../../store/library/records'
import { useDesigner } from '../../store/react'
import { designFromDisk } from '../files/files'
import { useWorkspace } from '../workspace'
import { dateWords } from '../words'

interface Kept {
  readonly snapshots: readonly Snapshot[]
  readonly others: readonly Entry[]
}

const read = (text: string | null): Document | null => {
  const found = text === null ? null : parseDocument(text)
  return found?.ok ? found.value : null
}

/**
 * The matrix with what it can be compared with: earlier states of the design, the other designs of
 * this browser, and files.
 */
export function Matrix() {
  const workspace = useWorkspace()
  const { shelf } = workspace
  const designId = useDesigner((state) => state.designId)
  const [{ snapshots, others }, setKept] = useState<Kept>({ snapshots: [], others: [] })
  const [files, setFiles] = useState<readonly Base[]>([])
  useEffect(() => {
    let current = true
    const look = async () => {
      const { library } = shelf.getState()
      if (!library) return
      const [found, entries] = await Promise.all([library.snapshots(designId), library.list()])
      const rest = entries.filter(({ id }) => id !== designId)
      if (current) setKept({ snapshots: found, others: rest })
    }
    void look()
    return () => {
      current = false
    }
  }, [shelf, designId])
  const bases = useMemo(
    () => [
      ...snapshots.map(({ takenAt, text }): Base => ({
        id: String(takenAt),
        label: `The design of ${dateWords(takenAt)}`,
        read: () => Promise.resolve(read(text)),
      })),
      ...files,
      ...others.map(({ id, name, changedAt }): Base => ({
        id: `design ${id}`,
        label: name,
        note: `Another design, changed ${dateWords(changedAt)}`,
        read: async () => read((await shelf.getState().library?.textOf(id)) ?? null),
      })),
    ],
    [snapshots, others, files, shelf],
  )
  const onFile = async () => {
    const found = await designFromDisk(workspace)
    if (!found) return null
    const { name, document } = found
    const id = `file ${files.length} ${name}`
    const file: Base = { id, label: name, note: 'A file', read: () => Promise.resolve(document) }
    setFiles((was) => [file, ...was])
    return id
  }
  return <MatrixPanel bases={bases} onFile={onFile} />
}
