import { useRef, useState } from 'react'
import { Button } from '../../ui/Button'
import control from '../../ui/Control.module.css'
import { Dialog } from '../../ui/Dialog'

export function RenameDialog({
  name,
  onRename,
  onClose,
}: {
  readonly name: string
  readonly onRename: (to: string) => void
  readonly onClose: () => void
}) {
  const [typed, setTyped] = useState(name)
  const wanted = typed.trim()
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open
      onClose={onClose}
      initialFocus={field}
      title="Rename design"
      actions={
        <>
          <Button size="large" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="large"
            look="primary"
            disabled={wanted === ''}
            onClick={() => {
              onRename(wanted)
            }}
          >
            Rename
          </Button>
        </>
      }
    >
      <input
        ref={field}
        className={control.input}
        onFocus={(event) => {
          event.target.select()
        }}
        aria-label="Name"
        value={typed}
        maxLength={255}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && wanted !== '')
            onRename(wanted)
        }}
      />
    </Dialog>
  )
}
