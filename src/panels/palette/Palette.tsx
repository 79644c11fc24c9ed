import { Search } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useDesigner } from '../../store/react'
import { design } from '../../store/selectors'
import { drawersOf, whyNot } from './offers'
import { PaletteItem } from './PaletteItem'
import styles from './Palette.module.css'

/** Everything that can be drawn, by drawer: dragged, clicked into place, or found by typing. */
export function Palette() {
  const [search, setSearch] = useState('')
  const inDesign = useDesigner(design)
  const placing = useDesigner(({ view }) => view.placing)
  const readOnly = useDesigner((state) => state.readOnly)
  const list = useRef<HTMLDivElement>(null)
  const drawers = drawersOf(search)

  const walk = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const items = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = items.findIndex((it) => it === document.activeElement)
    const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }

  return (
    // the arrow keys only move the focus between the buttons inside
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.palette} onKeyDown={walk}>
      <label className={styles.search}>
        <Search aria-hidden />
        <input
          type="search"
          aria-label="Search the palette"
          placeholder="Search"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value)
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && search !== '') {
              event.stopPropagation()
              setSearch('')
            }
          }}
        />
      </label>
      <div ref={list} className={styles.drawers}>
        {drawers.map(({ drawer, offers }) => (
          <section key={drawer} aria-label={drawer}>
            <h2>{drawer}</h2>
            <ul>
              {offers.map((offer) => (
                <li key={offer.placed}>
                  <PaletteItem
                    offer={offer}
                    active={placing === offer.placed}
                    refusal={
                      readOnly
                        ? 'This page only looks at the design.'
                        : whyNot(offer.placed, inDesign)
                    }
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
        {drawers.length === 0 && <p className={styles.none}>Nothing is called that.</p>}
      </div>
    </div>
  )
}
