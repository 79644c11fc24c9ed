import { definitionOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import type { Document } from '../model/document'
import type { FindingCount } from '../store/selectors'

/** `2 findings, worst error`; empty where there are none. */
export function findingWords(findings: FindingCount | null | undefined): string {
  if (!findings) return ''
  const { count, worst } = findings
  const severity = { error: 'error', warn: 'warning', info: 'note' }[worst]
  return count === 1 ? `1 finding: ${severity}` : `${count} findings, worst: ${severity}`
}

/** What a node says of how it is drawn: locked, collapsed, selected. */
export function drawnWords(
  { layout }: Pick<Document, 'layout'>,
  id: Id,
  selected: boolean,
  count: number,
): readonly string[] {
  const box = layout[id]
  return [
    ...(box?.collapsed ? [`collapsed, ${heldWords(count)}`] : []),
    ...(box?.locked ? ['locked'] : []),
    ...(selected ? ['selected'] : []),
  ]
}

/** `12 resources inside`. */
export function heldWords(count: number): string {
  return count === 0 ? 'empty' : `${count} ${count === 1 ? 'resource' : 'resources'} inside`
}

/** What a screen reader says of a resource: kind, name, addresses, state, findings. */
export function labelOf(it: Resource, design: Design, findings?: FindingCount | null): string {
  const { term, look } = definitionOf(it)
  const captions = look.captions(it, design).filter((caption) => caption !== term)
  const badge = look.badge(it, design)
  const words = [`${term} ${it.name}`, ...captions, badge ?? '', findingWords(findings)]
  return words.filter((word) => word !== '').join(', ')
}
