import { useEffect, useState, type RefObject } from 'react'

/** Which cells of a scrolled sheet are in sight, by the first and the one after the last. */
export interface Sight {
  readonly rows: readonly [from: number, to: number]
  readonly columns: readonly [from: number, to: number]
}

interface Sizes {
  /** Both sides of a cell, in pixels. */
  readonly cell: number
  readonly headWidth: number
  readonly headHeight: number
}

/** Cells drawn beyond the edge, so that scrolling shows no gap. */
const beyond = 4

const span = (scrolled: number, length: number, cell: number): readonly [number, number] => [
  Math.max(0, Math.floor(scrolled / cell) - beyond),
  Math.ceil((scrolled + length) / cell) + beyond,
]

/** What of a sheet of equal cells has to be drawn? It follows scrolling and the size of the element. */
export function useSight(scroller: RefObject<HTMLElement | null>, sizes: Sizes): Sight {
  const { cell, headWidth, headHeight } = sizes
  const [sight, setSight] = useState<Sight>({ rows: [0, 0], columns: [0, 0] })
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const look = () => {
      const rows = span(element.scrollTop, element.clientHeight - headHeight, cell)
      const columns = span(element.scrollLeft, element.clientWidth - headWidth, cell)
      setSight((was) =>
        [...was.rows, ...was.columns].join() === [...rows, ...columns].join()
          ? was
          : { rows, columns },
      )
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller, cell, headWidth, headHeight])
  return sight
}
