import type { Id } from '../../kinds/resource'
import { cidr, type Cidr } from '../../net/cidr'
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
    const outside = cidr(`${endpoint.address}/32`)
    return isPublic(endpoint.address) ? { ...nobody, outside } : nobody
  }
  const resource = network.design.resources[endpoint.id]
  if (resource?.kind === 'internet') return { ...nobody, outside: anywhere }
  if (resource?.kind === 'public-address') return { ...nobody, outside: resource.cidrBlock }
  return inside(network.interfacesOf(endpoint.id))
}

function inside(faces: readonly NetworkInterface[]): Party {
  const sound = faces.filter((face) => face.fault === null)
  const vpcId = sound[0]?.vpcId ?? null
  return { faces: sound.filter((face) => face.vpcId === vpcId), vpcId, outside: null }
}

/** A party's interfaces as route planning sees them. */
export function hostsAt(network: Network, { faces }: Party): readonly Host[] {
  return faces.map((face) => ({ address: face.privateIp, subnet: network.subnetOf(face) }))
}

/** The blocks of the subnets a party lies in, each once. */
export function blocksAt(network: Network, { faces }: Party): readonly Cidr[] {
  return [...new Set(faces.map((face) => network.subnetOf(face).cidrBlock))]
}
