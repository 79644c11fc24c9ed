import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd'
import styles from './Popup.module.css'

/** One line of a menu. */
export type MenuEntry =
  | {
      readonly type: 'action'
      readonly label: string
      readonly run: () => void
      readonly icon?: ReactNode
      readonly keys?: string | undefined
      readonly note?: string | undefined
      readonly disabled?: boolean | undefined
      readonly danger?: boolean | undefined
    }
  | { readonly type: 'separator'; readonly id: string }
  | { readonly type: 'heading'; readonly label: string }

function Entries({ entries }: { readonly entries: readonly MenuEntry[] }) {
  return entries.map((entry) => {
    if (entry.type === 'separator')
      return <BaseMenu.Separator key={entry.id} className={styles.separator} />
    if (entry.type === 'heading')
      return (
        <div key={`heading ${entry.label}`} className={styles.group} role="presentation">
          {entry.label}
        </div>
      )
    return (
      <BaseMenu.Item
        key={entry.label}
        className={styles.item}
        disabled={entry.disabled ?? false}
        data-danger={entry.danger || undefined}
        onClick={entry.run}
      >
        {entry.icon}
        <span className={styles.words}>
          {entry.label}
          {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
        </span>
        {entry.keys !== undefined && (
          <span className={styles.keys}>
            <Kbd keys={entry.keys} />
          </span>
        )}
      </BaseMenu.Item>
    )
  })
}

/** A menu that a button opens; `trigger` is that button. */
export function Menu({
  trigger,
  entries,
  align = 'start',
}: {
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'center' | 'end'
}) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles.positioner} sideOffset={4} align={align}>
          <BaseMenu.Popup className={styles.popup}>
            <Entries entries={entries} />
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

/** The menu of a right click, Shift+F10 or a long press on what it wraps. */
export function ContextMenu({
  children,
  entries,
}: {
  readonly children: ReactElement
  readonly entries: readonly MenuEntry[]
}) {
  return (
    <BaseContextMenu.Root>
      <BaseContextMenu.Trigger render={children} />
      <BaseContextMenu.Portal>
        <BaseContextMenu.Positioner className={styles.positioner}>
          <BaseContextMenu.Popup className={styles.popup}>
            <Entries entries={entries} />
          </BaseContextMenu.Popup>
        </BaseContextMenu.Positioner>
      </BaseContextMenu.Portal>
    </BaseContextMenu.Root>
  )
}
