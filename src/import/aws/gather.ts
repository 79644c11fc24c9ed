import { placeInArn, text, type Dump, type Entry, type Raw } from '../../kinds/describe'
import { collections, hash, type Collection } from './collections'
import { placeInPath } from './path'

/** A JSON text that was read, and the path of the file that it came from. */
export interface Answer {
  readonly path: string
  readonly value: unknown
}

/** What is known of no id, but of the file it stands in. */
const inFile = 'file '

/** Deeper objects are not looked into: answers lie a few levels deep, however they are wrapped. */
const deepest = 6

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

interface Seen extends Entry {
  /** How sure it is that this is the whole truth: its owner sees more than those it is shared with. */
  readonly weight: number
  readonly order: string
}

/** Fields that say what a list beside them was asked for. */
const askedFor = new Set(Object.values(collections).flatMap(({ of }) => of ?? []))

/** Everything that the answers describe, told apart by their keys, whatever they are wrapped in. */
export function gather(answers: readonly Answer[]): Dump & { readonly unknown: readonly string[] } {
  const entries = new Map<string, Seen[]>()
  const asked = new Set<string>()
  const unknown = new Set<string>()

  for (const { path, value } of answers) {
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
      })
    }
    const take = (name: string, list: unknown, around: Raw, beside: Raw = {}) => {
      const collection = collections[name]
      if (!collection) return
      asked.add(name)
      const { of, inName } = collection
      const parent = of === undefined ? null : (text(around, of) ?? nameIn(path, inName))
      if (parent !== null) asked.add(`${name} ${parent}`)
      // search-transit-gateway-routes answers a thousand routes, and says whether there are more
      if (name === 'Routes' && parent !== null && beside['AdditionalRoutesAvailable'] === true)
        asked.add(`MoreRoutes ${parent}`)
      for (const it of Array.isArray(list) ? list : [list])
        if (isObject(it)) add(name, collection, it, around)
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
      for (const [key, value] of Object.entries(node)) {
        if (typeof value !== 'object' || value === null) continue
        const owner = fieldFor(key)
        if (owner) {
          const within = { ...here, [owner]: key }
          const name = Array.isArray(value) ? listOf(owner, value) : null
          if (name) take(name, value, within)
          else visit(value, within, depth + 1)
          continue
        }
        const names = listNamed(key, value, here, node)
        for (const [name, list] of names) take(name, list, here, node)
        if (names.length > 0) continue
        if (depth === 0) unknown.add(key)
        visit(value, here, depth + 1)
      }
    }
    visit(value, {}, 0)
  }
  return { ...dumpOf(entries, asked), unknown: [...unknown].toSorted() }
}

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
      return 'ClientVpnEndpointId' in first ? [['ClientVpnRoutes', value]] : [['Routes', value]]
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

function dumpOf(entries: ReadonlyMap<string, readonly Seen[]>, made: ReadonlySet<string>): Dump {
  const whole = new Map<string, readonly Entry[]>()
  const byId = new Map<string, Entry>()
  const byParent = new Map<string, Entry[]>()
  const ownerOf = named(entries)
  const asked = new Set(
    Array.from(made, (call) => {
      const [name, ...of] = call.split(' ')
      return of.length > 0 ? `${name} ${ownerOf(of.join(' '))}` : call
    }),
  )
  for (const [name, seen] of entries) {
    const kept =
      collections[name]?.ids.length === 0
        ? distinct(seen)
        : bestOfEach(seen, name === 'PrefixLists')
    whole.set(name, kept)
    for (const entry of kept) {
      if (entry.id !== null) byId.set(`${name} ${entry.id}`, entry)
      if (entry.of === null) continue
      const key = `${name} ${ownerOf(entry.of)}`
      const list = byParent.get(key)
      if (list) list.push(entry)
      else byParent.set(key, [entry])
    }
  }
  return {
    all: (name) => whole.get(name) ?? [],
    find: (name, id) => (id === null ? undefined : byId.get(`${name} ${id}`)),
    of: (name, id) => calledSo(id).flatMap((each) => byParent.get(`${name} ${each}`) ?? []),
    asked: (name, of) =>
      of === undefined
        ? asked.has(name)
        : calledSo(of).some((each) => asked.has(`${name} ${each}`)),
  }
}

/**
 * How files may call what an ARN names: load balancers and target groups end in sixteen digits that
 * nothing else has; some scripts write but the name.
 */
function calledSo(id: string): readonly string[] {
  const [, name, digits] = /[/]([^/]+)[/]([0-9a-f]{16})$/.exec(id) ?? []
  return name && digits ? [id, digits, name] : [id]
}

/** What stands in files whose names tell no id belongs to the longest name that theirs ends with. */
function named(entries: ReadonlyMap<string, readonly Seen[]>) {
  const names = ['TargetGroups', 'LoadBalancers']
    .flatMap((each) => entries.get(each) ?? [])
    .flatMap(({ id }) => (id ? (calledSo(id)[2] ?? []) : []))
    .toSorted((a, b) => b.length - a.length)
  return (of: string): string => {
    if (!of.startsWith(inFile)) return of
    const file = of.slice(inFile.length)
    return (
      names.find(
        (name) =>
          file === name ||
          (/[^a-z0-9]/i.test(file.at(-1 - name.length) ?? 'x') && file.endsWith(name)),
      ) ?? of
    )
  }
}

/** Of the descriptions of one thing the fullest, its owner's first; the input's order is no matter. */
function bestOfEach(seen: readonly Seen[], together: boolean): readonly Entry[] {
  const best = new Map<string, Seen>()
  for (const each of seen) {
    const key = `${each.id} ${each.of}`
    const other = best.get(key)
    const better = !other || isBetter(each, other) ? each : other
    const worse = better === each ? other : each
    // of AWS's own prefix lists one call tells the blocks, another the family
    best.set(key, together && worse ? { ...better, it: { ...worse.it, ...better.it } } : better)
  }
  return [...best.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}

function isBetter(one: Seen, other: Seen): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight
  return JSON.stringify(one.it) < JSON.stringify(other.it)
}

function distinct(seen: readonly Seen[]): readonly Entry[] {
  const texts = new Map(seen.map((each) => [`${each.of} ${JSON.stringify(each.it)}`, each]))
  return [...texts.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
}
