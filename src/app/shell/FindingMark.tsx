import { useDesigner } from '../../store/react'
import { Badge } from '../../ui/Badge'
import { Hidden } from '../../ui/Hidden'

/** Over a thousand in few signs: a tab has little room. */
const brief = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 })

const tones = ['error', 'warn', 'info'] as const

/** How many findings there are, in the colour of the worst. */
export function FindingMark() {
  const findings = useDesigner(({ analysis }) => analysis?.findings)
  if (!findings || findings.length === 0) return null
  const worst = tones.find((tone) => findings.some(({ severity }) => severity === tone))
  return (
    <Badge tone={worst}>
      <span aria-hidden>{brief.format(findings.length)}</span>
      <Hidden>{`${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`}</Hidden>
    </Badge>
  )
}
