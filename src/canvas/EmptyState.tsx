import { Panel } from 'reactflow'
import { useDesigner, useDesignerStore } from '../store/react'
import { place } from '../store/actions/place'
import styles from './EmptyState.module.css'
import { drawnIn } from './rects'

/** Says how to begin; a design with anything in it never shows this. */
export function EmptyState() {
  const designer = useDesignerStore()
  const empty = useDesigner(({ document }) => drawnIn(document, null).length === 0)
  const readOnly = useDesigner((state) => state.readOnly)
  if (!empty) return null
  return (
    <Panel position="top-center" className={styles.panel ?? ''}>
      <p className={styles.title}>{readOnly ? 'This design is empty' : 'Drag a VPC here'}</p>
      {!readOnly && (
        <p className={styles.text}>
          from the palette, or{' '}
          <button
            type="button"
            className={styles.button}
            onClick={() => {
              place(designer, 'vpc', { on: [], at: { x: 0, y: 0 } })
              designer.show({ type: 'fit' })
            }}
          >
            add a VPC
          </button>
        </p>
      )}
    </Panel>
  )
}
