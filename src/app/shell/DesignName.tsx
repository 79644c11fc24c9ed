import { useRef, useState } from 'react'
import { describeDesign } from '../../store/commands/details'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Hidden } from '../../ui/Hidden'
import styles from './TopBar.module.css'

/** The name of the design, edited in its place. Enter takes it, Escape gives the old one back. */
export function DesignName() {
  const designer = useDesignerStore()
  const name = useDesigner(({ document }) => document.name)
  const readOnly = useDesigner((state) => state.readOnly)
  const [typed, setTyped] = useState<string | null>(null)
  const given = useRef(false)
  const commit = () => {
    const wanted = typed?.trim() ?? ''
    if (!given.current && wanted !== '' && wanted !== name)
      designer.run(describeDesign, { name: wanted })
    given.current = false
    setTyped(null)
  }
  return (
    <span className={styles.name}>
      <h1>
        <Hidden>{name}</Hidden>
      </h1>
      {/* gives the field the width of its words */}
      <span aria-hidden>{typed ?? name}</span>
      <input
        aria-label="Name of the design"
        size={1}
        value={typed ?? name}
        maxLength={255}
        readOnly={readOnly}
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') given.current = true
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
        }}
      />
    </span>
  )
}
