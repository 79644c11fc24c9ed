import type { Id, Resource } from '../../../kinds/resource'
import type { Document } from '../../../model/document'

/** Kinds that are no part of what code says: places outside, and what imports derive from it. */
const outside = new Set([
  'internet',
  'public-address',
  'on-premises-network',
  'aws-service',
  'eks-pods',
])

/** What an import knows by another name, or only a deployment knows. */
const beside = new Set([
  'id',
  'awsId',
  'sourceAddress',
  'importedName',
  'tags',
  'description',
  'health',
  'networkInterfaceId',
  'publicIp',
  'ipv6CidrBlock',
  'ipv6CidrBlocks',
  'ipv6Addresses',
  'onPremisesNetworkId',
  'assignIpv6Address',
  'assignIpv6AddressOnCreation',
  'availabilityZoneId',
  // these are told by what they lead to
  'routeTableId',
  'networkAclId',
])

const protocols: Readonly<Record<string, string>> = {
  '1': 'icmp',
  '6': 'tcp',
  '17': 'udp',
  '58': 'icmpv6',
}

type Sort = (value: unknown) => unknown

/** A document as lines, one of a field of a resource, so that two can be held against each other. */
export function linesOf(document: Document): ReadonlyMap<string, readonly string[]> {
  const all = Object.values<Resource>(document.resources)
  // a resource that names no group carries the default one of its VPC
  const defaults = new Set<string>(
    all.flatMap((it) =>
      /\/(?:default|cluster) security group$/.test(it.sourceAddress ?? '') ? [it.id] : [],
    ),
  )
  const nameOf = (id: string): string => {
    const it = document.resources[id as Id]
    // AWS names the endpoints of a firewall itself
    if (it?.kind === 'vpc-endpoint' && it.serviceId?.startsWith('network-firewall:'))
      return `endpoint in ${Object.keys(it.subnets).map(nameOf).join()}`
    // AWS gives these no name
    if (it?.kind === 'direct-connect-gateway-association')
      return `association of ${nameOf(it.directConnectGatewayId)} and ${nameOf(it.gatewayId)}`
    return it ? `${it.kind} ${it.name}` : id
  }
  const sorted: Sort = (value) => {
    if (Array.isArray(value))
      return value
        .filter((each) => !defaults.has(String(each)))
        .map(sorted)
        .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (typeof value === 'string') return protocols[value] ?? nameOf(value)
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([key]) => !beside.has(key))
    // rules and targets are keyed by nothing that AWS knows
    if (
      entries.length > 0 &&
      entries.every(([key]) => /^(?:(?:rule|route|service|target|peer)-\w+|\d{1,2})$/.test(key))
    )
      return sorted(entries.map(([, each]) => each))
    return Object.fromEntries(
      entries
        .map(([key, each]) => [nameOf(key), sorted(each)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  const modeOf = (vpcId: Id) => {
    const vpc = document.resources[vpcId]
    return vpc?.kind === 'vpc' ? vpc.internetGatewayBlockMode : null
  }
  const tables = all.filter((it) => it.kind === 'route-table')
  const acls = all.filter((it) => it.kind === 'network-acl')
  const seen = (it: Resource): Record<string, unknown> => {
    if (it.kind === 'vpc-endpoint' || it.kind === 'direct-connect-gateway-association')
      return { ...it, name: nameOf(it.id) }
    if (it.kind !== 'subnet') return it
    const isOwn = ({ vpcId }: { readonly vpcId: Id }) => vpcId === it.vpcId
    const table =
      tables.find(({ id }) => id === it.routeTableId) ??
      tables.find((each) => each.main && isOwn(each))
    const acl =
      acls.find(({ id }) => id === it.networkAclId) ??
      acls.find((each) => each.isDefault && isOwn(each))
    const entries = acl && [acl.ingress, acl.egress].map((each) => sorted(each))
    return {
      ...it,
      internetGatewayBlockMode: it.internetGatewayBlockMode ?? modeOf(it.vpcId),
      table: { routes: table?.routes ?? {}, vgws: table?.propagatingVgwIds ?? [] },
      acl: acl && !isMadeByAws(acl) ? entries : [],
    }
  }
  const lines = new Map<string, readonly string[]>()
  for (const it of all) {
    const isTold = it.kind === 'network-acl' || (it.kind === 'route-table' && !it.gatewayId)
    if (outside.has(it.kind) || isTold || defaults.has(it.id)) continue
    const fields = Object.entries(seen(it)).flatMap(([key, value]) =>
      beside.has(key) ? [] : [`${key}: ${JSON.stringify(sorted(value))}`],
    )
    const key = nameOf(it.id)
    lines.set(key, [...(lines.get(key) ?? []), ...fields].toSorted())
  }
  return lines
}

/** Main tables and default network ACLs that say nothing of their own are there in any case. */
function isMadeByAws(it: Resource): boolean {
  if (it.kind === 'route-table') return it.main && Object.keys(it.routes).length === 0
  if (it.kind !== 'network-acl' || !it.isDefault) return false
  const entries = [...Object.values(it.ingress), ...Object.values(it.egress)]
  return entries.every((entry) => entry.ruleAction === 'allow' && entry.protocol === '-1')
}

/** What of a design is not the same in another, by resource. */
export function differences(
  one: Document,
  other: Document,
): ReadonlyMap<string, readonly string[]> {
  const [before, after] = [linesOf(one), linesOf(other)]
  const found = new Map<string, readonly string[]>()
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key) ?? [], after.get(key) ?? []]
    const gone = a.filter((line) => !b.includes(line)).map((line) => `- ${line}`)
    const come = b.filter((line) => !a.includes(line)).map((line) => `+ ${line}`)
    if (gone.length + come.length > 0) found.set(key, [...gone, ...come])
  }
  return found
}
