import { placeInArn, text, type Raw } from '../../kinds/describe'
import { cased } from './cased'
import { collections, hash, type Collection } from './collections'
import { dumpOf, inFile, type Call, type Seen } from './dump'
import { placeInPath } from './path'

/** A JSON text that was read, and the path of the file that it came from. */
export interface Answer {
  readonly path: string
  readonly value: unknown
  /** Is all there that there is? So it is what code says that makes a network. */
  readonly whole?: boolean
}

/** Deeper objects are not looked into: answers lie a few levels deep, however they are wrapped. */
const deepest = 6

/** Set where a script wrote down that it had asked for static routes alone. */
const isStaticOnly = 'only static routes'

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Fields that say what a list beside them was asked for. */
const askedFor = new Set(Object.values(collections).flatMap(({ of }) => of ?? []))

interface Gathered extends ReturnType<typeof dumpOf> {
  /** Lists that mean nothing here. */
  readonly unknown: readonly string[]
}

/** Everything that the answers describe, told apart by their keys, whatever they are wrapped in. */
export function gather(answers: readonly Answer[]): Gathered {
  const entries = new Map<string, Seen[]>()
  const calls: Call[] = []
  const unknown = new Set<string>()

  for (const { path, value, whole = false } of answers) {
    const place = placeInPath(path)
    const add = (name: string, { ids, of, inName }: Collection, it: Raw, around: Raw) => {
      const id = ids.map((key) => text(it, key)).find((found) => found !== null) ?? null
      if (ids.length > 0 && id === null) return
      const parent =
        of === undefined ? null : (text(around, of) ?? text(it, of) ?? nameIn(path, inName))
      const arn = placeInArn(arnOf(it))
      const ownerId =
        text(it, 'OwnerId') ?? text(it, 'ownerAccount') ?? arn.ownerId ?? place.ownerId
      const list = entries.get(name) ?? []
      entries.set(name, list)
      list.push({
        it,
        id,
        of: parent,
        ownerId,
        region: arn.region ?? text(it, 'region') ?? place.region ?? regionOfZone(it),
        weight: (ownerId === place.ownerId ? 1000 : 0) + Object.keys(it).length,
        order: '',
        whole,
      })
    }
    const take = (name: string, list: unknown, around: Raw, beside: Raw = {}) => {
      const collection = collections[name]
      if (!collection) return
      const { of, inName } = collection
      const parent = of === undefined ? null : (text(around, of) ?? nameIn(path, inName))
      calls.push({ name, of: parent, ...place, goesOn: goesOn(beside) })
      if (name === 'Routes' && parent !== null && around[isStaticOnly] === true)
        calls.push({ name: 'StaticRoutes', of: parent, ...place, goesOn: false })
      // search-transit-gateway-routes answers a thousand routes, and says whether there are more
      if (name === 'Routes' && parent !== null && beside['AdditionalRoutesAvailable'] === true)
        calls.push({ name: 'MoreRoutes', of: parent, ...place, goesOn: false })
      for (const it of Array.isArray(list) ? list : [list]) {
        if (!isObject(it)) continue
        const own = of !== undefined && text(around, of) === null ? text(it, of) : null
        if (own !== null) calls.push({ name, of: own, ...place, goesOn: goesOn(beside) })
        add(name, collection, it, around)
      }
    }
    const visit = (node: unknown, around: Raw, depth: number): void => {
      if (depth > deepest) return
      if (Array.isArray(node)) {
        for (const each of node) visit(each, around, depth + 1)
        return
      }
      if (!isObject(node)) return
      const own = Object.entries(node).filter(
        ([key, value]) => askedFor.has(key) && typeof value === 'string',
      )
      const here: Raw = own.length > 0 ? { ...around, ...Object.fromEntries(own) } : around
      if (isVpcAttribute(node)) {
        take('VpcAttributes', node, here)
        return
      }
      for (const [written, given] of Object.entries(node)) {
        const [key, value] = cased(written, given)
        if (typeof value !== 'object' || value === null) continue
        const owner = fieldFor(key)
        if (owner) {
          const within = { ...here, [owner]: key }
          const name = Array.isArray(value) ? listOf(owner, value) : null
          if (name) take(name, value, within)
          else visit(value, within, depth + 1)
          continue
        }
        const names = isWrapped(key, value) ? [] : listNamed(key, value, here, node)
        for (const [name, list] of names) take(name, list, here, node)
        if (names.length > 0) continue
        const before = calls.length
        const isFiltered = key.endsWith('StaticRoutes')
        visit(value, isFiltered ? { ...here, [isStaticOnly]: true } : here, depth + 1)
        if (depth === 0 && calls.length === before) unknown.add(key)
      }
    }
    visit(value, {}, 0)
  }
  return { ...dumpOf(entries, calls), unknown: [...unknown].toSorted() }
}

/** Is it a page of an answer, and not the last one? */
const goesOn = (answer: Raw): boolean =>
  ['NextToken', 'nextToken', 'NextMarker', 'Marker'].some((key) => text(answer, key) !== null)

