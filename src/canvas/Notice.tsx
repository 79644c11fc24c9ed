import { CircleX, Info, X } from 'lucide-react'
import { useEffect } from 'react'
import { Panel } from 'reactflow'
import { useDesigner, useDesignerStore } from '../store/react'
import styles from './Notice.module.css'

/** How long a word without a way out stays. */
const staysMs = 7000

/** The passing word at the foot of the canvas; the live region says it too. */
export function Notice() {
  const designer = useDesignerStore()
  const notice = useDesigner(({ view }) => view.notice)
  useEffect(() => {
    if (!notice || notice.offer) return undefined
    const timer = setTimeout(() => {
      if (designer.getState().view.notice === notice) designer.look({ notice: null })
    }, staysMs)
    return () => {
      clearTimeout(timer)
    }
  }, [designer, notice])
  if (!notice) return null
  const { tone, text, offer } = notice
  const Icon = tone === 'problem' ? CircleX : Info
  const close = () => {
    designer.look({ notice: null, collision: [] })
  }
  return (
    <Panel position="bottom-center">
      <div className={styles.notice} data-tone={tone}>
        <Icon className={styles.icon} size={16} aria-hidden />
        <span>{text}</span>
        {offer && (
          <button
            type="button"
            className={styles.offer}
            onClick={() => {
              close()
              offer.accept()
            }}
          >
            {offer.label}
          </button>
        )}
        <button type="button" className={styles.close} aria-label="Close notice" onClick={close}>
          <X size={14} aria-hidden />
        </button>
      </div>
    </Panel>
  )
}
