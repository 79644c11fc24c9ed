import type { Id } from '../../kinds/resource'
import { subnetBlocksOf } from '../../model/peering'
import { hostBlock, type Cidr } from '../../net/cidr'
import { familyOf, type Family, type Ip } from '../../net/ip'
import { anywhere, isPublic } from '../../net/ranges'
import type { Endpoint } from '../answer'
import type { Network, NetworkInterface } from '../network'
import type { Host } from './plan-routes'

/** Who stands at one end of a question. */
export interface Party {
  /** Its interfaces inside the design, all of one VPC; none for a place outside. */
  readonly faces: readonly NetworkInterface[]
  readonly vpcId: Id<'vpc'> | null
  /** The public addresses it stands for; null for a party inside. */
  readonly outside: Cidr | null
}

const nobody: Party = { faces: [], vpcId: null, outside: null }

/** Resolves one end of a question. An address that several VPCs hold belongs to nobody in particular. */
export function partyAt(network: Network, endpoint: Endpoint): Party {
  if (endpoint.type === 'address') {
    const owners = network.interfacesAt(endpoint.address)
    if (owners.length > 0) return owners.length === 1 ? inside(owners) : nobody
    const outside = hostBlock(endpoint.address)
    return isPublic(endpoint.address) ? { ...nobody, outside } : nobody
  }
  const resource = network.design.resources[endpoint.id]
  if (resource?.kind === 'internet') return { ...nobody, outside: anywhere }
  if (resource?.kind === 'public-address') return { ...nobody, outside: resource.cidrBlock }
  if (resource?.kind === 'on-premises-network')
    return { ...nobody, outside: resource.prefixes[0] ?? null }
  return inside(network.interfacesOf(endpoint.id))
}

function inside(faces: readonly NetworkInterface[]): Party {
  const sound = faces.filter((face) => face.fault === null)
  const vpcId = sound[0]?.vpcId ?? null
  return { faces: sound.filter((face) => face.vpcId === vpcId), vpcId, outside: null }
}

/** Is this one of the private addresses of the interface, secondary and IPv6 ones included? */
export function hasAddress({ addresses }: NetworkInterface, ip: Ip): boolean {
  return addresses.some((it) => it.ip === ip)
}

/** A party's interfaces as route planning sees them, by their first address of this family. */
export function hostsAt(network: Network, { faces }: Party, family: Family): readonly Host[] {
  return faces.flatMap((face) => {
    const first = face.addresses.find(({ ip }) => familyOf(ip) === family)
    return first ? [{ address: first.ip, subnet: network.subnetOf(face) }] : []
  })
}

/** The blocks of this family of the subnets a party lies in, each once. */
export function blocksAt(network: Network, { faces }: Party, family: Family): readonly Cidr[] {
  const blocks = faces.flatMap((face) => subnetBlocksOf(network.subnetOf(face)))
  return [...new Set(blocks.filter((block) => familyOf(block) === family))]
}
