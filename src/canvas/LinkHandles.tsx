import { Handle, Position } from 'reactflow'
import type { Id, Kind } from '../kinds/resource'
import { linkKindsFrom, startLink } from '../store/actions/link'
import { useDesigner, useDesignerStore } from '../store/react'
import styles from './LinkHandles.module.css'

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left]

/**
 * Knobs on the four sides from which a link is drawn; the keyboard finds one of them after its node.
 * What is small has a single knob, at its top. Lines need the others all the same: they end there.
 */
export function LinkHandles({
  id,
  name,
  kind,
  small = false,
}: {
  readonly id: Id
  readonly name: string
  readonly kind: Kind
  readonly small?: boolean
}) {
  const designer = useDesignerStore()
  const looking = useDesigner((state) => state.readOnly || state.view.presenting)
  const ends = useDesigner(({ document }) => {
    const it = document.resources[id]
    return it ? linkKindsFrom(it).length : 0
  })
  if (ends === 0) return null
  const reachableSide = small ? Position.Top : Position.Right
  return sides.map((side) => {
    const reachable = side === reachableSide && !looking
    const inert = looking || (small && !reachable)
    return (
      <Handle
        key={side}
        id={side}
        type="source"
        position={side}
        className={styles.handle ?? ''}
        isConnectable={!inert}
        {...(inert && { 'data-inert': true })}
        {...(reachable
          ? {
              role: 'button',
              tabIndex: -1,
              'data-of': id,
              'aria-label':
                kind === 'vpc'
                  ? `Peer ${name} with another VPC`
                  : `Link ${name} with another resource`,
            }
          : { 'aria-hidden': true })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          event.stopPropagation()
          startLink(designer, id)
        }}
      />
    )
  })
}
