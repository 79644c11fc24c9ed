import { useId, type DragEvent, type MouseEvent } from 'react'
import { definitionOf } from '../../kinds/catalogue'
import type { Id } from '../../kinds/resource'
import { designOf } from '../../model/design'
import { marginsOf } from '../../model/layout'
import { startLink } from '../../store/actions/link'
import { place } from '../../store/actions/place'
import type { Designer } from '../../store/designer'
import { kindOfPlaced, placedFormat } from '../../store/placed'
import { useDesignerStore } from '../../store/react'
import { AwsIcon } from '../../ui/AwsIcon'
import { Tooltip } from '../../ui/Tooltip'
import { placeFor, type Offer } from './offers'
import styles from './Palette.module.css'

/** From the keyboard: places at once where something is chosen that takes it. */
function placeAtOnce(designer: Designer, { placed }: Offer): boolean {
  const { document, view } = designer.getState()
  const design = designOf(document)
  const { placement } = definitionOf({ kind: kindOfPlaced(placed) })
  const [chosen] = view.selection
  // what waited for a click on the canvas waits no longer
  if (view.placing !== null) designer.look({ placing: null })
  const put = (on: readonly Id[], at: { readonly x: number; readonly y: number }) => {
    const id = place(designer, placed, { on, at })
    // the keyboard does not say where: nobody should have to look for it
    if (id) designer.show({ type: 'reveal', id })
  }
  if (placement.type === 'canvas') {
    put([], { x: 0, y: 0 })
    return true
  }
  if (placement.type === 'between') {
    const end = chosen ? design.get(chosen) : undefined
    if (!end || !placement.ends.flat().includes(end.kind)) return false
    startLink(designer, end.id, kindOfPlaced(placed))
    return true
  }
  const on = placeFor(placed, chosen, design)
  const host = on && design.get(on)
  if (!host) return false
  const { side, top } = marginsOf(host)
  put([host.id], { x: side, y: top })
  return true
}

/** One thing to draw: drag it, or click it and then the canvas. */
export function PaletteItem({
  offer,
  active,
  refusal,
}: {
  readonly offer: Offer
  /** Does it wait for a click on the canvas? */
  readonly active: boolean
  /** Why it cannot be placed now. */
  readonly refusal: string | null
}) {
  const designer = useDesignerStore()
  const reasonId = useId()
  const start = (event: DragEvent) => {
    if (refusal !== null) {
      event.preventDefault()
      return
    }
    event.dataTransfer.setData(placedFormat, offer.placed)
    event.dataTransfer.effectAllowed = 'copy'
  }
  const choose = (event: MouseEvent) => {
    if (refusal !== null) {
      designer.notify(refusal, 'problem')
      return
    }
    if (active) {
      designer.look({ placing: null })
      return
    }
    // a click that no pointer made comes from Enter or Space
    if (event.detail === 0 && placeAtOnce(designer, offer)) return
    designer.look({ placing: offer.placed })
    designer.announce(`${offer.label}: choose where it goes. Escape cancels.`)
  }
  return (
    <Tooltip text={refusal ?? offer.about} side="right">
      <button
        type="button"
        className={styles.item}
        draggable={refusal === null}
        aria-disabled={refusal !== null || undefined}
        aria-pressed={active}
        aria-describedby={reasonId}
        onDragStart={start}
        onClick={choose}
      >
        <AwsIcon name={offer.icon} size={24} />
        <span className={styles.label}>{offer.label}</span>
        <span id={reasonId} hidden>
          {refusal ?? offer.about}
        </span>
      </button>
    </Tooltip>
  )
}
