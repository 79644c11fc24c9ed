import { CircleAlert, CircleCheck, Info, LoaderCircle, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Finding, Severity } from '../../engine/answer'
import type { Id } from '../../kinds/resource'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { EmptyState } from '../../ui/EmptyState'
import { Notice } from '../../ui/Notice'
import { Section } from '../../ui/Section'
import { Panel } from '../shared/Panel'
import { FindingCard } from './FindingCard'
import styles from './Findings.module.css'

const none: readonly Finding[] = []

const groups = [
  { severity: 'error', title: 'Errors', one: 'error', Icon: CircleAlert },
  { severity: 'warn', title: 'Warnings', one: 'warning', Icon: TriangleAlert },
  { severity: 'info', title: 'Notes', one: 'note', Icon: Info },
] as const

/** Everything that is wrong or risky in the design. */
export function FindingsPanel({ onShow }: { readonly onShow?: (ids: readonly Id[]) => void }) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const findings = useDesigner(({ analysis }) => analysis?.findings ?? none)
  const waiting = useDesigner(({ analysis }) => analysis === null)
  const failure = useDesigner((state) => state.analysisFailure)
  const empty = useDesigner(({ document }) => Object.keys(document.resources).length === 0)
  const [hidden, setHidden] = useState<readonly Severity[]>([])
  const show = (ids: readonly Id[]) => {
    designer.select(ids)
    if (onShow) onShow(ids)
    else canvas.zoomTo(ids)
  }
  const count = (severity: Severity) => findings.filter((it) => it.severity === severity).length
  return (
    <Panel title="Findings">
      {failure !== null && (
        <Notice tone="problem">The analysis failed: {failure}. What is shown may be old.</Notice>
      )}
      {findings.length > 0 && (
        <fieldset className={styles.filters} aria-label="Shown severities">
          {groups
            .filter((it) => count(it.severity) > 0)
            .map(({ severity, title, one, Icon }) => (
              <button
                key={severity}
                type="button"
                className={styles.filter}
                data-severity={severity}
                aria-pressed={!hidden.includes(severity)}
                onClick={() => {
                  setHidden((before) =>
                    before.includes(severity)
                      ? before.filter((it) => it !== severity)
                      : [...before, severity],
                  )
                }}
              >
                <Icon aria-hidden />
                <span className={styles.count}>{count(severity)}</span>
                {count(severity) === 1 ? one : title.toLowerCase()}
              </button>
            ))}
        </fieldset>
      )}
      {groups.map(({ severity, title }) => {
        const shown = findings.filter((it) => it.severity === severity)
        if (shown.length === 0 || hidden.includes(severity)) return null
        return (
          <Section key={severity} title={title} count={shown.length}>
            <div className={styles.list}>
              {shown.map((finding) => (
                <FindingCard
                  key={`${finding.id} ${finding.message}`}
                  finding={finding}
                  onShow={show}
                />
              ))}
            </div>
          </Section>
        )
      })}
      {findings.length === 0 &&
        failure === null &&
        (waiting ? (
          <EmptyState icon={<LoaderCircle />} title="Looking at the design" />
        ) : (
          <EmptyState icon={<CircleCheck />} title={empty ? 'Nothing drawn yet' : 'Nothing found'}>
            {empty
              ? 'What is wrong or risky in the design is listed here as you draw.'
              : 'None of the rules that are checked finds fault with this design.'}
          </EmptyState>
        ))}
      <p className={styles.scope}>
        Checked: address blocks of both families, routes, gateways, peering connections, transit
        gateways, VPN and Direct Connect, load balancers, endpoints, security groups, network ACLs
        and the quotas of networks. Not checked: DNS records, IAM and costs.
      </p>
    </Panel>
  )
}
