import { kindOf } from '../../base/id'
import { definitionOf, kinds, linksOf } from '../../kinds/catalogue'
import type { DescribeContext, Described } from '../../kinds/describe'
import { describing } from '../../kinds/describing'
import type { Id, Kind, Resource, ResourceOf } from '../../kinds/resource'
import { vpcIdOf } from '../../kinds/vpc-of'
import { designOf } from '../../model/design'
import { firstAccount, type Account } from '../../model/document'
import type { ImportReport, Remark } from '../report'
import { addAddressesBeyond } from './addresses-beyond'
import { orderPropagations } from './attached-first'
import { addRoutesBeyond } from './beyond-attachments'
import { addLinksBeyond } from './beyond-gateways'
import { settleContradictions } from './contradictions'
import { gather, type Answer } from './gather'
import { placesIn } from './place'
import { stubOf } from './stubs'
import { addUntold } from './untold'

/** What answers of the AWS CLI make of a design, before it is laid out. */
export interface Imported {
  readonly accounts: readonly Account[]
  readonly resources: Readonly<Record<Id, Resource>>
  readonly report: ImportReport
}

/**
 * Reads answers of the AWS CLI into resources. The order of the answers does not matter. What cannot
 * be held is said in the report; what is named and not described stands there as unknown.
 */
export function importAnswers(answers: readonly Answer[]): Imported {
  const dump = gather(answers)
  const remarks: Remark[] = []
  const placeOf = placesIn(dump)
  for (const { name, of, ownerId, region } of dump.unfinished)
    remarks.push({
      type: 'missing',
      what: [name, of, ownerId, region].filter((each) => each !== null).join(' '),
      text: 'Only the first pages are there: the last one names another to come (NextToken).',
    })
  const context: DescribeContext = {
    dump,
    placeOf,
    skip: (what, text) => remarks.push({ type: 'skipped', what, text }),
    lacks: (what, text) => remarks.push({ type: 'missing', what, text }),
    assume: (what, text) => remarks.push({ type: 'assumed', what, text }),
  }
  const described = kinds.flatMap((kind): readonly Described[] => describing[kind]?.(context) ?? [])
  const resources = new Map<Id, Resource>()
  for (const raw of described) {
    const it = read(raw)
    if (typeof it === 'string')
      remarks.push({ type: 'skipped', what: raw.awsId ?? raw.id, text: it })
    else if (!resources.has(it.id)) resources.set(it.id, it)
  }
  complete(resources, remarks, placeOf)
  while (settleContradictions(resources, remarks)) complete(resources, remarks, placeOf)
  orderPropagations(resources, context)
  addLinksBeyond(resources, context)
  addRoutesBeyond(resources, context)
  addAddressesBeyond(resources, context)
  addUnknown(resources, context)
  addUntold(resources, context)
  const list = [...resources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    accounts: accountsOf(list),
    resources: Object.fromEntries(list.map((it) => [it.id, it])),
    report: {
      counts: countsOf(list),
      remarks: remarks.toSorted((a, b) => (`${a.type}${a.what}` < `${b.type}${b.what}` ? -1 : 1)),
      unknown: dump.unknown,
    },
  }
}

/**
 * The resource, or why the design cannot hold it. One that is told of with words the design does not
 * know stands there without them, and what it does is unknown.
 */
