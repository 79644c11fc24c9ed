import { useMemo, useState } from 'react'
import type { Change, Comparison } from '../../import/merge'
import type { StackParameter } from '../../import/parameter'
import type { Id, Kind } from '../../kinds/resource'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ChangeGroup } from './ChangeGroup'
import type { Decision } from './importing'
import styles from './ImportReview.module.css'
import { comingOf } from './left-out'
import { ParameterLine } from './ParameterLine'

const types = [
  ['all', 'All'],
  ['new', 'New'],
  ['changed', 'Changed'],
  ['gone', 'Gone'],
] as const

/** What an import would change in the open design, to be looked at before anything is done. */
export function ImportReview({
  name,
  parameters,
  comparison: { changes, unchanged },
  open,
  decide,
  onCancel,
}: {
  readonly name: string
  readonly parameters: readonly StackParameter[]
  readonly comparison: Comparison
  readonly open: string
  readonly decide: (decision: Decision) => void
  readonly onCancel: () => void
}) {
  // what has nothing in common with the open design is most likely another one
  const isKnown = unchanged > 0 || changes.some(({ type }) => type !== 'new')
  const [into, setInto] = useState(isKnown)
  const [leftOut, setLeftOut] = useState<ReadonlySet<Id>>(
    () => new Set(changes.flatMap(({ id, usual }) => (usual ? [] : [id]))),
  )
  const [shown, setShown] = useState<'all' | Change['type']>('all')
  const [words, setWords] = useState('')
  const coming = useMemo(() => comingOf(changes, leftOut), [changes, leftOut])
  const groups = useMemo(() => groupsOf(changes, shown, words), [changes, shown, words])
  const choose = (ids: readonly Id[], isChosen: boolean) => {
    const next = new Set(leftOut)
    for (const id of ids) {
      if (isChosen) next.delete(id)
      else next.add(id)
    }
    setLeftOut(next)
  }
  const count = (type: (typeof types)[number][0]) =>
    type === 'all' ? changes.length : changes.filter((it) => it.type === type).length
  return (
    <Dialog
      open
      size="wide"
      onClose={onCancel}
      title={`Import ${name}`}
      description="Nothing is changed before you say so, and undo takes it back."
      actions={
        <>
          <Button size="large" onClick={onCancel}>
            Cancel
          </Button>
          <Button
            look="primary"
            size="large"
            disabled={into && coming.size === 0}
            onClick={() => {
              decide(into ? { type: 'into', chosen: [...coming] } : { type: 'apart' })
            }}
          >
            {into ? `Import ${coming.size} into this design` : 'Import as a new design'}
          </Button>
        </>
      }
    >
      <div className={styles.review}>
        <fieldset className={styles.where}>
          <legend>Where to</legend>
          <label>
            <input type="radio" name="where" checked={into} onChange={() => setInto(true)} />
            <span>
              Into this design, {open}
              <small>Positions, names that you changed and what you drew by hand stay.</small>
            </span>
          </label>
          <label>
            <input type="radio" name="where" checked={!into} onChange={() => setInto(false)} />
            <span>
              As a new design
              <small>This one stays as it is.</small>
            </span>
          </label>
        </fieldset>
        <ParameterLine parameters={parameters} onChange={() => decide({ type: 'change' })} />
        {into && (
          <>
            <div className={styles.filters}>
              <fieldset aria-label="Show" className={styles.types}>
                {types.map(([type, label]) => (
                  <Button
                    key={type}
                    size="small"
                    look="quiet"
                    aria-pressed={shown === type}
                    disabled={type !== 'all' && count(type) === 0}
                    onClick={() => {
                      setShown(type)
                    }}
                  >
                    {label} {count(type)}
                  </Button>
                ))}
              </fieldset>
              <input
                className={styles.search}
                type="search"
                aria-label="Filter by name, ID or field"
                placeholder="Filter by name, ID or field"
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            </div>
            <output className={styles.sum}>
              {changes.length === 0
                ? 'The design is as the files describe it: nothing to change.'
                : `${unchanged} unchanged and not listed.`}
            </output>
            {groups.map(([kind, list]) => (
              <ChangeGroup
                key={`${kind} ${shown}`}
                kind={kind}
                changes={list}
                coming={coming}
                leftOut={leftOut}
                isOpen={changes.length <= openUpTo || words !== ''}
                onChoose={choose}
              />
            ))}
            {groups.length === 0 && changes.length > 0 && (
              <p className={styles.sum}>Nothing here matches.</p>
            )}
          </>
        )}
      </div>
    </Dialog>
  )
}

/** With more changes than this the groups are closed at first. */
const openUpTo = 40

function groupsOf(
  changes: readonly Change[],
  shown: 'all' | Change['type'],
  words: string,
): readonly (readonly [Kind, readonly Change[]])[] {
  const sought = words.trim().toLowerCase()
  const groups = new Map<Kind, Change[]>()
  for (const change of changes) {
    const { kind, name, known, type, fields } = change
    const texts = [name, known ?? '', ...fields.map(({ field }) => field)]
    if (shown !== 'all' && shown !== type) continue
    if (sought && !texts.some((text) => text.toLowerCase().includes(sought))) continue
    const list = groups.get(kind)
    if (list) list.push(change)
    else groups.set(kind, [change])
  }
  return [...groups]
}
