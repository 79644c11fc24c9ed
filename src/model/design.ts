import type { Design } from '../kinds/contract'
import type { Id, Kind, Resource, ResourceOf } from '../kinds/resource'
import type { Document } from './document'

const designs = new WeakMap<Document['resources'], Design>()

/** The derived view of a document that kinds, canvas and panels ask. Built once per document. */
export function designOf(document: Pick<Document, 'resources' | 'accounts'>): Design {
  const known = designs.get(document.resources)
  if (known && known.accounts === document.accounts) return known
  const design = buildDesign(document)
  designs.set(document.resources, design)
  return design
}

function buildDesign({ resources, accounts }: Pick<Document, 'resources' | 'accounts'>): Design {
  const byKind = new Map<Kind, Resource[]>()
  const byId: Readonly<Record<string, Resource>> = resources
  for (const id of Object.keys(resources).sort()) {
    const resource = byId[id]
    if (!resource) continue
    const list = byKind.get(resource.kind)
    if (list) list.push(resource)
    else byKind.set(resource.kind, [resource])
  }
  const get = <K extends Kind>(id: Id<K>) => byId[id] as ResourceOf<K> | undefined
  const all = <K extends Kind>(kind: K) =>
    (byKind.get(kind) ?? []) as unknown as readonly ResourceOf<K>[]
  const mainTables = new Map(
    all('route-table')
      .filter((table) => table.main)
      .map((table) => [table.vpcId, table]),
  )
  const routeTableOf = (subnetId: Id<'subnet'>) => {
    const subnet = get(subnetId)
    if (!subnet) return undefined
    return subnet.routeTableId ? get(subnet.routeTableId) : mainTables.get(subnet.vpcId)
  }
  const leadsToInternetGateway = ({ target }: { readonly target: Id | null }) => {
    const gateway = target && byId[target]
    return gateway?.kind === 'internet-gateway' && gateway.attachmentState === 'attached'
  }
  return {
    resources: byId,
    accounts,
    get,
    all,
    routeTableOf,
    isPublicSubnet: (subnetId) =>
      Object.values(routeTableOf(subnetId)?.routes ?? {}).some(leadsToInternetGateway),
  }
}
