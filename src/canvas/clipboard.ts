import { useEffect } from 'react'
import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { copyText, cutText, pasteText } from '../store/actions/clipboard'
import type { Designer } from '../store/designer'
import { useDesignerStore } from '../store/react'
import { resourceAt } from './focus'
import { rectsOf, under, type Point } from './rects'
import { useSessionStore } from './session'

/** Pastes a text at a point of the canvas, into what lies there. */
export function pasteAt(designer: Designer, text: string, point: Point): boolean {
  const { document } = designer.getState()
  const container = under(document, point).find((it) => definitionOf(it).look.shape === 'container')
  const origin = (container && rectsOf(document).get(container.id)) ?? { x: 0, y: 0 }
  return pasteText(designer, text, {
    into: container?.id ?? null,
    at: { x: point.x - origin.x, y: point.y - origin.y },
  })
}

/** From the menu there is no clipboard event: the browser asks the user for leave to read. */
export async function pasteHere(designer: Designer, point: Point): Promise<void> {
  try {
    const text = await navigator.clipboard.readText()
    if (!pasteAt(designer, text, point))
      designer.notify('There is nothing of a design on the clipboard.')
  } catch {
    designer.notify('The browser does not let this page read the clipboard. Use the keyboard.')
  }
}

export async function copyFromMenu(designer: Designer, ids: readonly Id[], cut: boolean) {
  const text = (cut ? cutText : copyText)(designer, ids)
  if (text === null) return
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    designer.notify('The browser does not let this page write the clipboard. Use the keyboard.')
  }
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'))

/**
 * Copy, cut and paste by the browser's own events: they come with leave to use the clipboard, on
 * every keyboard and from the browser's menu, and reach other tabs.
 */
export function useClipboard(): void {
  const designer = useDesignerStore()
  const session = useSessionStore()
  useEffect(() => {
    const idle = (event: ClipboardEvent) => {
      const selected = document.getSelection()?.toString() ?? ''
      return typing(event.target) || (event.type !== 'paste' && selected !== '')
    }
    const take = (event: ClipboardEvent) => {
      if (idle(event)) return
      const { view, readOnly } = designer.getState()
      const cuts = event.type === 'cut' && !readOnly
      const { selection } = view
      const focused = resourceAt(event.target)
      const ids = focused && !selection.includes(focused) ? [focused] : selection
      const text = (cuts ? cutText : copyText)(designer, ids)
      if (text === null) return
      event.clipboardData?.setData('text/plain', text)
      event.preventDefault()
    }
    const give = (event: ClipboardEvent) => {
      if (idle(event)) return
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (pasteAt(designer, text, session.getState().pointer ?? { x: 0, y: 0 }))
        event.preventDefault()
    }
    document.addEventListener('copy', take)
    document.addEventListener('cut', take)
    document.addEventListener('paste', give)
    return () => {
      document.removeEventListener('copy', take)
      document.removeEventListener('cut', take)
      document.removeEventListener('paste', give)
    }
  }, [designer, session])
}
