import { useEffect, useRef, useState } from 'react'
import type { Change } from '../../import/merge'
import { definitionOf } from '../../kinds/catalogue'
import { capital } from '../../kinds/contract'
import type { Id, Kind } from '../../kinds/resource'
import { Button } from '../../ui/Button'
import styles from './ImportReview.module.css'

const words = { new: 'New', changed: 'Changed', gone: 'Gone' } as const

/** Rows drawn at first; more come when they are asked for. */
const rowsAtFirst = 50

/** What becomes of the resources of one kind, each to be left out. */
export function ChangeGroup({
  kind,
  changes,
  coming,
  leftOut,
  isOpen,
  onChoose,
}: {
  readonly kind: Kind
  readonly changes: readonly Change[]
  readonly coming: ReadonlySet<Id>
  readonly leftOut: ReadonlySet<Id>
  readonly isOpen: boolean
  readonly onChoose: (ids: readonly Id[], isChosen: boolean) => void
}) {
  const [rows, setRows] = useState(rowsAtFirst)
  const [unfolded, setUnfolded] = useState<boolean | null>(null)
  const shown = unfolded ?? isOpen
  const { term, plural } = definitionOf({ kind })
  const title = capital(changes.length === 1 ? term : plural)
  const chosen = changes.filter(({ id }) => coming.has(id)).length
  const all = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (all.current) all.current.indeterminate = chosen > 0 && chosen < changes.length
  }, [chosen, changes.length])
  return (
    <section className={styles.group} aria-label={title}>
      <header>
        <input
          ref={all}
          type="checkbox"
          aria-label={`All ${plural}`}
          checked={chosen === changes.length}
          onChange={(event) => {
            onChoose(
              changes.map(({ id }) => id),
              event.target.checked,
            )
          }}
        />
        <Button
          look="link"
          aria-expanded={shown}
          onClick={() => {
            setUnfolded(!shown)
          }}
        >
          {title}
        </Button>
        <span className={styles.number}>
          {chosen} of {changes.length}
        </span>
      </header>
      {shown && (
        <ul>
          {changes.slice(0, rows).map((change) => (
            <Row
              key={change.id}
              change={change}
              isComing={coming.has(change.id)}
              isLeftOut={leftOut.has(change.id)}
              onChoose={onChoose}
            />
          ))}
        </ul>
      )}
      {shown && changes.length > rows && (
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            setRows(rows + 10 * rowsAtFirst)
          }}
        >
          Show more of {changes.length}
        </Button>
      )}
    </section>
  )
}

function Row({
  change: { id, name, known, type, fields },
  isComing,
  isLeftOut,
  onChoose,
}: {
  readonly change: Change
  readonly isComing: boolean
  readonly isLeftOut: boolean
  readonly onChoose: (ids: readonly Id[], isChosen: boolean) => void
}) {
  const lacks = !isComing && !isLeftOut
  return (
    <li data-type={type}>
      <label>
        <input
          type="checkbox"
          checked={isComing}
          disabled={lacks}
          onChange={(event) => {
            onChoose([id], event.target.checked)
          }}
        />
        <span className={styles.type}>{words[type]}</span>
        <span className={styles.name}>{name}</span>
        {known !== null && known !== name && <code>{known}</code>}
      </label>
      {type === 'gone' && (
        <p className={styles.hint}>
          No longer described. {isComing ? 'It is removed.' : 'It stays unless you check it.'}
        </p>
      )}
      {lacks && <p className={styles.hint}>It needs something that is left out.</p>}
      {fields.length > 0 && (
        <dl className={styles.fields}>
          {fields.map(({ field, from, to }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <del>{from ?? 'none'}</del> → <ins>{to ?? 'none'}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}
