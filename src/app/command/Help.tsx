import { useRef, useState } from 'react'
import { Dialog } from '../../ui/Dialog'
import { Kbd } from '../../ui/Kbd'
import control from '../../ui/Control.module.css'
import { actions } from '../actions/actions'
import { spelt } from '../keys'
import { hide } from '../overlay'
import styles from './Help.module.css'

/** What the mouse and the canvas's own keys do; actions tell their keys themselves. */
const gestures: readonly (readonly [what: string, keys: readonly string[]])[] = [
  ['Pan', ['Space', 'middle mouse button', 'two fingers']],
  ['Zoom at the pointer', ['Mod+wheel', 'pinch']],
  ['Walk to the next resource', ['←', '↑', '→', '↓']],
  ['Walk in reading order, buttons and links too', ['.', ',']],
  ['Walk to the first or the last resource', ['Home', 'End']],
  ['Follow a link to what is at its other end', ['Alt+←', 'Alt+↑', 'Alt+→', 'Alt+↓']],
  ['Select what has the focus, or let go of it', ['Space']],
  ['Add to the selection', ['Shift+Space', 'Shift+click']],
  ['Move the selection by one grid step', ['←', '↑', '→', '↓']],
  ['Move the selection by five grid steps', ['Shift+←', 'Shift+↑', 'Shift+→', 'Shift+↓']],
  ['Open the inspector for what has the focus', ['Enter', 'double-click']],
  ['Draw a link from a handle that has the focus', ['Enter']],
  ['Menu of a resource or of the canvas', ['right-click', 'Shift+F10']],
  ['Keep a drag off the grid', ['Mod']],
  ['Step through the hops while presenting', ['←', '→']],
  ['Laser pointer while presenting', ['L']],
]

const rows = [
  ...actions
    .filter(({ keys }) => keys.length > 0)
    .map(({ label, group, keys }) => {
      // the number pad does the same and need not be listed
      const shown = keys.filter((it) => !it.includes('Numpad'))
      return { label, group, keys: shown.map(spelt) }
    }),
  ...gestures.map(([label, keys]) => ({ label, group: 'Canvas' as const, keys })),
]
const groups = [...new Set(rows.map(({ group }) => group))]

/** Every key, searchable. */
export function Help() {
  const [typed, setTyped] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const wanted = typed.trim().toLocaleLowerCase()
  const fits = (row: (typeof rows)[number]) =>
    `${row.label} ${row.group} ${row.keys.join(' ')}`.toLocaleLowerCase().includes(wanted)
  const shown = rows.filter(fits)
  return (
    <Dialog open size="wide" onClose={hide} title="Keys and gestures" initialFocus={field}>
      <input
        ref={field}
        type="search"
        className={control.input}
        aria-label="Search the keys"
        placeholder="Search"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
        }}
      />
      <div className={styles.groups}>
        {shown.length === 0 && <p>No key does that.</p>}
        {groups
          .filter((group) => shown.some((row) => row.group === group))
          .map((group) => (
            <section key={group} className={styles.group} aria-label={group}>
              <h3>{group}</h3>
              <dl>
                {shown
                  .filter((row) => row.group === group)
                  .map(({ label, keys }) => (
                    <div key={label} className={styles.row}>
                      <dt>{label}</dt>
                      <dd>
                        {keys.slice(0, 4).map((key) => (
                          <Kbd key={key} keys={key} />
                        ))}
                      </dd>
                    </div>
                  ))}
              </dl>
            </section>
          ))}
      </div>
    </Dialog>
  )
}
