import { Handle, Position } from 'reactflow'
import type { Id } from '../kinds/resource'
import { startLink } from '../store/actions/link'
import { useDesignerStore } from '../store/react'
import styles from './LinkHandles.module.css'

const sides = [Position.Top, Position.Right, Position.Bottom, Position.Left]

/** Knobs on the four sides from which a link is drawn; the keyboard finds one of them after its node. */
export function LinkHandles({
  id,
  name,
  isVpc,
}: {
  readonly id: Id
  readonly name: string
  readonly isVpc: boolean
}) {
  const designer = useDesignerStore()
  return sides.map((side) => {
    const reachable = side === Position.Right
    return (
      <Handle
        key={side}
        id={side}
        type="source"
        position={side}
        className={styles.handle ?? ''}
        {...(reachable
          ? {
              role: 'button',
              tabIndex: -1,
              'data-of': id,
              'aria-label': isVpc
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
