import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Finding, Severity } from '../../engine/answer'
import { holderOf } from '../../kinds/packet'
import type { Id } from '../../kinds/resource'
import { useDesignerStore } from '../../store/react'
import { Button } from '../../ui/Button'
import { Hidden } from '../../ui/Hidden'
import { Repairs } from '../shared/Repairs'
import { ResourceLink } from '../shared/ResourceLink'
import styles from './Findings.module.css'

export const severityWords: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warn: 'Warning',
  info: 'Note',
}

const icons = { error: CircleAlert, warn: TriangleAlert, info: Info } as const

/** One finding: what is wrong, where, why AWS says so, and how to mend it. */
export function FindingCard({
  finding,
  about,
  onShow,
}: {
  readonly finding: Finding
  /** The resource whose panel this stands in; it is not linked again. */
  readonly about?: Id | undefined
  readonly onShow?: ((ids: readonly Id[]) => void) | undefined
}) {
  const designer = useDesignerStore()
  const Icon = icons[finding.severity]
  const others = finding.resources.filter((id) => id !== about)
  const [place] = finding.evidence
  const words = (
    <>
      <Hidden>{severityWords[finding.severity]}: </Hidden>
      {finding.message}
    </>
  )
  return (
    <article className={styles.card} data-severity={finding.severity}>
      <Icon aria-hidden className={styles.icon} />
      <div className={styles.body}>
        {onShow ? (
          <button
            type="button"
            className={styles.message}
            onClick={() => {
              onShow(finding.resources)
            }}
          >
            {words}
          </button>
        ) : (
          <p className={styles.message}>{words}</p>
        )}
        {others.length > 0 && (
          <ul className={styles.resources} aria-label="Concerns">
            {others.map((id) => (
              <li key={id}>
                <ResourceLink id={id} stay={about === undefined} />
              </li>
            ))}
          </ul>
        )}
        <Repairs repairs={finding.repairs} />
        <p className={styles.origin}>
          <span>{finding.id}</span>
          <span>{finding.rules.join(', ')}</span>
          <a href={finding.source} target="_blank" rel="noreferrer">
            AWS documentation
          </a>
          {place && (
            <Button
              look="link"
              onClick={() => {
                designer.inspect(holderOf(place), place)
              }}
            >
              Show the place
            </Button>
          )}
        </p>
      </div>
    </article>
  )
}
