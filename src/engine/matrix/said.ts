import type { Id, Kind, Resource } from '../../kinds/resource'
import type { Network } from '../network'
import { templateOf, type Template } from './template'

/** Resources, each with what it says. */
export type Said = ReadonlyMap<Id, Template>

/** What decides over packets only where something else leads them to it. */
const bystanders: ReadonlySet<Kind> = new Set([
  'workload',
  'network-interface',
  'elastic-ip',
  'security-group',
  'target-group',
  'load-balancer',
  'eks-cluster',
  'eks-pods',
])

/**
 * What can have a part in where packets between these ends go. Between subnets that is all but
 * bystanders, and those bystanders that one of these names, with all that names them.
 */
export function saidIn({ design }: Network, ends: readonly Id[]): Said {
  const resources: readonly Resource[] = Object.values(design.resources)
  const isSubnetsOnly = ends.every((id) => design.get(id)?.kind === 'subnet')
  const said = new Map<Id, Template>()
  const naming = namesOfBystanders(resources)
  const open = resources
    .filter(({ kind }) => !isSubnetsOnly || !bystanders.has(kind))
    .map(({ id }) => id)
  for (let id = open.pop(); id; id = open.pop()) {
    const it = said.has(id) ? undefined : design.get(id)
    if (!it) continue
    const template = templateOf(it)
    said.set(id, template)
    for (const named of template.all) if (named.type === 'resource') open.push(named.id)
    if (bystanders.has(it.kind)) open.push(...(naming.get(id) ?? []))
  }
  return said
}

/** By what bystanders name, those that name it. */
function namesOfBystanders(resources: readonly Resource[]): ReadonlyMap<Id, readonly Id[]> {
  const naming = new Map<Id, Id[]>()
  for (const it of resources) {
    if (!bystanders.has(it.kind)) continue
    for (const named of templateOf(it).all) {
      if (named.type !== 'resource') continue
      const list = naming.get(named.id)
      if (list) list.push(it.id)
      else naming.set(named.id, [it.id])
    }
  }
  return naming
}
