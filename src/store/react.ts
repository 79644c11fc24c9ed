import { createContext, createElement, useContext, useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { invariant } from '../base/invariant'
import type { Id } from '../kinds/resource'
import type { Designer, DesignerState } from './designer'

const DesignerContext = createContext<Designer | null>(null)

/** Makes one designer known to everything below. */
export function DesignerProvider({
  designer,
  children,
}: {
  readonly designer: Designer
  readonly children: ReactNode
}) {
  return createElement(DesignerContext, { value: designer }, children)
}

/** The designer itself, to run commands; reading through it does not subscribe. */
export function useDesignerStore(): Designer {
  const designer = useContext(DesignerContext)
  invariant(designer, 'used outside a DesignerProvider')
  return designer
}

/** One value of the designer's state; selectors return existing references. */
export function useDesigner<Value>(selector: (state: DesignerState) => Value): Value {
  return useStore(useDesignerStore(), selector)
}

/** What other rooms may ask of the canvas. */
export interface CanvasApi {
  readonly fit: () => void
  readonly zoomTo: (ids: readonly Id[]) => void
  readonly centreOn: (id: Id) => void
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly actualSize: () => void
}

export function useCanvasApi(): CanvasApi {
  const designer = useDesignerStore()
  return useMemo(() => canvasApiOf(designer), [designer])
}

/** The same for code outside React. */
export function canvasApiOf({ show }: Pick<Designer, 'show'>): CanvasApi {
  return {
    fit: () => {
      show({ type: 'fit' })
    },
    zoomTo: (ids) => {
      show({ type: 'ids', ids })
    },
    centreOn: (id) => {
      show({ type: 'centre', id })
    },
    zoomIn: () => {
      show({ type: 'zoom', to: 'in' })
    },
    zoomOut: () => {
      show({ type: 'zoom', to: 'out' })
    },
    actualSize: () => {
      show({ type: 'zoom', to: 'actual-size' })
    },
  }
}
