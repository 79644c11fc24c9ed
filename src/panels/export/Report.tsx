import type { Finding } from '../../engine/answer'
import type { Export, Gap } from '../../export/report'
import { useDesigner } from '../../store/react'
import { Notice } from '../../ui/Notice'
import { FindingCard } from '../findings/FindingCard'
import { ResourceLink } from '../shared/ResourceLink'
import { blocking } from './blocking'
import styles from './ExportPanel.module.css'

const none: readonly Finding[] = []

/** What would stop the deployment, what the code leaves out or spells differently: told first. */
export function Report({ exported: { gaps, renamings } }: { readonly exported: Export }) {
  const findings = useDesigner(({ analysis }) => analysis?.findings ?? none)
  const stops = blocking(findings)
  return (
    <>
      {stops.length > 0 && (
        <section className={styles.stops} aria-label="What would make the deployment fail">
          <Notice tone="problem">
            <strong>
              {stops.length === 1
                ? 'AWS will refuse this as it is drawn'
                : `AWS will refuse ${stops.length} things as they are drawn`}
            </strong>
            <p>The code is exported all the same; its deployment would fail there.</p>
          </Notice>
          <ul className={styles.gaps}>
            {stops.map((finding) => (
              <li key={`${finding.id} ${finding.message}`}>
                <FindingCard finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {gaps.length > 0 && (
        <details className={styles.fold} open={gaps.length <= 3}>
          <summary>
            Not in the code, or refused by AWS <span className={styles.number}>{gaps.length}</span>
          </summary>
          <ul className={styles.gaps} aria-label="What the code leaves out">
            {gaps.map((gap) => (
              <li key={`${gap.resourceId ?? ''} ${gap.text}`}>
                <OneGap gap={gap} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {renamings.length > 0 && (
        <details className={styles.fold}>
          <summary>
            Spelt differently <span className={styles.number}>{renamings.length}</span>
          </summary>
          <ul className={styles.gaps} aria-label="What the code spells differently">
            {renamings.map(({ resourceId, what, from, to, why }) => (
              <li key={`${resourceId} ${what} ${from} ${to}`}>
                <ResourceLink id={resourceId} note={what} />
                <p>
                  “{from}” becomes “{to}”: {why}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function OneGap({ gap: { resourceId, text, remedy } }: { readonly gap: Gap }) {
  return (
    <>
      {resourceId && <ResourceLink id={resourceId} />}
      <p>{text}</p>
      <p className={styles.remedy}>{remedy}</p>
    </>
  )
}
