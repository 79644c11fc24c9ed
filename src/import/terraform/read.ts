import { text, type Raw } from '../../kinds/describe'
import type { Answer } from '../aws/gather'
import { defaultAclOf, mainTableOf } from '../cloudformation/attributes'
import { Book } from '../cloudformation/book'
import type { Item, TypeReader, Writing } from '../cloudformation/item'
import { rounds } from '../cloudformation/readers'
import { completeTargets } from '../cloudformation/types/balancing'
import { completeServices } from '../cloudformation/types/lattice-services'
import { completeTables } from '../cloudformation/types/transit-tables'
import type { Remark } from '../report'
import { alteredIn, altering, isAltering } from './altered'
import { doubted, relevant, unsureAlone, type Doubtful } from './doubts'
import { routesIn, words } from './items'
import { learningIn } from './learning'
import { addressesOfMade, idIn, madeByAws, madeWith } from './made-by-aws'
import { withOpenAddresses } from './open-addresses'
import { ownParts, ownTypes } from './own'
import { placesOf } from './places'
import { plannedAs, plannedTypes } from './planned'
import { propertiesOf } from './properties'
import type { Shown } from './shown'
import { closed, standIns, takenForGranted } from './standing'
import { balancingParts, openGroups } from './types/balancing'
import { directParts, directTypes } from './types/direct-connect'
import { endpointAssociations } from './types/endpoint-associations'
import { serviceParts } from './types/endpoint-services'
import { doubtFirewalls } from './types/firewalls'
import { latticeParts } from './types/lattice'
import { transitParts, transitTypes } from './types/transit'
import { workloadParts, workloadTypes } from './types/workloads'
import { launchParts } from './types/workloads-launched'
import { unread } from './unread'
import type { Written } from './written'

/** What states and plans of Terraform come to: answers of the AWS CLI. */
export interface StateReading {
  readonly answers: readonly Answer[]
  readonly addresses: ReadonlyMap<string, string>
  readonly undescribed: ReadonlyMap<string, string>
  readonly sharedWith: ReadonlyMap<string, readonly string[]>
  readonly remarks: readonly Remark[]
}

const known = [
  ...rounds,
  ownTypes,
  transitTypes,
  directTypes,
  workloadTypes,
  ownParts,
  transitParts,
  directParts,
  latticeParts,
  plannedTypes,
  endpointAssociations,
  balancingParts,
  serviceParts,
  launchParts,
  workloadParts,
]
const readerOf = (type: string): TypeReader | undefined =>
  known.find((each) => Object.hasOwn(each, type))?.[type]

