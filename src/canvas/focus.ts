import type { Id } from '../kinds/resource'
import { focusWhenDrawn } from '../ui/take-focus'

/** The resource that an element of the canvas stands for, or belongs to. */
export function resourceAt(target: EventTarget | null): Id | null {
  if (!(target instanceof Element)) return null
  const near = target.closest<HTMLElement>('[data-of], [data-resource], .react-flow__node[data-id]')
  const { of, resource, id } = near?.dataset ?? {}
  return (of ?? resource ?? id ?? null) as Id | null
}

/** Is this the node, chip or link itself, and not a button that lies on it? */
export function standsForItself(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.matches('[data-resource], .react-flow__node, [data-canvas]')
  )
}

/** The node, chip or link that stands for a resource; null where it is not drawn. */
export function elementOf(id: Id): HTMLElement | null {
  const name = CSS.escape(id)
  return document.querySelector<HTMLElement>(
    `.react-flow__node[data-id="${name}"], [data-resource="${name}"]`,
  )
}

/** The same, and the controls that lie on it, in the order of the page. */
export function elementsOf(id: Id): readonly HTMLElement[] {
  const itself = elementOf(id)
  const controls = document.querySelectorAll<HTMLElement>(`[data-of="${CSS.escape(id)}"]`)
  return [...(itself ? [itself] : []), ...controls].filter((it) =>
    it.checkVisibility({ visibilityProperty: true }),
  )
}

/** Where Tab enters the canvas. */
export function tabStopElement(): HTMLElement | null {
  const stops = ['.react-flow__node', '[data-resource]']
  return document.querySelector<HTMLElement>(
    stops.map((it) => `[data-canvas] ${it}[tabindex="0"]`).join(', '),
  )
}

/** Moves the focus to a node, chip or link once it is drawn. */
export function focusResource(id: Id): void {
  const drawn = elementOf(id)
  drawn?.focus({ preventScroll: true })
  if (!drawn || document.activeElement !== drawn) focusWhenDrawn(() => elementOf(id))
}

/** Moves the focus to where Tab enters the canvas. */
export function focusCanvas(): void {
  focusWhenDrawn(tabStopElement)
}

/** Moves the focus to the first field of the inspector, which has just been asked for. */
export function focusInspector(): void {
  focusWhenDrawn(firstField, (field) => {
    if (field instanceof HTMLInputElement) field.select()
  })
}

function firstField(): HTMLElement | null {
  const fields = 'input:not([type="hidden"]), textarea, [role="combobox"], button'
  const panel = document.querySelector('[role="tabpanel"]:not([hidden])')
  const [first] = panel?.querySelectorAll<HTMLElement>('input:not([type="hidden"]), textarea') ?? []
  return first ?? panel?.querySelector<HTMLElement>(fields) ?? null
}
