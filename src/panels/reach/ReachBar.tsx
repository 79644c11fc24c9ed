import { ArrowLeftRight, X } from 'lucide-react'
import { useEffect } from 'react'
import { askReach, clearReach } from '../../store/actions/reach'
import type { ReachQuery } from '../../store/reach'
import { reachedNow } from '../../store/reach'
import { designOf } from '../../model/design'
import { useDesigner, useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Kbd } from '../../ui/Kbd'
import { PacketFields } from '../path/PacketFields'
import styles from './Reach.module.css'
import { useReach } from './useReach'
import { partWordsOf, shareWords, titleOf, toldOf, toldWords } from './words'

/** Over the canvas: of whom it shows what is reached, how much that is, and the way out. */
export function ReachBar() {
  const query = useDesigner(({ view }) => view.reach)
  return query && <Bar query={query} />
}

function Bar({ query }: { readonly query: ReachQuery }) {
  const designer = useDesignerStore()
  const name = useDesigner(({ document }) => document.resources[query.id]?.name ?? '')
  const { isCurrent, failure } = useReach(query)
  const reached = useDesigner(reachedNow)
  const told = reached && toldOf(reached.verdicts, designOf(reached.document))
  const title = titleOf(name, query.way)
  const said = told && isCurrent ? toldWords(name, query.way, query.traffic, told) : null
  useEffect(() => {
    if (said) designer.announce(said)
  }, [designer, said])
  return (
    <section className={styles.bar} aria-label={title}>
      <header className={styles.head}>
        <h2 className={styles.title} title={title}>
          {title}
        </h2>
        <Button
          size="small"
          icon={<ArrowLeftRight />}
          onClick={() => {
            askReach(designer, query.id, query.way === 'from' ? 'to' : 'from')
          }}
        >
          {query.way === 'from' ? 'What can reach it' : 'What it can reach'}
        </Button>
        <Button
          size="small"
          icon={<X />}
          onClick={() => {
            clearReach(designer)
          }}
        >
          Clear <Kbd keys="Esc" />
        </Button>
      </header>
      <div className={styles.row}>
        <PacketFields
          packet={query.traffic}
          onChange={(traffic) => {
            designer.look({ reach: { ...query, traffic } })
          }}
        />
        {failure !== null ? (
          <p className={styles.told}>It could not be judged: {failure}.</p>
        ) : told ? (
          <ul className={styles.told} aria-busy={!isCurrent} data-old={!isCurrent || undefined}>
            {told.shares.map((share) => (
              <li key={share.noun}>
                {share.reached > 0 && (
                  <span className={styles.sign} data-reach="reachable" aria-hidden>
                    ✓
                  </span>
                )}
                {shareWords(share)}
              </li>
            ))}
            {told.shares.length === 0 && <li>There is nothing else to reach.</li>}
            {told.partly > 0 && (
              <li>
                <span className={styles.sign} data-reach="partly" aria-hidden>
                  ◐
                </span>
                {partWordsOf(told.partly, query.way)}
              </li>
            )}
            {told.unmodelled > 0 && (
              <li>
                <span className={styles.sign} data-reach="not-modelled" aria-hidden>
                  ?
                </span>
                {told.unmodelled} not modelled
              </li>
            )}
            {told.blocked > 0 && <li className={styles.blocked}>{told.blocked} blocked, dimmed</li>}
          </ul>
        ) : (
          <p className={styles.told}>Judging every end…</p>
        )}
      </div>
    </section>
  )
}
