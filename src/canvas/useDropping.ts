import { useEffect, useRef, type DragEvent } from 'react'
import { useReactFlow } from 'reactflow'
import { placedFormat, readPlaced, type Placed } from '../store/placed'
import { useDesignerStore } from '../store/react'
import { landingAt, placeAt } from './place'
import type { SessionStore } from './session'

/** What the palette's drags do over the canvas. */
export function useDropping(session: SessionStore) {
  const designer = useDesignerStore()
  const flow = useReactFlow()
  const dragged = useRef<Placed | null>(null)

  // a browser hides what a drag carries until it is dropped, so it is read where the drag starts
  useEffect(() => {
    const start = (event: globalThis.DragEvent) => {
      dragged.current = readPlaced(event.dataTransfer?.getData(placedFormat) ?? '')
    }
    const end = () => {
      dragged.current = null
      session.setState({ drop: null })
    }
    document.addEventListener('dragstart', start)
    document.addEventListener('dragend', end)
    return () => {
      document.removeEventListener('dragstart', start)
      document.removeEventListener('dragend', end)
    }
  }, [session])

  const pointOf = (event: DragEvent) =>
    flow.screenToFlowPosition({ x: event.clientX, y: event.clientY }, { snapToGrid: false })

  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(placedFormat) || designer.getState().readOnly) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      if (!dragged.current) return
      const landing = landingAt(designer, dragged.current, pointOf(event))
      const next = { on: landing.on, refusal: landing.ok ? null : landing.reason }
      const { drop } = session.getState()
      if (drop?.on !== next.on || drop.refusal !== next.refusal) session.setState({ drop: next })
    },
    onDragLeave: (event: DragEvent) => {
      const inside = event.currentTarget.contains(event.relatedTarget as Node | null)
      if (!inside) session.setState({ drop: null })
    },
    onDrop: (event: DragEvent) => {
      const placed = readPlaced(event.dataTransfer.getData(placedFormat))
      session.setState({ drop: null })
      if (!placed) return
      event.preventDefault()
      designer.look({ placing: null })
      placeAt(designer, placed, pointOf(event))
    },
  }
}
