import {
  blocksIn,
  idOf,
  ipOf,
  parts,
  part,
  text,
  texts,
  type Dump,
  type Entry,
  type Raw,
} from '../describe'

/** What an interface was made for, as far as its description tells. */
export type Purpose =
  | { readonly type: 'instance'; readonly instanceId: string; readonly isPrimary: boolean }
  | { readonly type: 'load-balancer'; readonly name: string }
  | { readonly type: 'lambda'; readonly functionName: string }
  | { readonly type: 'database' | 'task' | 'cluster' | 'endpoint' | 'other' }
  /** Drawn as part of something that is described by itself. */
  | { readonly type: 'part' }
  | { readonly type: 'unattached' }

const drawnElsewhere = new Set(['nat_gateway', 'transit_gateway'])
const ofEndpoints = new Set(['vpc_endpoint', 'gateway_load_balancer_endpoint'])

/**
 * Some services say what an interface is for by its type, others by its description only.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html
 */
export function purposeOf(it: Raw, dump: Dump): Purpose {
  if (partsIn(dump).has(text(it, 'NetworkInterfaceId') ?? '')) return { type: 'part' }
  const type = text(it, 'InterfaceType') ?? 'interface'
  const about = text(it, 'Description') ?? ''
  // older answers say what an interface is for by its description alone
  if (ofEndpoints.has(type) || about.startsWith('VPC Endpoint Interface '))
    return { type: 'endpoint' }
  const isPart = /^(?:Interface for NAT Gateway|Network Interface for Transit Gateway Attachment) /
  if (drawnElsewhere.has(type) || isPart.test(about)) return { type: 'part' }
  const attachment = part(it, 'Attachment')
  const instanceId = text(attachment, 'InstanceId')
  if (instanceId)
    return { type: 'instance', instanceId, isPrimary: attachment['DeviceIndex'] === 0 }
  const [, balancer] = /^ELB (.+)$/.exec(about) ?? []
  if (balancer) return { type: 'load-balancer', name: balancer }
  const [, functionName] = /^AWS Lambda VPC ENI-(.+)-[0-9a-f-]{36}$/.exec(about) ?? []
  if (functionName) return { type: 'lambda', functionName }
  if (type === 'lambda') return { type: 'other' }
  if (about.startsWith('RDSNetworkInterface')) return { type: 'database' }
  if (/^arn:[^:]+:ecs:/.test(about)) return { type: 'task' }
  if (about.startsWith('Amazon EKS ')) return { type: 'cluster' }
  // a branch interface, as pods with security groups of their own have, is in use without attachment
  const isManaged =
    it['RequesterManaged'] === true ||
    text(attachment, 'Status') === 'attached' ||
    text(it, 'Status') === 'in-use'
  return { type: isManaged ? 'other' : 'unattached' }
}

const partsOf = new WeakMap<Dump, ReadonlySet<string>>()

/** The interfaces that endpoints and NAT gateways name as theirs. */
function partsIn(dump: Dump): ReadonlySet<string> {
  const made = partsOf.get(dump)
  if (made) return made
  const ids = new Set([
    ...dump.all('VpcEndpoints').flatMap(({ it }) => texts(it, 'NetworkInterfaceIds')),
    ...dump
      .all('NatGateways')
      .flatMap(({ it }) => parts(it, 'NatGatewayAddresses'))
      .flatMap((it) => text(it, 'NetworkInterfaceId') ?? []),
  ])
  partsOf.set(dump, ids)
  return ids
}

/** The fields that every interface has, be it a resource of its own or a workload's. */
export function faceOf(it: Raw) {
  const addresses = parts(it, 'PrivateIpAddresses')
  const primary = addresses.find((each) => each['Primary'] === true)
  const association = part(primary ?? it, 'Association')
  const publicIp = ipOf(text(association, 'PublicIp'))
  const owner = text(association, 'IpOwnerId')
  const delegated = parts(it, 'Ipv4Prefixes').flatMap((each) => hostsOf(text(each, 'Ipv4Prefix')))
  const prefixes = blocksIn(
    parts(it, 'Ipv6Prefixes').map((each) => text(each, 'Ipv6Prefix')),
    'IPv6',
  )
  return {
    privateIpAddress: ipOf(text(it, 'PrivateIpAddress')),
    secondaryPrivateIpAddresses: [
      ...addresses
        .filter((each) => each['Primary'] !== true)
        .flatMap((each) => ipOf(text(each, 'PrivateIpAddress')) ?? []),
      ...delegated,
    ].filter((ip) => ip !== text(it, 'PrivateIpAddress')),
    // one that is planned has no address yet, and is known to get one
    publicAddress:
      owner === 'amazon'
        ? 'auto-assigned'
        : publicIp || text(association, 'AllocationId')
          ? 'elastic-ip'
          : 'none',
    publicIp,
    ...(parts(it, 'Ipv6Addresses').some((each) => text(each, 'Ipv6Address') === null) && {
      assignIpv6Address: true,
    }),
    ipv6Addresses: parts(it, 'Ipv6Addresses').flatMap(
      (each) => ipOf(text(each, 'Ipv6Address')) ?? [],
    ),
    ...(prefixes.length > 0 && { ipv6Prefixes: prefixes }),
    sourceDestCheck: it['SourceDestCheck'] !== false,
  }
}

/** The addresses of a prefix that an interface holds for pods: a /28. */
function hostsOf(prefix: string | null): readonly string[] {
  const [, network, last] = /^(\d+\.\d+\.\d+)\.(\d+)\/28$/.exec(prefix ?? '') ?? []
  if (!network || !last) return []
  return Array.from({ length: 16 }, (_, index) => `${network}.${Number(last) + index}`)
}

export const groupsOf = (it: Raw): readonly string[] => [
  ...new Set(parts(it, 'Groups').flatMap((each) => text(each, 'GroupId') ?? [])),
]

/** The same as part of a workload, which keeps what AWS calls it. */
export const withId = (it: Raw) => {
  const networkInterfaceId = text(it, 'NetworkInterfaceId')
  return { ...(networkInterfaceId && { networkInterfaceId }), ...faceOf(it) }
}

export const groupIds = (awsIds: readonly string[]) =>
  awsIds.map((each) => idOf('security-group', each))

/** Do these name the same security groups, in whichever order? */
export const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join()

/** The interfaces of an instance as they were listed, or as the instance itself tells them. */
export function facesOfInstance(instance: Pick<Entry, 'id' | 'it'>, dump: Dump): readonly Raw[] {
  return parts(instance.it, 'NetworkInterfaces').map((own) => {
    const it = dump.find('NetworkInterfaces', text(own, 'NetworkInterfaceId'))?.it ?? own
    // an instance does not repeat its own id where it tells of its interfaces
    return { ...it, Attachment: { InstanceId: instance.id, ...part(it, 'Attachment') } }
  })
}
