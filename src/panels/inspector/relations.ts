import { definitionOf, linksOf } from '../../kinds/catalogue'
import { capital, type Design } from '../../kinds/contract'
import type { Id, Resource } from '../../kinds/resource'
import { subnetsServedBy } from '../../model/internet-access'

/** Resources that stand in one relation to another, under a heading. */
export interface Relation {
  readonly title: string
  readonly items: readonly { readonly id: Id; readonly note?: string }[]
}

/** What lies in a resource, what joins it and what uses it: from the links of all kinds. */
export function relationsOf(resource: Resource, design: Design): readonly Relation[] {
  const grouped = new Map<string, Relation['items']>()
  const file = (title: string, item: Relation['items'][number]) => {
    const before = grouped.get(title) ?? []
    if (!before.some((it) => it.id === item.id)) grouped.set(title, [...before, item])
  }
  for (const other of Object.values(design.resources)) {
    const heading = capital(definitionOf(other).plural)
    for (const link of linksOf(other)) {
      if (link.to !== resource.id) continue
      file(link.relation === 'uses' ? `Used by ${definitionOf(other).plural}` : heading, {
        id: other.id,
      })
    }
  }
  if (resource.kind === 'route-table')
    for (const subnet of subnetsServedBy(design, resource.id))
      if (subnet.routeTableId === null)
        file('Used by subnets', { id: subnet.id, note: 'as the main table' })
  const nameOf = (id: Id) => design.get(id)?.name ?? id
  const byName = (one: { readonly id: Id }, other: { readonly id: Id }) =>
    nameOf(one.id).localeCompare(nameOf(other.id), 'en', { numeric: true })
  return [...grouped]
    .map(([name, items]) => ({ title: name, items: [...items].sort(byName) }))
    .sort((one, other) => rank(one.title) - rank(other.title))
}

/** What it holds first, then what uses it. */
function rank(title: string): number {
  return title.startsWith('Used by') ? 1 : 0
}
