import { assertNever } from '../../base/invariant'
import type { Evidence, Hop } from '../../engine/answer'
import { definitionOf } from '../../kinds/catalogue'
import { capital } from '../../kinds/contract'
import { holderOf } from '../../kinds/packet'
import { useCanvasApi, useDesigner, useDesignerStore } from '../../store/react'
import { design } from '../../store/selectors'
import { AwsIcon } from '../../ui/AwsIcon'
import { Badge } from '../../ui/Badge'
import { Button } from '../../ui/Button'
import { isDrop, packetWords, rewritesOf } from './hop-words'
import styles from './Path.module.css'
import { Told } from './Told'

/** One component that the packet meets: what it decides and why. */
export function HopRow({
  hop,
  leg,
  index,
  lit,
  isKnown,
}: {
  readonly hop: Hop
  readonly leg: 'request' | 'reply'
  readonly index: number
  readonly lit: boolean
  /** Is a packet that ends here dropped for certain? Else nobody knows what becomes of it. */
  readonly isKnown: boolean
}) {
  const designer = useDesignerStore()
  const canvas = useCanvasApi()
  const inDesign = useDesigner(design)
  const current = useDesigner(
    ({ view }) => lit && view.hop?.leg === leg && view.hop.index === index,
  )
  const component = inDesign.get(hop.component)
  const icon = component ? definitionOf(component).look.icon(component, inDesign) : null
  const rewrites = rewritesOf(hop)
  // the component as a whole is no further reason: its name above leads there
  const because = hop.because?.type === 'resource' ? null : hop.because
  const drops = hop.decision === 'drops'
  return (
    <div
      className={styles.hop}
      data-current={current || undefined}
      data-drops={drops || undefined}
      data-unknown={(drops && !isKnown) || undefined}
    >
      <span className={styles.number} aria-hidden>
        {index + 1}
      </span>
      <div className={styles.hopBody}>
        <button
          type="button"
          className={styles.hopHead}
          data-hop
          aria-current={current ? 'step' : undefined}
          title={packetWords(hop.before)}
          onClick={() => {
            if (lit) designer.look({ hop: { leg, index } })
            designer.select([hop.at])
            canvas.centreOn(hop.at)
          }}
        >
          {icon && <AwsIcon name={icon} size={18} />}
          <span className={styles.hopName}>{hop.name}</span>
          <span className={styles.hopTerm}>{capital(hop.term)}</span>
        </button>
        <p className={styles.hopText}>
          <Told text={hop.text} say={hop.decision === 'sends'} />
        </p>
        {rewrites.map(({ what, from, to }) => (
          <p key={what} className={styles.rewrite}>
            {what}{' '}
            <span className={styles.mono}>
              <Told text={from} />
            </span>{' '}
            becomes{' '}
            <span className={styles.mono}>
              <Told text={to} say />
            </span>
          </p>
        ))}
        {(hop.code !== null || because !== null) && (
          <p className={styles.reason}>
            {hop.code !== null && (
              <Badge mono tone={!isDrop(hop) ? 'neutral' : isKnown ? 'blocked' : 'unmodelled'}>
                {hop.code}
              </Badge>
            )}
            {hop.related.map((code) => (
              <Badge key={code} mono>
                {code}
              </Badge>
            ))}
            {because !== null && <Because evidence={because} />}
          </p>
        )}
      </div>
    </div>
  )
}

/** The way to the very thing that decided. */
function Because({ evidence }: { readonly evidence: Evidence }) {
  const designer = useDesignerStore()
  const inDesign = useDesigner(design)
  const id = holderOf(evidence)
  const name = inDesign.get(id)?.name
  if (name === undefined) return null
  return (
    <Button
      look="link"
      onClick={() => {
        designer.inspect(id, evidence)
      }}
    >
      {becauseWords(evidence, name)}
    </Button>
  )
}

function becauseWords(evidence: Evidence, name: string): string {
  switch (evidence.type) {
    case 'route':
      return `Open route ${evidence.destination} in ${name}`
    case 'rule':
      return `Open ${evidence.direction === 'ingress' ? 'inbound' : 'outbound'} ${evidence.rule} in ${name}`
    case 'transit-gateway-route':
      return `Open route ${evidence.destination} in ${name}`
    case 'network-acl-entry':
      return evidence.ruleNumber === null
        ? `Open ${name}, whose last rule denies`
        : `Open ${evidence.direction === 'ingress' ? 'inbound' : 'outbound'} rule ${evidence.ruleNumber} in ${name}`
    case 'listener':
      return `Open listener ${evidence.port} of ${name}`
    case 'missing':
      return `Open ${name}, where it is missing`
    case 'field':
    case 'resource':
      return `Open ${name}`
    default:
      return assertNever(evidence)
  }
}
