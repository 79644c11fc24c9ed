import { holds } from '../../net/cidr'
import { familyOf, type Family, type Ip } from '../../net/ip'
import { isPublic } from '../../net/ranges'
import { called } from '../called'
import type { NetworkInterface, NetworkView } from '../network'
import type { Id, ResourceOf } from '../resource'

type TargetGroup = ResourceOf<'target-group'>
type Registration = TargetGroup['targets'][string]

/** An address and port that a target group sends to. */
export interface Target {
  readonly ip: Ip
  readonly port: number
  /** Null where nobody in the design is known to have the address. */
  readonly face: NetworkInterface | null
  /** Null means every zone, as for an address outside the VPC. */
  readonly zone: string | null
  readonly isHealthy: boolean
}

export interface Registered {
  readonly targets: readonly Target[]
  /** Why AWS would not have registered others, in words. */
  readonly refused: readonly string[]
}

/** Health that lets a target have traffic; `unavailable` means that nobody checks. (CL-14) */
const fit: readonly Registration['health'][] = ['healthy', 'unavailable']

/** Workloads that are many hosts, each with one interface, rather than one with several. */
const manifold: readonly ResourceOf<'workload'>['workloadType'][] = [
  'ecs-service',
  'eks-node-group',
  'lambda-function',
  'rds-db-instance',
]

/**
 * Where may a target group send to? Instances count with their primary interface and have to lie in
 * its VPC; other addresses are those of its VPC or private ones elsewhere. A target that is being
 * deregistered gets no new connections. (LB-9, LB-12)
 * @source https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-register-targets.html
 */
export function registeredIn(group: TargetGroup, network: NetworkView): Registered {
  const refused: string[] = []
  const targets = Object.values(group.targets)
    .filter(({ health }) => health !== 'draining')
    .flatMap((it): readonly Target[] => {
      const found = it.ipAddress
        ? byAddress(group, it, it.ipAddress, network)
        : it.targetId
          ? byResource(group, it, it.targetId, network)
          : []
      if (typeof found !== 'string') return found
      refused.push(found)
      return []
    })
  const distinct = new Map(targets.map((it) => [`${it.ip} ${it.port}`, it]))
  return { targets: [...distinct.values()], refused }
}

const familyOfGroup = ({ ipAddressType }: TargetGroup): Family =>
  ipAddressType === 'ipv6' ? 'IPv6' : 'IPv4'

function byAddress(
  group: TargetGroup,
  it: Registration,
  ip: Ip,
  network: NetworkView,
): readonly Target[] | string {
  if (group.targetType !== 'ip')
    return `${group.name} takes no addresses: its target type is ${group.targetType}`
  if (familyOf(ip) !== familyOfGroup(group))
    return `${ip} is no address of the family of ${group.name}, ${group.ipAddressType}`
  const inside = network.blocksOf(group.vpcId).some((block) => holds(block, ip))
  if (!inside && familyOf(ip) === 'IPv4' && isPublic(ip))
    return `${ip} is a public address, which ${group.name} cannot register`
  const [only, ...others] = network.interfacesAt(ip)
  const face = inside
    ? (network.interfaceAt(group.vpcId, ip) ?? null)
    : only && others.length === 0
      ? only
      : null
  const subnet = network
    .subnetsOf(group.vpcId)
    .find(({ cidrBlock, ipv6CidrBlock }) =>
      [cidrBlock, ipv6CidrBlock].some((block) => block !== null && holds(block, ip)),
    )
  const zone = inside ? (subnet?.availabilityZone ?? it.availabilityZone) : it.availabilityZone
  return [{ ip, port: it.port ?? group.port, face, zone, isHealthy: fit.includes(it.health) }]
}

function byResource(
  group: TargetGroup,
  it: Registration,
  id: Id,
  network: NetworkView,
): readonly Target[] | string {
  const resource = network.design.get(id)
  if (!resource) return []
  const isBalancer = resource.kind === 'load-balancer' && resource.type === 'application'
  if (
    isBalancer !== (group.targetType === 'alb') ||
    (resource.kind === 'load-balancer') !== isBalancer
  )
    return `${called(resource)} is no target of the type ${group.targetType}, which ${group.name} takes`
  const faces = network.interfacesOf(id)
  const fault = network.faultsOf(id)[0]
  if (faces.length === 0)
    return `${resource.name} ${fault ? `has no interface: ${fault}` : 'has no interface'}`
  const meant =
    group.targetType === 'instance' && resource.kind === 'workload'
      ? primaryOf(resource, faces)
      : faces
  const foreign = meant.find(({ vpcId }) => vpcId !== group.vpcId)
  if (foreign && group.targetType !== 'ip')
    return `${resource.name} lies in another VPC than ${group.name}, and is registered there by address only`
  const family = familyOfGroup(group)
  const targets = meant.flatMap((face): readonly Target[] => {
    const address = face.addresses.find(({ ip }) => familyOf(ip) === family)
    if (!address) return []
    return [
      {
        ip: address.ip,
        port: it.port ?? group.port,
        face,
        zone: face.vpcId === group.vpcId ? face.availabilityZone : it.availabilityZone,
        isHealthy: fit.includes(it.health),
      },
    ]
  })
  return targets.length > 0 ? targets : `${resource.name} has no address of ${family}`
}

/** The interfaces that an instance ID means: the primary one of each host. */
function primaryOf(
  { interfaces, workloadType }: ResourceOf<'workload'>,
  faces: readonly NetworkInterface[],
): readonly NetworkInterface[] {
  const own = faces.filter(({ interfaceId }) => interfaceId === null)
  if (manifold.includes(workloadType)) return own
  const [first] = Object.keys(interfaces)
  return own.filter(({ subnetId }) => subnetId === first)
}
