import { definitionOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Resource } from '../kinds/resource'
import type { FindingCount } from '../store/selectors'

/** `2 findings, worst error`; empty where there are none. */
export function findingWords(findings: FindingCount | undefined): string {
  if (!findings) return ''
  const { count, worst } = findings
  const severity = { error: 'error', warn: 'warning', info: 'note' }[worst]
  return count === 1 ? `1 finding: ${severity}` : `${count} findings, worst: ${severity}`
}

/** What a screen reader says of a resource: kind, name, addresses, state, findings. */
export function labelOf(it: Resource, design: Design, findings?: FindingCount): string {
  const { term, look } = definitionOf(it)
  const captions = look.captions(it, design).filter((caption) => caption !== term)
  const badge = look.badge(it, design)
  const words = [`${term} ${it.name}`, ...captions, badge ?? '', findingWords(findings)]
  return words.filter((word) => word !== '').join(', ')
}
