import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { toggleCollapse } from '../store/actions/collapse'
import { group, groupsAround, ungroupAround } from '../store/actions/group'
import { placedOf, toggleLock } from '../store/actions/lock'
import type { Designer } from '../store/designer'
import type { MenuEntry } from './menu'

/** What the menu of a resource says of its drawing: locked, collapsed, grouped. */
export function drawingEntries(
  designer: Designer,
  id: Id,
  ids: readonly Id[],
): readonly MenuEntry[] {
  const { document } = designer.getState()
  const it = document.resources[id]
  const placed = placedOf(designer, ids)
  if (!it || placed.length === 0) return []
  const { layout } = document
  const [key] = groupsAround(document, ids)
  return [
    {
      label: placed.every((one) => layout[one]?.locked) ? 'Unlock' : 'Lock',
      keys: 'Mod+Shift+L',
      run: () => {
        toggleLock(designer, ids)
      },
    },
    ...(definitionOf(it).look.shape === 'container'
      ? [
          {
            label: layout[id]?.collapsed ? 'Expand' : 'Collapse',
            keys: 'Alt+C',
            run: () => {
              toggleCollapse(designer, [id])
            },
          },
        ]
      : []),
    ...(placed.length > 1
      ? [
          {
            label: 'Group',
            keys: 'Mod+G',
            run: () => {
              const made = group(designer, ids)
              if (made) designer.look({ naming: made })
            },
          },
        ]
      : []),
    ...(key === undefined
      ? []
      : [
          {
            label: 'Rename group',
            run: () => {
              designer.look({ naming: key })
            },
          },
          {
            label: 'Ungroup',
            keys: 'Mod+Shift+G',
            run: () => {
              ungroupAround(designer, ids)
            },
          },
        ]),
  ]
}
