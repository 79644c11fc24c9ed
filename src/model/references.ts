import { kindOf } from '../base/id'
import { linksOf } from '../kinds/catalogue'
import type { Link } from '../kinds/contract'
import type { Id, Resource } from '../kinds/resource'
import { designOf } from './design'
import type { Document } from './document'
import type { Position, Problem } from './problem'

type Where = (path: readonly (string | number)[]) => Position | null

/**
 * What in this document names something that cannot be named: a resource that is not there, one
 * of another VPC. `known` are the ids the file holds, read or not, so that one
 * bad resource is not reported again by everyone who names it.
 */
export function referenceProblems(
  document: Document,
  known: ReadonlySet<string>,
  where: Where,
): readonly Problem[] {
  const resources = Object.values(document.resources)
  return [
    ...resources.flatMap((it) => dangling(it, known, where)),
    ...resources.flatMap((it) => foreign(it, document, where)),
    ...severalMainTables(document, where),
    ...accounts(document, where),
    ...Object.keys(document.layout)
      .filter((id) => !known.has(id))
      .map((id): Problem => ({ code: 'layout/unknown', at: where(['layout', id]), id })),
  ]
}

/** Where a link's field stands in the file. Keys of records may hold dots: `routes.10.0.0.0/8`. */
function positionOf(id: Id, { field }: Link, where: Where): Position | null {
  return where(['resources', id, field.split('.', 1)[0] ?? field])
}

function dangling(resource: Resource, known: ReadonlySet<string>, where: Where) {
  return linksOf(resource)
    .filter((link) => !known.has(link.to))
    .map((link): Problem => {
      const { id } = resource
      const at = positionOf(id, link, where)
      return { code: 'reference/dangling', at, id, field: link.field, to: link.to }
    })
}

/** A subnet's table, a workload's subnets and its groups are all of one VPC. */
function foreign(resource: Resource, document: Document, where: Where): readonly Problem[] {
  const design = designOf(document)
  const { id } = resource
  const vpcOf = (to: Id): Id | undefined => {
    const it = design.get(to)
    return it && 'vpcId' in it ? it.vpcId : undefined
  }
  const stray = (home: Id | undefined, to: Id, field: string): readonly Problem[] => {
    const other = vpcOf(to)
    if (!home || !other || other === home) return []
    const at = where(['resources', id, field])
    return [{ code: 'reference/other-vpc', at, id, field, to }]
  }
  if (resource.kind === 'subnet' && resource.routeTableId)
    return stray(resource.vpcId, resource.routeTableId, 'routeTableId')
  if (resource.kind !== 'workload') return []
  const subnetIds = Object.keys(resource.interfaces) as Id<'subnet'>[]
  const home = subnetIds.map(vpcOf).find((vpcId) => vpcId !== undefined)
  return [
    ...subnetIds.flatMap((to) => stray(home, to, 'interfaces')),
    ...resource.securityGroupIds.flatMap((to) => stray(home, to, 'securityGroupIds')),
  ]
}

function severalMainTables({ resources }: Document, where: Where): readonly Problem[] {
  const mains = new Map<Id, Id[]>()
  for (const it of Object.values(resources))
    if (it.kind === 'route-table' && it.main)
      mains.set(it.vpcId, [...(mains.get(it.vpcId) ?? []), it.id])
  return [...mains].flatMap(([vpcId, tables]): Problem[] =>
    tables.length < 2
      ? []
      : [
          {
            code: 'route-table/several-main',
            at: where(['resources', tables[1] ?? vpcId, 'main']),
            vpcId,
            tables,
          },
        ],
  )
}

function accounts({ accounts: listed, resources }: Document, where: Where): readonly Problem[] {
  const ids = listed.map((account) => account.id)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index)
  return [
    ...twice.map((ownerId): Problem => ({
      code: 'account/duplicate',
      at: where(['accounts']),
      ownerId,
    })),
    ...Object.values(resources).flatMap((it): Problem[] =>
      kindOf(it.id) === 'vpc' && 'ownerId' in it && !ids.includes(it.ownerId)
        ? [
            {
              code: 'account/unknown',
              at: where(['resources', it.id, 'ownerId']),
              id: it.id,
              ownerId: it.ownerId,
            },
          ]
        : [],
    ),
  ]
}
