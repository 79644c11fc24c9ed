import { createContext, useContext } from 'react'
import type { Id } from '../kinds/resource'

/** The one resource of the canvas that Tab reaches; from it the arrow keys walk. */
export const TabStopContext = createContext<Id | null>(null)

export function useTabIndex(id: Id): 0 | -1 {
  return useContext(TabStopContext) === id ? 0 : -1
}
