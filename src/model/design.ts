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

const lists = new WeakMap<Document['resources'], readonly Resource[]>()

/** The resources of a document in its own order. Written out once per document. */
export function resourcesIn({ resources }: Pick<Document, 'resources'>): readonly Resource[] {
  const known = lists.get(resources)
  if (known) return known
  const list = Object.values<Resource>(resources)
  lists.set(resources, list)
  return list
}

/** The ids that were sorted last, and where each of them goes: most edits leave all ids. */
let lately: { readonly ids: readonly Id[]; readonly order: readonly number[] } | null = null

function byIds(list: readonly Resource[]): readonly Resource[] {
  const isSame =
    lately?.ids.length === list.length && lately.ids.every((id, at) => id === list[at]?.id)
  if (!lately || !isSame) {
    const ids = list.map(({ id }) => id)
    const order = [...ids.keys()].sort((a, b) => ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1))
    lately = { ids, order }
  }
  return lately.order.map((at) => list[at] as Resource)
}

function buildDesign({ resources, accounts }: Pick<Document, 'resources' | 'accounts'>): Design {
  const byKind = new Map<Kind, Resource[]>()
  const byId: Readonly<Record<string, Resource>> = resources
  for (const resource of byIds(resourcesIn({ resources }))) {
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
