import { FileText } from 'lucide-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { ExportTarget } from '../../export/export'
import type { Export, ExportedFile } from '../../export/report'
import type { Id } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { EmptyState } from '../../ui/EmptyState'
import { Notice } from '../../ui/Notice'
import { changesSince, type Changes } from './changes'
import type { Sight } from './Code'
import styles from './ExportPanel.module.css'
import { FileTree } from './FileTree'
import { Options } from './Options'
import { Report } from './Report'
import { Search } from './Search'
import { Take } from './Take'
import { useExport } from './useExport'
import { useTaken } from './useTaken'
import { WhatChanged } from './WhatChanged'

// colouring is not needed before there is something to colour
const Preview = lazy(async () => ({ default: (await import('./Preview')).Preview }))

/** The files in one language: what they leave out, one of them at a time, and ways to take them. */
export function ExportedCode({ to }: { readonly to: ExportTarget }) {
  const exporting = useExport(to)
  const empty = useDesigner(({ document }) => Object.keys(document.resources).length === 0)
  if (empty)
    return (
      <EmptyState icon={<FileText />} title="Nothing to export yet">
        Place a VPC, and its code stands here.
      </EmptyState>
    )
  if (exporting.type === 'failed')
    return (
      <Notice tone="problem">
        The export broke: {exporting.why}. This is a mistake in Causeway; your design is safe.
      </Notice>
    )
  if (exporting.type === 'working') return <p className={styles.working}>Writing the code…</p>
  return <Files to={to} exported={exporting.exported} />
}

const nothing: ReadonlySet<number> = new Set()

function Files({ to, exported }: { readonly to: ExportTarget; readonly exported: Export }) {
  const { taken, take } = useTaken(to)
  const { files } = exported
  const changes = useMemo<Changes | null>(
    () => taken && changesSince(taken.files, files),
    [taken, files],
  )
  const { shown, sight, show, picked } = useShown(exported)
  const places = useMemo(
    () => exported.places.filter(({ path }) => path === shown?.path),
    [exported, shown?.path],
  )
  return (
    <div className={styles.files}>
      <div className={styles.head}>
        <Report exported={exported} />
        <Options to={to} />
        <Take exported={exported} to={to} onTaken={take} />
        {taken && changes && <WhatChanged taken={taken} changes={changes} />}
      </div>
      <div className={styles.body}>
        <div className={styles.side}>
          <Search files={files} onShow={show} />
          <FileTree
            paths={files.map(({ path }) => path)}
            shown={shown?.path ?? ''}
            changes={changes}
            onShow={(path) => {
              show(path, null)
            }}
          />
        </div>
        {shown && (
          <Suspense fallback={<p className={styles.working}>Colouring…</p>}>
            <Preview
              file={shown}
              places={places}
              changed={changes?.of.get(shown.path)?.lines ?? nothing}
              sight={sight}
              onPick={picked}
            />
          </Suspense>
        )}
      </div>
    </div>
  )
}

/** What the user chose to see; it holds until something else is selected on the canvas. */
interface Chosen {
  readonly while: Id | null
  readonly path: string
  readonly line: number | null
  /** Makes the same choice new. */
  readonly number: number
}

/** Which file is shown, and where to look in it: what is selected on the canvas comes into sight. */
function useShown({ files, places }: Export) {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const selected = useDesigner(({ view }) =>
    view.selection.length === 1 ? (view.selection[0] ?? null) : null,
  )
  const place =
    selected !== null && chosen?.while !== selected
      ? places.find(({ resourceId }) => resourceId === selected)
      : undefined
  const { path, line } = place ?? chosen ?? { path: null, line: null }
  const number = chosen?.number ?? 0
  const sight = useMemo<Sight | null>(
    () => (line === null ? null : { line, number }),
    [line, number],
  )
  const shown = files.find((it) => it.path === path) ?? longestCode(files) ?? files[0]
  const choose = (it: Omit<Chosen, 'number'>) => {
    setChosen({ ...it, number: number + 1 })
  }
  return {
    shown,
    sight,
    show: (path: string, line: number | null) => {
      choose({ while: selected, path, line })
    },
    /** A resource chosen in the code itself is in sight already, or comes there by its line. */
    picked: (id: Id, line: number | null) => {
      choose({ while: id, path: shown?.path ?? '', line })
    },
  }
}

/** The file with the most to see. */
function longestCode(files: readonly ExportedFile[]): ExportedFile | undefined {
  return files
    .filter(({ language }) => language === 'hcl' || language === 'yaml')
    .toSorted((a, b) => b.text.length - a.text.length)[0]
}
