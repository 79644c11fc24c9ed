import { Search as Glass } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ExportedFile } from '../../export/report'
import control from '../../ui/Control.module.css'
import styles from './ExportPanel.module.css'
import { linesWith, mostMatches } from './search'

/** Finds a text in all files; a match leads to its line. */
export function Search({
  files,
  onShow,
}: {
  readonly files: readonly ExportedFile[]
  readonly onShow: (path: string, line: number) => void
}) {
  const [wanted, setWanted] = useState('')
  const matches = useMemo(() => linesWith(files, wanted), [files, wanted])
  return (
    <search className={styles.search}>
      <label className={styles.searchBox}>
        <Glass aria-hidden />
        <input
          type="search"
          className={control.input}
          value={wanted}
          placeholder="Search all files"
          aria-label="Search all files"
          onChange={(event) => {
            setWanted(event.target.value)
          }}
        />
      </label>
      {wanted.trim() !== '' && (
        <>
          <output className={styles.count}>
            {matches.length === 0
              ? 'Found nowhere'
              : `${matches.length === mostMatches ? 'The first ' : ''}${matches.length} ${matches.length === 1 ? 'line' : 'lines'}`}
          </output>
          <ul className={styles.matches} aria-label="Found">
            {matches.map(({ path, line, text }) => (
              <li key={`${path} ${line}`}>
                <button
                  type="button"
                  className={styles.match}
                  onClick={() => {
                    onShow(path, line)
                  }}
                >
                  <span className={styles.place}>
                    {path}:{line}
                  </span>
                  <code>{text}</code>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </search>
  )
}
