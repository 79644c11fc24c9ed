import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import control from '../../ui/Control.module.css'
import { Dialog } from '../../ui/Dialog'
import { Notice } from '../../ui/Notice'
import { saveToFile } from '../files/files'
import { hide } from '../overlay'
import { hashOf } from '../route'
import { useWorkspace } from '../workspace'
import { comfortableLength, packed } from './link'
import styles from './ShareDialog.module.css'

/** A link that carries the design, or a file. */
export function ShareDialog() {
  const workspace = useWorkspace()
  const designer = useDesignerStore()
  const document = useDesigner((state) => state.document)
  const [copied, setCopied] = useState(false)
  const { origin, pathname } = window.location
  const address = `${origin}${pathname}${hashOf({ page: 'share', packed: packed(document) })}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopied(true)
      designer.announce('Link copied.')
    } catch {
      designer.announce('The browser does not let this page write the clipboard.')
    }
  }
  return (
    <Dialog
      open
      onClose={hide}
      title="Share this design"
      description="The link holds the whole design behind its #, a part that browsers do not send to any server. Who opens it sees the design as it is now, and can keep a copy."
      actions={
        <>
          <Button
            size="large"
            onClick={() => {
              hide()
              void saveToFile(workspace, true)
            }}
          >
            Save a file instead
          </Button>
          <Button
            size="large"
            look="primary"
            icon={copied ? <Check /> : <Copy />}
            onClick={() => void copy()}
          >
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
        </>
      }
    >
      <div className={styles.body}>
        <input
          className={control.input}
          readOnly
          value={address}
          aria-label="Link"
          onFocus={(event) => {
            event.target.select()
          }}
        />
        {address.length > comfortableLength && (
          <Notice tone="warn">
            This link has {address.length.toLocaleString()} characters. Some mail and chat programs
            cut such links off; a file is safer.
          </Notice>
        )}
      </div>
    </Dialog>
  )
}
