import type { Export, Gap } from '../../export/report'
import { Notice } from '../../ui/Notice'
import { ResourceLink } from '../shared/ResourceLink'
import styles from './ExportPanel.module.css'

/** What the code leaves out or spells differently, told before it is taken. */
export function Report({ exported: { gaps, renamings } }: { readonly exported: Export }) {
  return (
    <>
      {gaps.length > 0 && (
        <div className={styles.report}>
          <Notice tone="warn">
            <strong>Not in the code, or refused by AWS</strong>
            <ul className={styles.gaps} aria-label="What the code leaves out">
              {gaps.map((gap) => (
                <li key={`${gap.resourceId ?? ''} ${gap.text}`}>
                  <OneGap gap={gap} />
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {renamings.length > 0 && (
        <div className={styles.report}>
          <Notice>
            <strong>Spelt differently</strong>
            <ul className={styles.gaps} aria-label="What the code spells differently">
              {renamings.map(({ resourceId, what, from, to, why }) => (
                <li key={`${resourceId} ${what}`}>
                  <ResourceLink id={resourceId} note={what} />
                  <p>
                    “{from}” becomes “{to}”: {why}
                  </p>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
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
