import { ChevronDown, ChevronRight, FileText } from 'lucide-react'
import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Hidden } from '../../ui/Hidden'
import type { Changes } from './changes'
import styles from './ExportPanel.module.css'
import { treeOf } from './tree'

/** The files by folder. Arrow keys walk and open, as in any tree; Enter shows a file. */
export function FileTree({
  paths,
  shown,
  changes,
  onShow,
}: {
  readonly paths: readonly string[]
  readonly shown: string
  readonly changes: Changes | null
  readonly onShow: (path: string) => void
}) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const root = useRef<HTMLUListElement>(null)
  const lines = useMemo(() => treeOf(paths, closed), [paths, closed])
  const current = lines.find((it) => it.path === (focused ?? shown)) ?? lines[0]

  const toggle = (path: string, isOpen = closed.has(path)) => {
    const next = new Set(closed)
    if (isOpen) next.delete(path)
    else next.add(path)
    setClosed(next)
  }
  const focus = (index: number) => {
    const line = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!line) return
    setFocused(line.path)
    root.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[lines.indexOf(line)]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return
    const at = lines.indexOf(current)
    const isOpen = current.isFolder && !closed.has(current.path)
    const parent = lines.findLastIndex((it, index) => index < at && it.level < current.level)
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(at + 1),
      ArrowUp: () => focus(at - 1),
      Home: () => focus(0),
      End: () => focus(lines.length - 1),
      ArrowRight: () => {
        if (current.isFolder && !isOpen) toggle(current.path, true)
        else if (isOpen) focus(at + 1)
      },
      ArrowLeft: () => {
        if (isOpen) toggle(current.path, false)
        else if (parent >= 0) focus(parent)
      },
      Enter: () => (current.isFolder ? toggle(current.path) : onShow(current.path)),
      ' ': () => (current.isFolder ? toggle(current.path) : onShow(current.path)),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }
  return (
    <ul ref={root} role="tree" aria-label="Files" className={styles.tree}>
      {lines.map((line) => {
        const { path, name, level, isFolder } = line
        const state = changes?.of.get(path)?.state ?? 'same'
        return (
          <li key={path} role="none">
            <div
              role="treeitem"
              aria-level={level}
              aria-selected={path === shown}
              aria-expanded={isFolder ? !closed.has(path) : undefined}
              tabIndex={line === current ? 0 : -1}
              className={styles.treeLine}
              data-level={level}
              data-state={state}
              onFocus={() => {
                setFocused(path)
              }}
              onKeyDown={onKeyDown}
              onClick={() => {
                if (isFolder) toggle(path)
                else onShow(path)
              }}
            >
              {isFolder ? closed.has(path) ? <ChevronRight /> : <ChevronDown /> : <FileText />}
              <span className={styles.treeName}>{name}</span>
              {state !== 'same' && (
                <span className={styles.mark}>
                  <Hidden>, </Hidden>
                  {state}
                </span>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
