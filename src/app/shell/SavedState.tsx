import { Check, CircleAlert, LoaderCircle } from 'lucide-react'
import { useStore } from 'zustand'
import type { Session } from '../../store/library/session'
import { Tooltip } from '../../ui/Tooltip'
import { useWorkspace } from '../workspace'
import styles from './SavedState.module.css'

/** Is the last change kept? Always in sight. */
export function SavedState() {
  const { shelf } = useWorkspace()
  const { session, closed } = useStore(shelf)
  if (closed !== null) return <State state="unsaved" words={`Not saved: ${closed}`} />
  return session && <OfSession session={session} />
}

function OfSession({ session }: { readonly session: Session }) {
  const saved = useStore(session, (state) => state.saved)
  if (saved.state === 'unsaved') return <State state="unsaved" words={`Not saved: ${saved.why}`} />
  return <State state={saved.state} words={saved.state === 'saving' ? 'Saving…' : 'Saved'} />
}

const icons = { saved: Check, saving: LoaderCircle, unsaved: CircleAlert } as const

function State({ state, words }: { readonly state: keyof typeof icons; readonly words: string }) {
  const Icon = icons[state]
  const more =
    state === 'unsaved'
      ? 'Save the design to a file to keep it.'
      : 'Kept in this browser. Save a file to keep it safe.'
  return (
    <Tooltip text={more}>
      <span className={styles.state} data-state={state} data-saved-state={state}>
        <Icon aria-hidden />
        {words}
      </span>
    </Tooltip>
  )
}
