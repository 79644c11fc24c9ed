import { definitionOf } from '../../kinds/catalogue'
import type { Id } from '../../kinds/resource'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { design, resourceById } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import styles from './ResourceLink.module.css'

/** A resource by icon and name; a click selects it, shows it in the inspector and on the canvas. */
export function ResourceLink({
  id,
  note,
  stay = false,
}: {
  readonly id: Id
  /** Said after the name: what it has to do with what is shown. */
  readonly note?: string | undefined
  /** Stays in this panel: selects and shows it on the canvas only. */
  readonly stay?: boolean
}) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const resource = useDesigner(resourceById(id))
  const inDesign = useDesigner(design)
  if (!resource) return <span className={styles.gone}>gone</span>
  const { term, look } = definitionOf(resource)
  return (
    <button
      type="button"
      className={styles.link}
      title={`Show ${term} ${resource.name}`}
      onClick={() => {
        if (stay) {
          designer.select([id])
          canvas.zoomTo([id])
        } else {
          designer.inspect(id)
          canvas.centreOn(id)
        }
      }}
    >
      <AwsIcon name={look.icon(resource, inDesign)} size={16} />
      <span className={styles.name}>{resource.name}</span>
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </button>
  )
}