function read(raw: Described): Resource | string {
  const { schema } = definitionOf(raw)
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const strange = [...new Set(parsed.error.issues.flatMap(({ path }) => path[0] ?? []))]
  const rest = Object.fromEntries(Object.entries(raw).filter(([key]) => !strange.includes(key)))
  const again = schema.safeParse({ ...rest, undescribed: `a known form of ${strange.join(', ')}` })
  if (again.success) return again.data
  return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`).join(' ')
}

/** Gives every reference something to refer to, or takes it away and says so. */
function complete(
  resources: Map<Id, Resource>,
  remarks: Remark[],
  placeOf: DescribeContext['placeOf'],
): void {
  for (let changed = true; changed;) {
    changed = false
    // what is added meanwhile lies in VPCs that are there already
    const design = designOf({ accounts: [], resources: Object.fromEntries(resources) })
    // route tables tell which VPC a gateway is of that nothing else describes
    for (const it of Array.from(resources.values()).toSorted(tablesFirst)) {
      for (const { to, relation, field } of linksOf(it)) {
        const current = resources.get(it.id)
        if (!current || resources.has(to)) continue
        changed = true
        const vpcId = vpcIdOf(current, design) ?? undefined
        const vpc = vpcId && resources.get(vpcId)
        const place =
          vpc?.kind === 'vpc'
            ? vpc
            : 'region' in current && 'ownerId' in current
              ? current
              : placeOf(null)
        const stub = stubOf(to, current, vpcId, {
          ownerId: place.ownerId ?? '',
          region: place.region,
        })
        const standIn = stub ? read(stub) : null
        if (standIn && typeof standIn !== 'string') {
          resources.set(to, standIn)
          remarks.push({
            type: 'missing',
            what: standIn.undescribed ?? to,
            text: `${awsIdOf(to)}, which ${current.name} names, is not described.`,
          })
        } else if (current.kind === 'route-table' && field.startsWith('routes.')) {
          resources.set(it.id, withOtherTarget(current, to))
          remarks.push({
            type: 'missing',
            what: awsIdOf(to),
            text: `A route of ${current.name} leads there, and it is not described.`,
          })
        } else if (current.kind === 'target-group' && field.startsWith('targets')) {
          const rest = definitionOf(current).without(current, to)
          resources.set(it.id, { ...rest, undescribed: 'aws ec2 describe-instances' })
        } else if (relation === 'uses' && isWhole(definitionOf(current).without(current, to))) {
          resources.set(it.id, definitionOf(current).without(current, to))
          remarks.push({
            type: 'missing',
            what: awsIdOf(to),
            text: `${current.name} names it (${field}), and it is not described.`,
          })
        } else {
          resources.delete(it.id)
          remarks.push({
            type: 'skipped',
            what: current.awsId ?? awsIdOf(current.id),
            text: `It belongs to ${awsIdOf(to)}, which is not described.`,
          })
        }
      }
    }
  }
}

const tablesFirst = (a: Resource, b: Resource) =>
  Number(b.kind === 'route-table') - Number(a.kind === 'route-table')

const awsIdOf = (id: Id): string => id.slice(id.indexOf(':') + 1)

const isWhole = (it: Resource): boolean => definitionOf(it).schema.safeParse(it).success

function withOtherTarget(table: ResourceOf<'route-table'>, gone: Id): Resource {
  const routes = Object.fromEntries(
    Object.entries(table.routes).map(([destination, route]) => [
      destination,
      route.target === gone ? { target: null, otherTarget: awsIdOf(gone) } : route,
    ]),
  )
  return { ...table, routes }
}

/** Marks what the calls that were not made would have told. (CL-17) */
function addUnknown(resources: Map<Id, Resource>, { dump, placeOf, lacks }: DescribeContext): void {
  const list = [...resources.values()]
  const vpcs = list.filter((it) => it.kind === 'vpc').filter((it) => !it.undescribed)
  const has = (kind: Kind, vpcId: Id, test: (it: Resource) => boolean) =>
    list.some((it) => it.kind === kind && 'vpcId' in it && it.vpcId === vpcId && test(it))
  for (const vpc of vpcs) {
    if (!has('route-table', vpc.id, (it) => 'main' in it && it.main)) {
      const undescribed = 'aws ec2 describe-route-tables'
      put(resources, {
        id: `route-table:main-${awsIdOf(vpc.id)}`,
        kind: 'route-table',
        name: 'main',
        vpcId: vpc.id,
        main: true,
        undescribed,
      })
      lacks(undescribed, `The main route table of ${vpc.name} is not described.`)
    }
    if (!has('network-acl', vpc.id, (it) => 'isDefault' in it && it.isDefault)) {
      const undescribed = 'aws ec2 describe-network-acls'
      put(resources, {
        id: `network-acl:default-${awsIdOf(vpc.id)}`,
        kind: 'network-acl',
        name: 'default',
        vpcId: vpc.id,
        isDefault: true,
        undescribed,
      })
      lacks(undescribed, `The default network ACL of ${vpc.name} is not described.`)
    }
    // a subnet that no page names may be on one that is missing
    const { region } = placeOf(vpc.awsId ?? null)
    for (const it of list) {
      if (!('vpcId' in it) || it.vpcId !== vpc.id || it.undescribed) continue
      if (it.kind === 'route-table' && it.main && dump.isCutIn('RouteTables', region))
        mark(resources, it, 'aws ec2 describe-route-tables', lacks)
      if (it.kind === 'network-acl' && it.isDefault && dump.isCutIn('NetworkAcls', region))
        mark(resources, it, 'aws ec2 describe-network-acls', lacks)
    }
  }
  for (const it of list) {
    if (it.kind === 'transit-gateway' && !it.undescribed) {
      const tables = list.filter(
        (each) => each.kind === 'transit-gateway-route-table' && each.transitGatewayId === it.id,
      )
      if (tables.length === 0)
        mark(resources, it, 'aws ec2 describe-transit-gateway-route-tables', lacks)
    }
    if (it.kind === 'load-balancer' && !it.undescribed && !areListenersTold(it, dump))
      mark(resources, it, 'aws elbv2 describe-listeners', lacks)
    // a table that routes by a list whose entries nobody knows may send anything anywhere
    if (it.kind === 'route-table') {
      const unknown = Object.keys(it.routes)
        .map((key) => resources.get(key as Id))
        .find((each) => each?.undescribed)
      if (unknown?.undescribed) mark(resources, it, unknown.undescribed, lacks)
    }
  }
}

/** One call tells the listeners of one load balancer; nobody makes one without any. (CL-17) */
function areListenersTold(
  { awsId, listeners }: ResourceOf<'load-balancer'>,
  dump: DescribeContext['dump'],
): boolean {
  if (!awsId || Object.keys(listeners).length > 0 || dump.find('LoadBalancers', awsId)?.whole)
    return dump.asked('Listeners')
  return dump.asked('Listeners', awsId)
}

function mark(
  resources: Map<Id, Resource>,
  it: Resource,
  undescribed: string,
  lacks: DescribeContext['lacks'],
): void {
  resources.set(it.id, { ...it, undescribed })
  lacks(undescribed, `What ${it.name} does is unknown without it.`)
}

function put(resources: Map<Id, Resource>, raw: Described): void {
  const it = read(raw)
  if (typeof it !== 'string') resources.set(it.id, it)
}

function accountsOf(resources: readonly Resource[]): readonly Account[] {
  const ids = new Set(
    resources.flatMap((it) => ('ownerId' in it && it.ownerId ? [it.ownerId] : [])),
  )
  // a design has an account, also one that nothing belongs to
  if (ids.size === 0) return [firstAccount]
  return [...ids].toSorted().map((id) => ({ id, name: id }))
}

function countsOf(resources: readonly Resource[]): ImportReport['counts'] {
  const counts: Partial<Record<Kind, number>> = {}
  for (const { id } of resources) {
    const kind = kindOf(id)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}
