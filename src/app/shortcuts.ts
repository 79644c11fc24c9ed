import { useEffect } from 'react'
import { resourceAt } from '../canvas/focus'
import type { Action } from './actions/action'
import { actions } from './actions/actions'
import { matches, takesText } from './keys'
import type { Workspace } from './workspace'

/** Dialogs, menus and lists keep their keys to themselves. */
const apart = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/** Is the focus on the canvas, on the bar above it, or nowhere? */
function onCanvas(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  return target === target.ownerDocument.body || target.closest('[data-canvas], header') !== null
}

/** In a panel, and not in a list of it that is open: that closes first. */
function inPanel(target: EventTarget | null): boolean {
  if (!(target instanceof Element) || !target.closest('aside')) return false
  return target.getAttribute('aria-expanded') !== 'true'
}

function applies({ where }: Action, target: EventTarget | null): boolean {
  if (where === 'native') return false
  if (where === 'anywhere') return true
  if (where === 'panel') return inPanel(target)
  if (where === 'canvas') return onCanvas(target) && !takesText(target)
  return !takesText(target)
}

/** The action that this key stands for here; null where it is none of ours. */
export function actionFor(
  event: KeyboardEvent,
  workspace: Workspace,
  designIsOpen: boolean,
): Action | null {
  if (event.defaultPrevented) return null
  const { target } = event
  if (target instanceof Element && target.closest(apart)) return null
  if (workspace.designer.getState().view.presenting) return null
  return (
    actions.find(
      (it) =>
        (designIsOpen || !it.design) &&
        it.keys.some((keys) => matches(keys, event)) &&
        applies(it, target) &&
        (it.enabled(workspace) || (it.takesFocused && resourceAt(target) !== null)),
    ) ?? null
  )
}

/** Selects what has the focus, where an action is about to be done with it. */
function takeFocused({ designer }: Workspace, target: EventTarget | null): void {
  const id = resourceAt(target)
  const { document, view } = designer.getState()
  if (id && Object.hasOwn(document.resources, id) && !view.selection.includes(id))
    designer.select([id])
}

export function useShortcuts(workspace: Workspace, designIsOpen: boolean): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionFor(event, workspace, designIsOpen)
      if (!action) return
      event.preventDefault()
      if (action.takesFocused) takeFocused(workspace, event.target)
      if (action.enabled(workspace)) action.run(workspace)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [workspace, designIsOpen])
}
