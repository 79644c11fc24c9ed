import { useState } from 'react'
import type { Trace } from '../../engine/answer'
import { Section } from '../../ui/Section'
import { Repairs } from '../shared/Repairs'
import { Branches } from './Branches'
import { HopList } from './HopList'
import { VerdictCard } from './VerdictCard'
import styles from './Path.module.css'

/** The verdict, the ways to mend it, and the way of the packet hop by hop. */
export function Answer({ trace }: { readonly trace: Trace }) {
  const [label, setLabel] = useState<string | null>(null)
  const branch = trace.branches.find((it) => it.label === label) ?? trace
  const isKnown = branch.verdict !== 'not-modelled'
  const decides = branch === trace || branch.label === trace.label
  return (
    <>
      <VerdictCard trace={trace} />
      {trace.repairs.length > 0 && (
        <div className={styles.repairs}>
          <Repairs repairs={trace.repairs} heading="Ways to make it pass" />
        </div>
      )}
      {trace.branches.length > 1 && (
        <Branches trace={trace} chosen={decides ? trace.label : branch.label} onChoose={setLabel} />
      )}
      {branch.request.hops.length > 0 && (
        <Section title="Request" count={branch.request.hops.length}>
          <HopList leg="request" hops={branch.request.hops} lit={decides} isKnown={isKnown} />
        </Section>
      )}
      {branch.reply && branch.reply.hops.length > 0 && (
        <Section title="Reply" count={branch.reply.hops.length}>
          <HopList leg="reply" hops={branch.reply.hops} lit={decides} isKnown={isKnown} />
        </Section>
      )}
      {branch.request.delivered && branch.reply === null && (
        <p className={styles.aside}>No reply is followed.</p>
      )}
    </>
  )
}
