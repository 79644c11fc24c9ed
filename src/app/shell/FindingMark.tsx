import { useDesigner } from '../../store/react'
import { Badge } from '../../ui/Badge'
import { Hidden } from '../../ui/Hidden'

const tones = ['error', 'warn', 'info'] as const

/** How many findings there are, in the colour of the worst. */
export function FindingMark() {
  const findings = useDesigner(({ analysis }) => analysis?.findings)
  if (!findings || findings.length === 0) return null
  const worst = tones.find((tone) => findings.some(({ severity }) => severity === tone))
  return (
    <Badge tone={worst}>
      {findings.length}
      <Hidden>{findings.length === 1 ? ' finding' : ' findings'}</Hidden>
    </Badge>
  )
}
