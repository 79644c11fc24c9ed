import { Menu } from '@base-ui/react/menu'
import { useShallow } from 'zustand/react/shallow'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { sizeOf } from '../model/layout'
import { termOf } from '../store/placed'
import { useDesigner, useDesignerStore } from '../store/react'
import { Chip } from './Chip'
import styles from './Chip.module.css'
import { chipRow, chipsIn } from './chips'
import menuStyles from './Menu.module.css'

/** Route tables, security groups and the like, which have no place of their own. */
export function ChipFoot({ id }: { readonly id: Id }) {
  const designer = useDesignerStore()
  const chips = useDesigner(useShallow(chipsIn(id)))
  const width = useDesigner(({ document }) => {
    const it = document.resources[id]
    return it ? (sizeOf(it, document.layout[id])?.width ?? 0) : 0
  })
  if (chips.length === 0) return null
  const design = designOf(designer.getState().document)
  const { shown, hidden } = chipRow(chips, design, width)
  return (
    <div className={styles.foot} data-foot>
      {shown.map(({ it }) => (
        <Chip key={it.id} id={it.id} />
      ))}
      {hidden.length > 0 && (
        <Menu.Root>
          <Menu.Trigger
            className={`${styles.more} nodrag nopan`}
            tabIndex={-1}
            data-of={id}
            aria-label={`${hidden.length} more route tables and security groups`}
          >
            +{hidden.length}
          </Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className={menuStyles.positioner} sideOffset={4}>
              <Menu.Popup className={menuStyles.popup}>
                {hidden.map((it) => (
                  <Menu.Item
                    key={it.id}
                    className={menuStyles.item}
                    onClick={() => {
                      designer.inspect(it.id)
                    }}
                  >
                    {it.name}
                    <span className={menuStyles.hint}>{termOf(it, design)}</span>
                  </Menu.Item>
                ))}
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      )}
    </div>
  )
}
