import { useMemo, useRef, useState } from 'react'
import type { NodeChange } from 'reactflow'
import { definitionOf } from '../kinds/catalogue'
import type { Id } from '../kinds/resource'
import { parentOf } from '../model/containment'
import { designOf } from '../model/design'
import type { Box, Document } from '../model/document'
import { sizeOf } from '../model/layout'
import type { FlowNode } from './flow-types'
import { onBorder } from './rects'

/** Where things are while a drag or a resize goes on; empty at all other times. */
export type Flight = ReadonlyMap<Id, Partial<Box>>

const grounded: Flight = new Map()

/** React Flow reports moves as changes; these are the ones that belong to a gesture in flight. */
export function inFlight(
  flight: Flight,
  changes: readonly NodeChange<FlowNode>[],
  document: Document,
): Flight {
  const next = new Map(flight)
  for (const change of changes) {
    if (change.type === 'position' && change.position) {
      const id = change.id as Id
      next.set(id, { ...next.get(id), ...kept(document, id, change.position) })
    }
    // measurements are reported too, but carry no `resizing`
    if (change.type === 'dimensions' && change.dimensions && change.resizing !== undefined) {
      const id = change.id as Id
      next.set(id, { ...next.get(id), ...change.dimensions })
    }
  }
  return next.size === 0 ? grounded : next
}

/** What sits astride a border slides along it. */
function kept(document: Document, id: Id, wish: { x: number; y: number }) {
  const it = document.resources[id]
  if (!it || definitionOf(it).look.shape !== 'edge') return wish
  const parentId = parentOf(it, designOf(document))
  const parent = parentId && document.resources[parentId]
  const container = parent && sizeOf(parent, document.layout[parentId])
  const size = sizeOf(it, document.layout[id])
  return container && size ? onBorder(container, size, wish) : wish
}

/** The nodes with what is in flight put over them; all others stay the very same objects. */
export function overlaid(nodes: readonly FlowNode[], flight: Flight): FlowNode[] {
  return nodes.map((node) => {
    const box = flight.get(node.id as Id)
    if (!box) return node
    const width = box.width ?? node.width ?? 0
    const height = box.height ?? node.height ?? 0
    const position = { x: box.x ?? node.position.x, y: box.y ?? node.position.y }
    return { ...node, position, width, height, measured: { width, height } }
  })
}

/** The flight with what changes it; the same object for as long as the canvas stands. */
export interface InAir {
  readonly flight: { readonly current: Flight }
  readonly take: (next: Flight) => void
  readonly land: () => void
}

/**
 * The flight of this canvas. A reference beside the state, because several changes may come before
 * React draws once.
 */
export function useFlight(derived: readonly FlowNode[]) {
  const [shown, setShown] = useState<Flight>(grounded)
  const flight = useRef<Flight>(grounded)
  const nodes = useMemo(() => overlaid(derived, shown), [derived, shown])
  const inAir = useMemo((): InAir => {
    const take = (next: Flight) => {
      flight.current = next
      setShown(next)
    }
    const land = () => {
      take(grounded)
    }
    return { flight, take, land }
  }, [])
  return { nodes, inAir }
}
