import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { invariant } from '../base/invariant'
import type { Id } from '../kinds/resource'
import type { Point } from './rects'

/** What a gesture in flight shows; gone when it ends, never saved, never undone. */
export interface Session {
  /** What a drag would land on, and why it may not. */
  readonly drop: { readonly on: Id | null; readonly refusal: string | null } | null
  /** The end from which a link is being drawn. */
  readonly linkFrom: Id | null
  /** Where the pointer was last, in canvas units: pasting and placing happen there. */
  readonly pointer: Point | null
  /** What of the canvas has the keyboard's focus; null while none has. */
  readonly focused: Id | null
  /** What had it last. */
  readonly last: Id | null
}

export type SessionStore = StoreApi<Session>

export function createSession(): SessionStore {
  return createStore<Session>(() => ({
    drop: null,
    linkFrom: null,
    pointer: null,
    focused: null,
    last: null,
  }))
}

export const SessionContext = createContext<SessionStore | null>(null)

export function useSessionStore(): SessionStore {
  const session = useContext(SessionContext)
  invariant(session, 'used outside a canvas')
  return session
}

export function useSession<Value>(selector: (session: Session) => Value): Value {
  return useStore(useSessionStore(), selector)
}

/** How a container answers the drag that hovers over it. */
export const dropStateOf =
  (id: Id) =>
  ({ drop }: Session): 'accepts' | 'refuses' | null => {
    if (drop?.on !== id) return null
    return drop.refusal === null ? 'accepts' : 'refuses'
  }
