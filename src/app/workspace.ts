import { createContext, useContext } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { invariant } from '../base/invariant'
import type { Question } from '../engine/answer'
import type { Document } from '../model/document'
import type { Designer } from '../store/designer'
import { openDatabase } from '../store/library/database'
import { lastWordsIn, localStorageOf } from '../store/library/last-words'
import { libraryIn, type Library } from '../store/library/library'
import { createSession, type Opening, type Session } from '../store/library/session'
import { go } from './route'
import { askToPersist, whyNotStored } from './storage'

/** The designs of this browser, or why there are none. */
export interface Shelf {
  readonly library: Library | null
  readonly session: Session | null
  /** Why nothing is kept, in plain words. */
  readonly closed: string | null
}

/** Everything that lives as long as the page does. */
export interface Workspace {
  readonly designer: Designer
  readonly shelf: StoreApi<Shelf>
  /** Resolves once the storage is open, or known to be closed. */
  readonly ready: Promise<void>
  readonly newName: () => string
  /** Makes a design of its own of this document, printed where it is known, and shows it. */
  readonly add: (
    document: Document,
    question?: Question | null,
    printed?: string | null,
  ) => Promise<string>
  readonly open: (designId: string) => Promise<Opening>
  /** Shows a design that the address carries: to look at, not to edit. */
  readonly openShared: (packed: string) => Promise<Opening>
  /** Lets go of the design that is open. */
  readonly leave: () => Promise<void>
}

/** The id under which a shared design is shown; no design of the library has it. */
export const sharedId = 'shared'

export function createWorkspace(designer: Designer, newName: () => string): Workspace {
  const shelf = createStore<Shelf>(() => ({ library: null, session: null, closed: null }))
  /** Designs of a page that has no storage; they last as long as the page. */
  const loose = new Map<string, Document>()

  const openShelf = async () => {
    try {
      const database = await openDatabase(() => {
        shelf.setState({ closed: 'the browser closed its storage. Reload the page' })
      })
      const library = libraryIn(database, Date.now, lastWordsIn(localStorageOf(window)))
      const session = createSession({
        designer,
        library,
        newName,
        now: Date.now,
        why: whyNotStored,
        onKeptApart: (designId) => {
          designer.notify(
            'Another tab changed this design first. Your changes are kept as a design of their own.',
            'problem',
            {
              label: 'Open it',
              outlives: true,
              accept: () => {
                go({ page: 'design', designId })
              },
            },
          )
        },
      })
      shelf.setState({ library, session })
    } catch (error) {
      shelf.setState({ closed: whyNotStored(error) })
    }
  }
  const ready = openShelf()

  let asked = false
  designer.subscribe(({ designId, document, past, readOnly }, before) => {
    // a first change is the first thing worth keeping; opening a design alone asks for nothing
    if (!asked && !readOnly && designId === before.designId && past.length > before.past.length) {
      asked = true
      void askToPersist()
    }
    if (shelf.getState().closed !== null && loose.has(designId)) loose.set(designId, document)
  })

  const leave = async () => {
    await ready
    designer.look({ notice: null })
    try {
      await shelf.getState().session?.close()
    } catch (error) {
      designer.notify(`The last changes were not saved: ${whyNotStored(error)}.`, 'problem')
    }
  }

  return {
    designer,
    shelf,
    ready,
    newName,
    add: async (document, question = null, printed = null) => {
      await ready
      const designId = newName()
      const { library } = shelf.getState()
      if (library) await library.create(designId, document, question, printed)
      else loose.set(designId, document)
      go({ page: 'design', designId })
      return designId
    },
    open: async (designId) => {
      await ready
      const { session } = shelf.getState()
      if (session) return session.open(designId)
      const document = loose.get(designId)
      if (!document) return { type: 'missing' }
      designer.open({ designId, document })
      return { type: 'open' }
    },
    openShared: async (packed) => {
      await leave()
      const { unpacked } = await import('./share/link')
      const read = unpacked(packed)
      if (!read.ok) return { type: 'unreadable', problems: read.problems }
      designer.open({ designId: sharedId, document: read.value, readOnly: true })
      return { type: 'open' }
    },
    leave,
  }
}

const WorkspaceContext = createContext<Workspace | null>(null)
export const WorkspaceProvider = WorkspaceContext.Provider

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  invariant(workspace, 'used outside a WorkspaceProvider')
  return workspace
}