/** Which field holds ids that look like this key? Some scripts write answers by the id they are for. */
function fieldFor(key: string): string | null {
  if (/^arn:[^:]+:elasticloadbalancing:.*:targetgroup\//.test(key)) return 'TargetGroupArn'
  if (/^arn:[^:]+:elasticloadbalancing:.*:loadbalancer\//.test(key)) return 'LoadBalancerArn'
  if (/^tgw-rtb-[0-9a-f]+$/.test(key)) return 'TransitGatewayRouteTableId'
  if (/^pl-[0-9a-f]+$/.test(key)) return 'PrefixListId'
  return /^vpc-[0-9a-f]+$/.test(key) ? 'VpcId' : null
}

/** What a bare list is that was written under the id it is for. */
function listOf(owner: string, list: readonly unknown[]): string | null {
  const first = list.find(isObject)
  if (owner === 'TargetGroupArn')
    return first && 'Key' in first ? 'TargetGroupAttributes' : 'TargetHealthDescriptions'
  if (owner === 'LoadBalancerArn')
    return first && 'ListenerArn' in first ? 'Listeners' : 'LoadBalancerAttributes'
  if (owner === 'PrefixListId') return 'Entries'
  if (owner !== 'TransitGatewayRouteTableId' || !first) return null
  if ('DestinationCidrBlock' in first || 'Type' in first) return 'Routes'
  return null
}

const isVpcAttribute = (it: Raw): boolean =>
  text(it, 'VpcId') !== null && ('EnableDnsSupport' in it || 'EnableDnsHostnames' in it)

/** Does it hold one answer for each thing asked for, under the name that the list in them has? */
const isWrapped = (key: string, value: object): boolean =>
  Array.isArray(value) &&
  value.some(
    (it) =>
      isObject(it) &&
      (Array.isArray(it[key]) || (key.endsWith('Attributes') && Array.isArray(it['Attributes']))),
  )

/** Which lists does this key stand for? Some keys mean different things in different calls. */
function listNamed(
  key: string,
  value: object,
  around: Raw,
  beside: Raw,
): readonly (readonly [string, unknown])[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  const first = items.find(isObject) ?? {}
  switch (key) {
    case 'Reservations':
      return [['Instances', items.flatMap((it) => (isObject(it) ? instancesIn(it) : []))]]
    case 'Attributes':
      if (text(around, 'LoadBalancerArn')) return [['LoadBalancerAttributes', value]]
      if (text(around, 'TargetGroupArn')) return [['TargetGroupAttributes', value]]
      return attributesOf(items)
    case 'Routes':
      return 'ClientVpnEndpointId' in first || text(around, 'ClientVpnEndpointId') !== null
        ? [['ClientVpnRoutes', value]]
        : [['Routes', value]]
    case 'clusters':
    case 'cluster':
      return 'resourcesVpcConfig' in first ? [['EksClusters', value]] : []
    case 'nodegroup':
    case 'nodegroups':
      return 'nodegroupName' in first ? [['Nodegroups', value]] : []
    case 'services':
      return 'serviceArn' in first ? [['EcsServices', value]] : []
    case 'tasks':
      return 'taskArn' in first ? [['EcsTasks', value]] : []
    case 'Firewall':
      return 'FirewallArn' in first ? [['Firewalls', [{ ...beside, ...first }]]] : []
    case 'FirewallPolicy':
    case 'RuleGroup': {
      const response = beside[`${key}Response`]
      const name = key === 'RuleGroup' ? 'RuleGroups' : 'FirewallPolicies'
      return isObject(response) ? [[name, [{ ...response, [key]: value }]]] : []
    }
    case 'Functions':
      return 'FunctionArn' in first ? [['Functions', value]] : []
    case 'Rules':
      return items.length === 0 || 'RuleArn' in first ? [['Rules', value]] : []
    default:
      return Object.hasOwn(collections, key) ? [[key, value]] : []
  }
}

/** Attributes that say by their keys only what they are of: a target group deregisters and sticks. */
function attributesOf(items: readonly unknown[]): readonly (readonly [string, unknown])[] {
  const keys = items.flatMap((it) => (isObject(it) ? (text(it, 'Key') ?? []) : []))
  if (keys.some((key) => /^(deregistration_delay|preserve_client_ip|stickiness)\./.test(key)))
    return [['TargetGroupAttributes', items]]
  return keys.some((key) => /^(access_logs|deletion_protection|load_balancing)\./.test(key))
    ? [['LoadBalancerAttributes', items]]
    : []
}

function instancesIn(reservation: Raw): readonly Raw[] {
  const { Instances: list, OwnerId } = reservation
  return (Array.isArray(list) ? list : []).filter(isObject).map((it) => ({ OwnerId, ...it }))
}

/** A thing's own ARN, under whichever name it stands. */
function arnOf(it: Raw): string | null {
  for (const [key, value] of Object.entries(it))
    if (/arn$/i.test(key) && typeof value === 'string' && !/^(Role|Kms|Policy)/.test(key))
      return value
  return null
}

const regionOfZone = (it: Raw): string | null =>
  /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(text(it, 'AvailabilityZone') ?? '')?.[1] ?? null

/** The id that the name of the file tells, or that of a folder; else the name of the file itself. */
function nameIn(path: string, pattern: RegExp | undefined): string | null {
  if (!pattern) return null
  const parts = path.split(/[/\\]/).toReversed()
  const found = parts.map((each) => each.match(new RegExp(pattern, 'g'))?.at(-1))
  const known = found.find((each) => each !== undefined)
  return known ?? (pattern === hash ? `${inFile}${parts[0]?.replace(/\.json$/i, '')}` : null)
}
