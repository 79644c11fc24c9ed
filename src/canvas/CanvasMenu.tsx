import { ContextMenu } from '@base-ui/react/context-menu'
import { ChevronRight } from 'lucide-react'
import { Fragment, type ReactElement } from 'react'
import { calledBy } from '../kinds/called'
import { capital } from '../kinds/contract'
import type { Id } from '../kinds/resource'
import { designOf } from '../model/design'
import { termOf } from '../store/placed'
import { useDesigner, useDesignerStore } from '../store/react'
import { menuFor, type MenuEntry } from './menu'
import styles from './Menu.module.css'
import type { Point } from './rects'

const mac = /Mac|iPhone|iPad/.test(navigator.platform)

/** The context menu of the canvas: the same commands as everywhere else. */
export function CanvasMenu({
  target,
  at,
  children,
}: {
  readonly target: Id | null
  readonly at: Point
  readonly children: ReactElement
}) {
  return (
    <ContextMenu.Root>
      <ContextMenu.Trigger render={children} />
      <ContextMenu.Portal>
        <ContextMenu.Positioner className={styles.positioner}>
          <Items target={target} at={at} />
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  )
}

function Items({ target, at }: { readonly target: Id | null; readonly at: Point }) {
  const designer = useDesignerStore()
  const resource = useDesigner(({ document }) => (target ? document.resources[target] : undefined))
  return (
    <ContextMenu.Popup className={styles.popup}>
      {resource && (
        <div className={styles.title}>
          {capital(calledBy(termOf(resource, designOf(designer.getState().document)), resource))}
        </div>
      )}
      {menuFor(designer, target, at).map((group, i) => (
        <Fragment key={'label' in group ? group.label : (group[0]?.label ?? i)}>
          {i > 0 && <ContextMenu.Separator className={styles.line} />}
          {'label' in group ? (
            <ContextMenu.SubmenuRoot>
              <ContextMenu.SubmenuTrigger className={styles.item}>
                {group.label}
                <ChevronRight size={14} aria-hidden />
              </ContextMenu.SubmenuTrigger>
              <ContextMenu.Portal>
                <ContextMenu.Positioner className={styles.positioner} sideOffset={2}>
                  <ContextMenu.Popup className={styles.popup}>
                    {group.items.map((entry) => (
                      <Item key={entry.label} entry={entry} />
                    ))}
                  </ContextMenu.Popup>
                </ContextMenu.Positioner>
              </ContextMenu.Portal>
            </ContextMenu.SubmenuRoot>
          ) : (
            group.map((entry) => <Item key={entry.label} entry={entry} />)
          )}
        </Fragment>
      ))}
    </ContextMenu.Popup>
  )
}

function Item({ entry: { label, keys, refusal, run } }: { readonly entry: MenuEntry }) {
  return (
    <ContextMenu.Item className={styles.item} disabled={Boolean(refusal)} onClick={run}>
      <span>
        {label}
        {refusal && <span className={styles.reason}>{refusal}</span>}
      </span>
      {keys && <kbd className={styles.hint}>{keys.replace('Mod', mac ? '⌘' : 'Ctrl')}</kbd>}
    </ContextMenu.Item>
  )
}
