import type { Finding } from '../../engine/answer'
import type { Id } from '../../kinds/resource'
import { useDesigner } from '../../store/react'
import { FindingCard } from '../findings/FindingCard'
import styles from './Inspector.module.css'

const none: readonly Finding[] = []

/** What is wrong with this resource, mended in place. */
export function OwnFindings({ id }: { readonly id: Id }) {
  const findings = useDesigner(({ analysis }) => analysis?.findings ?? none)
  const own = findings.filter((it) => it.resources.includes(id))
  if (own.length === 0) return null
  return (
    <section className={styles.findings} aria-label="Findings of this resource">
      {own.map((finding) => (
        <FindingCard key={`${finding.id} ${finding.message}`} finding={finding} about={id} />
      ))}
    </section>
  )
}
