import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { MatrixChanges } from '../../engine/matrix/changes'
import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import type { Document } from '../../model/document'
import { undone } from '../../store/history'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { Section } from '../../ui/Section'
import { Select } from '../../ui/Select'
import { partWords, toneOf } from '../path/verdicts'
import styles from './Matrix.module.css'

/** An earlier state of the design, or another one, to compare with. */
export interface Base {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly read: () => Promise<Document | null>
}

/** Which pairs became reachable, and which stopped being so? */
export function WhatChanged({
  changes,
  alone,
  document,
  isCurrent,
  bases,
  onFile,
  onBase,
  onAsk,
}: {
  readonly changes: MatrixChanges | null
  readonly alone: { readonly before: number; readonly now: number } | null
  readonly document: Document
  readonly isCurrent: boolean
  readonly bases: readonly Base[]
  /** Asks for a file to compare with; the id of its base, or null where there is none. */
  readonly onFile: (() => Promise<string | null>) | undefined
  readonly onBase: (before: Document | null) => void
  readonly onAsk: (from: Id, to: Id) => void
}) {
  const designer = useDesignerStore()
  const past = useDesigner((state) => state.past)
  const [chosen, setChosen] = useState('last')
  const [last] = past.slice(-1)
  const chooseFile = async () => {
    const id = (await onFile?.()) ?? null
    if (id !== null) setChosen(id)
  }
  const base = bases.find(({ id }) => id === chosen)
  useEffect(() => {
    let isOld = false
    const compare = async () => {
      const found = base
        ? await base.read()
        : last
          ? undone(designer.getState().document, last)
          : null
      if (isOld) return
      if (base && !found) designer.notify(`${base.label} can no longer be read.`, 'problem')
      onBase(found)
    }
    void compare()
    return () => {
      isOld = true
    }
  }, [base, last, designer, onBase])
  const design = designOf(document)
  const nameOf = (id: Id) => design.get(id)?.name ?? id
  const options = [
    { value: 'last', label: last ? `Before: ${last.label}` : 'Before the last change' },
    ...bases.map(({ id, label, note }) => ({ value: id, label, note })),
  ]
  return (
    <Section title="What changed" count={changes?.count ?? 0}>
      <div className={styles.changes}>
        <div className={styles.base}>
          <span>Compared with</span>
          <div>
            <Select label="Compared with" options={options} value={chosen} onChange={setChosen} />
          </div>
          {onFile && (
            <Button
              size="small"
              icon={<FolderOpen />}
              onClick={() => {
                void chooseFile()
              }}
            >
              Compare with a file…
            </Button>
          )}
        </div>
        <p className={styles.told} aria-live="polite">
          {!isCurrent
            ? 'Judging every pair…'
            : wordsOf(changes, last !== undefined || Boolean(base))}
          {isCurrent && aloneWords(alone)}
        </p>
        {changes && changes.pairs.length > 0 && (
          <ul className={styles.pairs} aria-label="Changed pairs">
            {changes.pairs.map(({ from, to, before, after }) => (
              <li key={`${from} ${to}`}>
                <button
                  type="button"
                  className={styles.pair}
                  onClick={() => {
                    onAsk(from, to)
                  }}
                >
                  <span>
                    {nameOf(from)} to {nameOf(to)}
                  </span>
                  <Badge tone={toneOf[before.verdict]}>{partWords[before.verdict]}</Badge>
                  <span aria-label="now">→</span>
                  <Badge tone={toneOf[after.verdict]}>{partWords[after.verdict]}</Badge>
                </button>
              </li>
            ))}
          </ul>
        )}
        {changes && changes.pairs.length < changes.count && (
          <p className={styles.told}>The first {changes.pairs.length} are listed.</p>
        )}
      </div>
    </Section>
  )
}

function wordsOf(changes: MatrixChanges | null, isCompared: boolean): string {
  if (!isCompared) return 'Change something: the pairs that it opens and closes are told here.'
  if (!changes || changes.count === 0) return 'No pair has another verdict.'
  const { opened, closed, count } = changes
  const other = count - opened - closed
  return [
    ...(opened > 0 ? [`${opened} ${opened === 1 ? 'pair' : 'pairs'} became reachable`] : []),
    ...(closed > 0 ? [`${closed} stopped being reachable`] : []),
    ...(other > 0 ? [`${other} changed otherwise`] : []),
  ]
    .join(', ')
    .concat('.')
}

/** What could not be compared, as only one of the two has it. */
function aloneWords(alone: { readonly before: number; readonly now: number } | null): string {
  if (!alone || alone.before + alone.now === 0) return ''
  const some = [
    ...(alone.now > 0 ? [`${alone.now} here alone`] : []),
    ...(alone.before > 0 ? [`${alone.before} there alone`] : []),
  ]
  return ` Not compared, with no counterpart: ${some.join(', ')}.`
}
