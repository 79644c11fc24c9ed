import { called } from '../kinds/called'
import { capital } from '../kinds/contract'
import type { Id } from '../kinds/resource'
import type { Document } from '../model/document'
import { removalOf } from '../model/removal'
import { inOrder } from './collect'
import type { Gap } from './report'

/** What runs in a network, and whose network interfaces the code would make. */
const kinds: readonly string[] = ['workload', 'eks-cluster', 'eks-pods']

/**
 * The design without its workloads, for who wants the network alone: what lies in one goes along,
 * and what names one lets go of it. Every one of them is a gap.
 */
export function withoutWorkloads(document: Document): {
  readonly document: Document
  readonly gaps: readonly Gap[]
} {
  const workloads = Object.values(document.resources).filter(({ kind }) => kinds.includes(kind))
  const { doomed, changed } = removalOf(
    document,
    workloads.map(({ id }) => id),
  )
  const gone = new Set<Id>(doomed)
  const changes = new Map(changed.map((it) => [it.id, it]))
  const entries = Object.values(document.resources)
    .filter(({ id }) => !gone.has(id))
    .map((it) => [it.id, changes.get(it.id) ?? it] as const)
  return {
    document: { ...document, resources: Object.fromEntries(entries) },
    gaps: inOrder(Object.values(document.resources).filter(({ id }) => gone.has(id))).map((it) => ({
      resourceId: it.id,
      text: `${capital(called(it))} is left out, as the export was asked for the network without workloads; routes, rules and target groups let go of it.`,
      remedy: 'Export with workloads to have its network side.',
    })),
  }
}
