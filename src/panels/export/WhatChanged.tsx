import type { Taken } from '../../store/library/taken'
import type { Changes } from './changes'
import styles from './ExportPanel.module.css'

/** How much changed since the last export, in words. */
export function WhatChanged({
  taken,
  changes: { of, gone },
}: {
  readonly taken: Taken
  readonly changes: Changes
}) {
  const files = [...of.values()].filter(({ state }) => state !== 'same')
  const lines = files.reduce((sum, it) => sum + it.lines.size, 0)
  const when = new Date(taken.takenAt).toLocaleString()
  const parts = [
    ...(files.length > 0 ? [`${count(lines, 'line')} in ${count(files.length, 'file')}`] : []),
    ...(gone.length > 0 ? [`${count(gone.length, 'file')} gone: ${gone.join(', ')}`] : []),
  ]
  return (
    <output className={styles.since}>
      {parts.length === 0
        ? `Nothing changed since the export of ${when}.`
        : `Changed since the export of ${when}: ${parts.join('; ')}.`}
    </output>
  )
}

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`
