import { Crosshair, Trash2 } from 'lucide-react'
import { definitionOf } from '../../kinds/catalogue'
import type { Id, Kind } from '../../kinds/resource'
import { requestRemoval } from '../../store/actions/remove'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { IconButton } from '../../ui/IconButton'
import { ResourceLink } from '../shared/ResourceLink'
import styles from './Inspector.module.css'

/** `2 subnets, 1 workload`. */
function summary(kinds: readonly Kind[]): string {
  return [...new Set(kinds)]
    .map((kind) => {
      const count = kinds.filter((it) => it === kind).length
      const { term, plural } = definitionOf({ kind })
      return `${count} ${count === 1 ? term : plural}`
    })
    .join(', ')
}

/** Several things selected: what they are and what can be done with all of them. */
export function Many({ ids }: { readonly ids: readonly Id[] }) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const inDesign = useDesigner(design)
  const readOnly = useDesigner((state) => state.readOnly)
  const chosen = ids.flatMap((id) => inDesign.get(id) ?? [])
  return (
    <>
      <header className={styles.head}>
        <div className={styles.identity}>
          <div className={styles.who}>
            <h2>{chosen.length} selected</h2>
            <p>{summary(chosen.map((it) => it.kind))}</p>
          </div>
          <IconButton
            label="Show on the canvas"
            onClick={() => {
              canvas.zoomTo(ids)
            }}
          >
            <Crosshair />
          </IconButton>
          <IconButton
            label="Delete all of them"
            keys="Delete"
            disabled={readOnly}
            onClick={() => {
              requestRemoval(designer, ids)
            }}
          >
            <Trash2 />
          </IconButton>
        </div>
      </header>
      <ul className={styles.links}>
        {chosen.map((it) => (
          <li key={it.id}>
            <ResourceLink id={it.id} />
          </li>
        ))}
      </ul>
    </>
  )
}
