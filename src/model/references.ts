import { linksOf } from '../kinds/catalogue'
import type { Design } from '../kinds/contract'
import type { Id, Kind, Resource } from '../kinds/resource'
import { vpcIdOf } from '../kinds/vpc-of'
import { designOf } from './design'
import type { Document } from './document'
import type { Report } from './ledger'

/**
 * What in this document names something that cannot be named: a resource that is not there, one
 * of another VPC, an account that is not in the list. `known` is what the file holds, read or not, so
 * that one bad resource is not reported again by everyone who names it.
 */
export function checkReferences(
  document: Document,
  known: { readonly resources: ReadonlySet<string>; readonly boxes: readonly string[] },
  report: Report,
): void {
  const resources: readonly Resource[] = Object.values(document.resources)
  for (const it of resources) dangling(it, known.resources, report)
  const design = designOf(document)
  for (const it of resources) {
    const { id } = it
    const other = joinsItself(it)
    if (other) report({ code: 'peering/itself', at: null, id }, fieldOf(id, other))
    for (const { to, field } of foreignIn(it, design))
      report({ code: 'reference/other-vpc', at: null, id, field, to }, fieldOf(id, field))
  }
  severalMainTables(resources, report)
  accounts(document, report)
  for (const id of known.boxes)
    if (!known.resources.has(id)) report({ code: 'layout/unknown', at: null, id }, ['layout', id])
}

/** The field of a resource. What follows the first dot may hold dots itself: `routes.10.0.0.0/8`. */
const fieldOf = (id: Id, field: string) => ['resources', id, field.split('.', 1)[0] ?? field]

function dangling(resource: Resource, known: ReadonlySet<string>, report: Report): void {
  const { id } = resource
  for (const { to, field } of linksOf(resource))
    if (!known.has(to))
      report({ code: 'reference/dangling', at: null, id, field, to }, fieldOf(id, field))
}

/** The fields that may only name what lies in the VPC of the resource itself. */
const ownVpcFields: { readonly [K in Kind]?: readonly string[] } = {
  subnet: ['routeTableId', 'networkAclId'],
  workload: ['interfaces', 'securityGroupIds'],
  'network-interface': ['groupIds'],
  'load-balancer': ['subnets', 'securityGroupIds'],
  'vpc-endpoint': ['routeTableIds', 'subnets', 'securityGroupIds'],
  'vpc-endpoint-service': ['loadBalancerIds'],
  'service-network-vpc-association': ['securityGroupIds'],
  'eks-cluster': ['subnetIds', 'securityGroupIds', 'eniConfigs'],
  'transit-gateway-vpc-attachment': ['subnetIds'],
}

/** The field by which a peering names the end again that it begins at; null where it joins two. */
export function joinsItself(resource: Resource): string | null {
  const ends = resource as unknown as Readonly<Record<string, unknown>>
  const pairs = [
    ['requesterVpcId', 'accepterVpcId'],
    ['requesterTransitGatewayId', 'accepterTransitGatewayId'],
  ] as const
  return pairs.find(([one, other]) => other in ends && ends[other] === ends[one])?.[1] ?? null
}

/** A subnet's table, a workload's subnets and its groups are all of one VPC; a peering's ends are not. */
export function foreignIn(
  resource: Resource,
  design: Design,
): readonly { readonly to: Id; readonly field: string }[] {
  const fields = ownVpcFields[resource.kind]
  if (!fields) return []
  const home = 'vpcId' in resource && resource.vpcId ? resource.vpcId : vpcIdOf(resource, design)
  if (!home) return []
  return linksOf(resource).flatMap(({ to, field }) => {
    const root = field.split('.', 1)[0] ?? field
    const target = fields.includes(root) ? design.get(to) : undefined
    const there = target && vpcIdOf(target, design)
    // a group may be associated with further VPCs (SG-9)
    const isShared = target?.kind === 'security-group' && target.associatedVpcIds.includes(home)
    return there && there !== home && !isShared ? [{ to, field: root }] : []
  })
}

function severalMainTables(resources: readonly Resource[], report: Report): void {
  const mains = new Map<Id, Id[]>()
  for (const it of resources) {
    if (it.kind !== 'route-table' || !it.main) continue
    const tables = mains.get(it.vpcId)
    if (tables) tables.push(it.id)
    else mains.set(it.vpcId, [it.id])
  }
  for (const [vpcId, tables] of mains) {
    const [, second] = tables
    if (second)
      report({ code: 'route-table/several-main', at: null, vpcId, tables }, fieldOf(second, 'main'))
  }
}

function accounts({ accounts: listed, resources }: Document, report: Report): void {
  const known = new Set<string>()
  for (const [index, { id }] of listed.entries()) {
    if (known.has(id))
      report({ code: 'account/duplicate', at: null, ownerId: id }, ['accounts', index, 'id'])
    known.add(id)
  }
  for (const it of Object.values<Resource>(resources))
    if ('ownerId' in it && it.ownerId !== null && !known.has(it.ownerId))
      report(
        { code: 'account/unknown', at: null, id: it.id, ownerId: it.ownerId },
        fieldOf(it.id, 'ownerId'),
      )
}
