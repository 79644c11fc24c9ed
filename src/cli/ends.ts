import type { Endpoint } from '../engine/answer'
import type { Network } from '../engine/network'
import { called } from '../kinds/called'
import type { Id, Kind, Resource } from '../kinds/resource'
import { isIp, parseIp6, type Ip } from '../net/ip'
import { otherwise, serviceIn } from './aws-names'
import { dnsNamed } from './dns-names'
import { membersNamed } from './members'
import { UsageError } from './output'
import { premisesNamed } from './premises'

/**
 * Who is meant by a text on the command line, or in a list of flows. Several only of the networks at
 * the far ends of what several links lead to, and of what a service or a cluster consists of.
 */
export function endpointsOf(
  network: Network,
  text: string,
  address: string | null,
): readonly [Endpoint, ...Endpoint[]] {
  const ip = address === null ? null : ipOf(address)
  if (address !== null && !ip) throw new UsageError(`${address} is no IP address.`)
  const isNamed = Object.hasOwn(network.document.resources, text)
  if (!isNamed && text.startsWith('onprem:'))
    return premisesNamed(network, text.slice('onprem:'.length), ip)
  const [member, ...members] = isNamed ? [] : membersNamed(network, text)
  if (member && !ip) return [own(member.id), ...members.map(({ id }) => own(id))]
  const end = endpointOf(network, text, ip)
  // what leads out of AWS opens no connections itself: who names it means what lies behind it
  const isLink = end.type === 'resource' && links.has(network.component(end.id)?.kind)
  return isLink ? premisesNamed(network, end.id, ip) : [end]
}

const links: ReadonlySet<Kind | undefined> = new Set([
  'vpn-gateway',
  'vpn-connection',
  'customer-gateway',
  'virtual-interface',
  'direct-connect-gateway',
])

function endpointOf(network: Network, text: string, ip: Ip | null): Endpoint {
  const found = endNamed(network, text)
  if (found.type === 'address') return found
  if (ip) return { ...found, address: ip }
  // an instance is known by its primary interface, however many it has
  const isHost = network.component(found.id)?.kind === 'workload' && !found.address
  return isHost ? { ...found, primary: true } : found
}

/** The resources of a design by what AWS and people call them. */
interface Index {
  readonly byAws: ReadonlyMap<string, Resource>
  readonly byName: ReadonlyMap<string, readonly Resource[]>
}

const indexes = new WeakMap<Network['document'], Index>()

function indexOf({ document }: Network): Index {
  const made = indexes.get(document)
  if (made) return made
  const byAws = new Map<string, Resource>()
  const byName = new Map<string, Resource[]>()
  for (const it of Object.values<Resource>(document.resources)) {
    if (it.awsId && !byAws.has(it.awsId)) byAws.set(it.awsId, it)
    const list = byName.get(it.name)
    if (list) list.push(it)
    else byName.set(it.name, [it])
  }
  const index = { byAws, byName }
  indexes.set(document, index)
  return index
}

const own = (id: Id): Endpoint => ({ type: 'resource', id })

function endNamed(network: Network, text: string): Endpoint {
  if (Object.hasOwn(network.document.resources, text)) return own(text as Id)
  if (text.toLowerCase() === 'internet') return own(network.internet.id)
  const { byAws, byName } = indexOf(network)
  const known = byAws.get(text)
  if (known) return own(known.id)
  // the prefix list of a service has its name too, and receives nothing
  const meant = text.startsWith('com.amazonaws.') && serviceIn(text)
  if (meant && !text.includes('.vpce-svc-')) return endNamed(network, meant)
  const ip = ipOf(text)
  if (ip) return { type: 'address', address: ip }
  const face = faceNamed(network, text)
  if (face) return face
  const service: Id = `aws-service:${text}`
  if (Object.hasOwn(network.document.resources, service)) return own(service)
  const [, word, region] = /^(s3|dynamodb)\.(.+)$/.exec(text) ?? []
  const place = network.design
    .all('aws-service')
    .find((it) => it.region === region && it.service === word)
  if (place) return own(place.id)
  const named = byName.get(text) ?? []
  const [only, ...others] = meantBy(named, network)
  if (only && others.length === 0) return own(only.id)
  if (only)
    throw new UsageError(
      `${text} names several things: ${named.map((it) => `${called(it)} (${it.awsId ?? it.id})`).join(', ')}.`,
    )
  const asked = dnsNamed(network, text)
  if (asked) return asked
  const other = otherwise(text)
  if (typeof other === 'string' && other !== text) return endNamed(network, other)
  const [first, ...rest] =
    other instanceof RegExp ? [...byAws.values()].filter((it) => other.test(it.awsId ?? '')) : []
  if (first && rest.length === 0) return own(first.id)
  throw new UsageError(
    first
      ? `${text} may be any of ${[first, ...rest].map((it) => it.awsId ?? it.id).join(', ')}.`
      : `Nothing in the design is called ${text}.`,
  )
}

/** Of several things with one name, those that packets come from or go to; load balancers first. */
function meantBy(named: readonly Resource[], network: Network): readonly Resource[] {
  const balancers = named.filter(({ kind }) => kind === 'load-balancer')
  if (balancers.length === 1) return balancers
  const ends = named.filter(({ id }) => network.interfacesOf(id).length > 0)
  return ends.length > 0 ? ends : named
}

function ipOf(text: string): Ip | null {
  if (isIp(text)) return text
  const read = text.includes(':') ? parseIp6(text) : null
  const [problem] = read && !read.ok ? read.problems : []
  return problem && 'suggestion' in problem ? problem.suggestion : null
}

/** The interface of a workload, a load balancer or an endpoint that AWS calls so. */
function faceNamed({ design }: Network, text: string): Endpoint | null {
  if (!text.startsWith('eni-')) return null
  for (const it of design.all('workload'))
    for (const face of Object.values(it.interfaces))
      if (face.networkInterfaceId === text) return at(it, face.privateIpAddress)
  for (const it of design.all('load-balancer'))
    for (const node of Object.values(it.subnets))
      if (node.networkInterfaceId === text) return at(it, node.privateIPv4Address)
  for (const it of design.all('vpc-endpoint'))
    for (const face of Object.values(it.subnets))
      if (face.networkInterfaceId === text) return at(it, face.privateIp)
  const nat = design.all('nat-gateway').find((it) => it.networkInterfaceId === text)
  return nat ? at(nat, null) : null
}

const at = ({ id }: Resource, address: Ip | null): Endpoint => ({
  type: 'resource',
  id,
  ...(address && { address }),
})
