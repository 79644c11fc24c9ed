import type { Trace } from '../../engine/answer'
import { Badge } from '../../ui/Badge'
import { Section } from '../../ui/Section'
import { toneOf } from './verdicts'
import styles from './Path.module.css'

const words = { reachable: 'passes', 'not-reachable': 'blocked', 'not-modelled': 'not modelled' }

/** Where the way splits: each pair of interfaces with its own verdict. */
export function Branches({
  trace,
  chosen,
  onChoose,
}: {
  readonly trace: Trace
  readonly chosen: string
  readonly onChoose: (label: string) => void
}) {
  return (
    <Section title="Branches" count={trace.branches.length}>
      <ul className={styles.branches}>
        {trace.branches.map((branch) => (
          <li key={branch.label}>
            <button
              type="button"
              className={styles.branch}
              aria-pressed={branch.label === chosen}
              onClick={() => {
                onChoose(branch.label)
              }}
            >
              <span>{branch.label}</span>
              <Badge tone={toneOf[branch.verdict]}>{words[branch.verdict]}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
