import { useStore } from 'zustand'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Notice } from '../../ui/Notice'
import type { Session } from '../../store/library/session'
import { sharedId, useWorkspace } from '../workspace'

/** Why this page only looks, and how to edit all the same. */
export function TabNotice() {
  const workspace = useWorkspace()
  const designer = useDesignerStore()
  const session = useStore(workspace.shelf, (state) => state.session)
  const shared = useDesigner((state) => state.designId === sharedId)
  if (shared)
    return (
      <Notice
        action={
          <Button
            size="small"
            look="primary"
            onClick={() => {
              void workspace.add(designer.getState().document)
            }}
          >
            Keep a copy to edit
          </Button>
        }
      >
        You look at a design that somebody shared by a link. It is not kept in this browser.
      </Notice>
    )
  return session && <Following session={session} />
}

function Following({ session }: { readonly session: Session }) {
  const following = useStore(session, (state) => state.following)
  const takingOver = useStore(session, (state) => state.takingOver)
  if (!following) return null
  return (
    <Notice
      action={
        <Button
          size="small"
          look="primary"
          disabled={takingOver}
          onClick={() => void session.takeOver()}
        >
          {takingOver ? 'Taking over…' : 'Edit here'}
        </Button>
      }
    >
      This design is edited in another tab. This one follows it live.
    </Notice>
  )
}
