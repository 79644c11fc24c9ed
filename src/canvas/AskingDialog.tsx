import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useRef, type ReactNode } from 'react'
import { called } from '../kinds/called'
import { capital } from '../kinds/contract'
import { definitionOf } from '../kinds/catalogue'
import type { Id, Kind, Resource } from '../kinds/resource'
import { designOf } from '../model/design'
import { drawLink, linkKindsFrom, linkRefusal } from '../store/actions/link'
import { removalQuestion, removeNow } from '../store/actions/remove'
import type { Rehoming } from '../store/asking'
import { rehomed } from '../store/commands/rehoming'
import type { Designer } from '../store/designer'
import { useDesigner, useDesignerStore } from '../store/react'
import styles from './AskingDialog.module.css'
import { moveHome } from './commit'
import { focusResource } from './focus'

/** Asks before something is done that takes more with it than it seems. */
export function AskingDialog() {
  const designer = useDesignerStore()
  const asking = useDesigner(({ view }) => view.asking)
  const drawn = useRef<Id | null>(null)
  const close = () => {
    designer.look({ asking: null })
  }
  return (
    <AlertDialog.Root
      open={asking !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup
          className={styles.popup}
          // a link that was just drawn is what the user goes on with
          finalFocus={() => {
            const link = drawn.current
            drawn.current = null
            if (link) focusResource(link)
            return link === null
          }}
        >
          {asking?.type === 'remove' && <Removal designer={designer} ids={asking.ids} />}
          {asking?.type === 'rehome' && <Rehome designer={designer} moves={asking.moves} />}
          {asking?.type === 'link' && (
            <LinkEnds
              designer={designer}
              from={asking.from}
              kind={asking.kind}
              onDrawn={(id) => {
                drawn.current = id
              }}
            />
          )}
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}

function Removal({ designer, ids }: { readonly designer: Designer; readonly ids: readonly Id[] }) {
  const names = ids.map((id) => designer.getState().document.resources[id]?.name ?? id)
  return (
    <Confirm
      designer={designer}
      title={names.length === 1 ? `Delete ${names[0]}?` : `Delete ${names.length} resources?`}
      words={removalQuestion(designer, ids)}
      list={[]}
      action="Delete"
      run={() => {
        removeNow(designer, ids)
      }}
    />
  )
}

function Rehome({
  designer,
  moves,
}: {
  readonly designer: Designer
  readonly moves: readonly Rehoming[]
}) {
  const design = designOf(designer.getState().document)
  const place = moves[0] && design.get(moves[0].to)
  const names = moves.map(({ id }) => design.get(id)?.name ?? id).join(', ')
  return (
    <Confirm
      designer={designer}
      title={`Move ${names} to ${place?.name ?? 'another container'}?`}
      words="The move breaks relations:"
      list={moves.flatMap(({ id, to }) => rehomed(design, id, to).breaks)}
      action="Move"
      run={() => {
        moveHome(designer, moves)
      }}
    />
  )
}

function Confirm({
  designer,
  title,
  words,
  list,
  action,
  run,
}: {
  readonly designer: Designer
  readonly title: string
  readonly words: string
  readonly list: readonly string[]
  readonly action: string
  readonly run: () => void
}) {
  return (
    <>
      <AlertDialog.Title className={styles.title}>{title}</AlertDialog.Title>
      <AlertDialog.Description className={styles.words}>{words}</AlertDialog.Description>
      {list.length > 0 && (
        <ul className={styles.list}>
          {list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Foot>
        <AlertDialog.Close className={styles.button}>Cancel</AlertDialog.Close>
        <AlertDialog.Close
          className={styles.main}
          onClick={() => {
            run()
            designer.look({ asking: null })
          }}
        >
          {action}
        </AlertDialog.Close>
      </Foot>
    </>
  )
}

/** Every other end that a link from here could have; refused ones say why. */
function LinkEnds({
  designer,
  from,
  kind,
  onDrawn,
}: {
  readonly designer: Designer
  readonly from: Id
  readonly kind: Kind | null
  readonly onDrawn: (id: Id | null) => void
}) {
  const design = designOf(designer.getState().document)
  const start = design.get(from)
  if (!start) return null
  const links = linkKindsFrom(start).filter((it) => kind === null || it.kind === kind)
  const found = links
    .map((link) => ({
      link,
      ends: link.others
        .flatMap((other): readonly Resource[] => design.all(other))
        .filter((it) => it.id !== from && link.placement.isEnd?.(it) !== false),
    }))
    .filter(({ ends }) => ends.length > 0)
  const others = found.flatMap(({ ends }): readonly Resource[] => ends)
  // one kind of link speaks in its own words; several share plain ones
  const words = (found.length === 1 ? found[0]?.link : links.length === 1 ? links[0] : null)?.words
  const missing = (links.length === 1 ? links : linkKindsFrom(start))
    .flatMap(({ others: kinds }) => kinds)
    .map((other) => `${other === start.kind ? 'other ' : ''}${definitionOf({ kind: other }).term}`)
  return (
    <>
      <AlertDialog.Title className={styles.title}>
        {words?.title(start.name) ?? `Connect ${start.name} to`}
      </AlertDialog.Title>
      <AlertDialog.Description className={styles.words}>
        {others.length === 0
          ? `There is no ${missing.join(' and no ')} in this design.`
          : (words?.note(start.name) ?? 'Choose what to join it with.')}
      </AlertDialog.Description>
      <ul className={styles.ends}>
        {others.map((other) => {
          const refusal = linkRefusal(start, other, design)
          return (
            <li key={other.id}>
              <AlertDialog.Close
                className={styles.end}
                disabled={refusal !== null && !refusal.drawable}
                onClick={() => {
                  designer.look({ asking: null })
                  onDrawn(drawLink(designer, from, other.id))
                }}
              >
                <strong>{capital(called(other))}</strong>
                <span>{definitionOf(other).look.captions(other, design).join(' · ')}</span>
                {refusal && (
                  <span className={styles.refusal}>
                    {refusal.reason}
                    {refusal.drawable && ' It would be drawn as failed.'}
                  </span>
                )}
              </AlertDialog.Close>
            </li>
          )
        })}
      </ul>
      <Foot>
        <AlertDialog.Close className={styles.button}>Cancel</AlertDialog.Close>
      </Foot>
    </>
  )
}

function Foot({ children }: { readonly children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>
}
