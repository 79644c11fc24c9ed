import { Combobox } from '@base-ui/react/combobox'
import { Dialog } from '@base-ui/react/dialog'
import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { Kbd } from '../../ui/Kbd'
import popup from '../../ui/Popup.module.css'
import type { Action } from '../actions/action'
import { actions } from '../actions/actions'
import { spelt } from '../keys'
import { hide } from '../overlay'
import { useWorkspace } from '../workspace'
import styles from './Command.module.css'

/** Every action, found by typing; Enter runs it. */
export function CommandPalette({ designIsOpen }: { readonly designIsOpen: boolean }) {
  const workspace = useWorkspace()
  const items = useMemo(
    () =>
      actions.filter(
        (it) => (designIsOpen || !it.design) && it.id !== 'commands' && it.enabled(workspace),
      ),
    [workspace, designIsOpen],
  )
  const run = (action: Action | null) => {
    if (!action) return
    // gone before the next key, and the focus given back, as the action may move it
    flushSync(hide)
    queueMicrotask(() => {
      action.run(workspace)
    })
  }
  return (
    <CommandDialog label="Command palette">
      <Combobox.Root<Action>
        items={items}
        open
        inline
        autoHighlight
        value={null}
        itemToStringLabel={(it) => `${it.label} ${it.group}`}
        onValueChange={run}
      >
        <Combobox.Input
          className={styles.input}
          aria-label="Search for a command"
          placeholder="What do you want to do?"
        />
        <Combobox.Empty className={styles.empty}>No command has that name.</Combobox.Empty>
        <Combobox.List className={styles.list} aria-label="Commands">
          {(it: Action) => (
            <Combobox.Item key={it.id} value={it} className={popup.item}>
              <span className={popup.words}>{it.label}</span>
              <span className={styles.group}>{it.group}</span>
              {it.keys[0] !== undefined && <Kbd keys={spelt(it.keys[0])} />}
            </Combobox.Item>
          )}
        </Combobox.List>
      </Combobox.Root>
    </CommandDialog>
  )
}

/** A list with a search line in the upper middle of the page. */
export function CommandDialog({
  label,
  children,
}: {
  readonly label: string
  readonly children: React.ReactNode
}) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) hide()
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup} aria-label={label}>
          {children}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
