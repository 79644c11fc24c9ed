import type { Finding, Severity, Trace } from '../engine/answer'
import type { Design } from '../kinds/contract'
import type { Id, Kind, ResourceOf } from '../kinds/resource'
import { designOf } from '../model/design'
import { collidingBlock } from '../model/peering'
import type { DesignerState } from './designer'

/** The derived view of the document; one object per document. */
export const design = ({ document }: DesignerState): Design => designOf(document)

export const resourceById =
  <K extends Kind>(id: Id<K>) =>
  ({ document }: DesignerState) =>
    document.resources[id] as ResourceOf<K> | undefined

export const isSelected =
  (id: Id) =>
  ({ view }: DesignerState): boolean =>
    view.selection.includes(id)

export const trace = ({ analysis }: DesignerState): Trace | null => analysis?.trace ?? null

/** Where the packet and its reply really come by; nothing while no question is asked. */
export function pathIds(state: DesignerState): readonly Id[] {
  const found = trace(state)
  const hops = [...(found?.request.hops ?? []), ...(found?.reply?.hops ?? [])]
  return [...new Set(hops.flatMap(({ at, hypothetical }) => (hypothetical ? [] : [at])))]
}

/** How many findings a resource has, and how bad the worst one is. */
export interface FindingCount {
  readonly count: number
  readonly worst: Severity
}

const none: readonly Finding[] = []
const counts = new WeakMap<readonly Finding[], ReadonlyMap<Id, FindingCount>>()
const rank: Readonly<Record<Severity, number>> = { error: 2, warn: 1, info: 0 }

/** Findings by the resource they are about; the same map for the same analysis. */
export function findingCounts({ analysis }: DesignerState): ReadonlyMap<Id, FindingCount> {
  const findings = analysis?.findings ?? none
  const known = counts.get(findings)
  if (known) return known
  const made = new Map<Id, FindingCount>()
  for (const { resources, severity } of findings)
    for (const id of new Set(resources)) {
      const before = made.get(id)
      const worst = before && rank[before.worst] > rank[severity] ? before.worst : severity
      made.set(id, { count: (before?.count ?? 0) + 1, worst })
    }
  counts.set(findings, made)
  return made
}

export const findingCountOf =
  (id: Id) =>
  (state: DesignerState): FindingCount | undefined =>
    findingCounts(state).get(id)

/** The block of this VPC that collides over a link, one just refused before one that stands. */
export const collisionOf =
  (id: Id) =>
  ({ view, document }: DesignerState): string | null =>
    view.collision.find((it) => it.id === id)?.cidr ??
    collidingBlock(designOf(document), id as Id<'vpc'>) ??
    null