/** Reads resources of states and plans: what exists by the IDs of AWS, the rest by what stands for them. */
export function readStates(
  given: readonly Shown[],
  left: ReadonlyMap<string, string> = new Map(),
): StateReading {
  const shown = distinct(given).map(withOpenAddresses)
  const book = new Book()
  const remarks: Remark[] = []
  const addresses = new Map<string, string>()
  const undescribed = new Map([...alteredIn(shown), ...left])
  const others = new Map<string, number>()
  const placeOf = placesOf(shown)
  const learningTable = learningIn(shown)
  const [alias, real] = madeByAws(shown)
  const managed = new Set(shown.filter((it) => !it.isData).map(({ values }) => text(values, 'id')))
  const items = new Map<string, Item[]>()
  const all: Doubtful[] = []

  for (const it of shown) {
    const id = idIn(it)
    if (it.isData) {
      const isNeeded = it.type === 'aws_vpc' || it.type === 'aws_subnet'
      if (!isNeeded || managed.has(id)) continue
      const why = `what is made beside ${it.address}, which Terraform only looks up`
      const parts = it.type === 'aws_vpc' ? [mainTableOf(id), defaultAclOf(id)] : [id]
      for (const part of parts) undescribed.set(part, why)
    }
    const properties = replaced(propertiesOf(it.values), alias) as Raw
    if (it.isMade) for (const [made, at] of madeWith(it, id)) addresses.set(made, at)
    for (const [index, { type, properties: said }] of writtenOf(it, properties, id).entries()) {
      const list = items.get(type) ?? []
      items.set(type, list)
      const item: Item = {
        type,
        logicalId: nameOf(it),
        id,
        ref: (it.type === 'aws_eks_cluster' && text(it.values, 'name')) || id,
        address: it.address,
        place: placeOf(it),
        properties: said,
      }
      list.push(item)
      const reader = readerOf(type) ?? altering(it.type)
      // what is not known of a resource is said once, however many parts it is written in
      all.push({ it: item, type: it.type, reader, doubts: index === 0 ? it.doubts : [] })
    }
    if (it.doubts.length > 0 && writtenOf(it, properties, id).length === 0 && isAltering(it.type)) {
      const { type, address, doubts } = it
      const item = {
        type,
        logicalId: nameOf(it),
        id,
        ref: id,
        address,
        place: placeOf(it),
        properties,
      }
      all.push({ it: item, type, reader: altering(type), doubts })
    }
    const table = learningTable(it, id)
    if (table) undescribed.set(table, `the routes that a virtual private gateway tells ${table}`)
    if (!isRead(it.type) && !it.isData) others.set(it.type, (others.get(it.type) ?? 0) + 1)
  }

  const accepted = new Set(
    shown
      .filter(({ type }) => /_(?:attachment|endpoint_connection)_accepter$/.test(type))
      .flatMap(({ values }) => [
        text(values, 'transit_gateway_attachment_id'),
        text(values, 'vpc_endpoint_id'),
      ]),
  )
  // what of these is not known is said of them, and why
  const unsure = new Set(shown.filter(isUnsure).map(({ address }) => address))
  const writing: Writing = {
    book,
    assume: ({ address, id }, said) => {
      if (!accepted.has(id)) remarks.push({ type: 'assumed', what: address, text: said })
    },
    lacks: ({ address, type }, said) => {
      // the address of a gateway or a load balancer is told with that
      if (type !== 'AWS::EC2::EIPAssociation' && !unsure.has(address))
        remarks.push({ type: 'missing', what: address, text: said })
    },
  }
  const [things = {}, ...rest] = rounds
  unsureAlone(all, book)
  for (const round of [
    things,
    ownTypes,
    transitTypes,
    directTypes,
    plannedTypes,
    workloadTypes,
    ...rest,
    ownParts,
    transitParts,
    directParts,
    latticeParts,
    endpointAssociations,
    balancingParts,
    serviceParts,
    launchParts,
    workloadParts,
  ])
    for (const [type, reader] of Object.entries(round))
      for (const it of items.get(type) ?? []) reader.read(it, writing)

  const [first] = shown
  if (first) completeTables(book, placeOf(first))
  closed(book)
  remarks.push(...takenForGranted(shown))
  const named = new Map(all.map(({ it }) => [it.id, it.address]))
  for (const it of openGroups(book)) remarks.push({ ...it, what: named.get(it.what) ?? it.what })
  completeTargets(book)

  const doubtful = all.filter(({ doubts }) => doubts.length > 0)
  const open = doubted(doubtful, all, new Set(all.map(({ it }) => it.id)))
  doubtFirewalls(book, open.undescribed)
  for (const [id, why] of open.undescribed) book.doubt(id, why)
  completeServices(book)
  for (const [id, why] of book.doubts) undescribed.set(id, why)

  for (const [made, at] of [...addressesOfMade(shown), ...all.flatMap(({ it }) => standIns(it))])
    if (!real.has(made)) addresses.set(made, at)
  return {
    answers: book.answers().map((each) => ({ ...each, value: replaced(each.value, real) })),
    addresses,
    undescribed: new Map([...undescribed].map(([id, why]) => [real.get(id) ?? id, why])),
    sharedWith: new Map(),
    remarks: [...remarks, ...open.remarks, ...unread(others)],
  }
}

const isUnsure = ({ type, doubts }: Shown): boolean => doubts.some((each) => relevant(type, each))

const isRead = (type: string): boolean =>
  Object.hasOwn(words, type) ||
  readerOf(type) !== undefined ||
  readerOf(`planned ${type}`) !== undefined ||
  isDefaultTable(type)

const isDefaultTable = (type: string) => type === 'aws_default_route_table'

function writtenOf({ type, isMade }: Shown, properties: Raw, id: string): readonly Written[] {
  const planned = isMade ? plannedAs(type, properties, id) : null
  if (planned) return planned
  if (isDefaultTable(type))
    return [
      ...routesIn(properties, text(properties, 'DefaultRouteTableId') ?? ''),
      { type: `name of ${type}`, properties },
    ]
  if (Object.hasOwn(words, type)) return words[type]?.(properties, id) ?? []
  return readerOf(type) ? [{ type, properties }] : []
}

/** Its name, with the key where several are made of it. */
const nameOf = ({ name, address }: Shown): string =>
  `${name}${/(?:\[[^[]*\])?$/.exec(address)?.[0] ?? ''}`

/** Each resource once: a plan tells again what a state tells, as it will be. */
function distinct(shown: readonly Shown[]): readonly Shown[] {
  const seen = new Set<string>()
  return shown.filter(({ type, isData, values }) => {
    const id = text(values, 'id')
    const key = `${isData ? 'data ' : ''}${type} ${id}`
    if (id !== null && seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The value with some texts in the place of others. JSON is nested no deeper than its parser goes. */
function replaced(value: unknown, by: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return by.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => replaced(each, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, by)]))
}
