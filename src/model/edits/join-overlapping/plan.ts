import type { Design } from '../../../kinds/contract'
import type { ResourceOf } from '../../../kinds/resource'
import { keysOf } from '../../../kinds/without'
import { subnetsOf } from '../../../kinds/zones'
import { cidr, nextFree, type Cidr4 } from '../../../net/cidr'
import { rfc6598 } from '../../../net/ranges'
import { designOf } from '../../design'
import type { Document } from '../../document'
import { blocksOf } from '../../peering'
import { associationProblem } from '../../vpc-blocks'
import { takenBlocks } from '../free-cidr'

type Vpc = ResourceOf<'vpc'>
type Subnet = ResourceOf<'subnet'>
type Table = ResourceOf<'route-table'>
type Workload = ResourceOf<'workload'>

/** What listens on one port in the VPC that is called, and the groups that have to admit callers. */
export interface Service {
  readonly port: number
  readonly workloads: readonly Workload[]
  readonly groups: readonly ResourceOf<'security-group'>['id'][]
}

/** How one VPC shall call services of another that has the same addresses. (OVL-2) */
export interface JoinPlan {
  readonly client: Vpc
  readonly server: Vpc
  /** The block that each VPC is known by to the other. */
  readonly clientBlock: Cidr4
  readonly serverBlock: Cidr4
  /** Where the NAT gateway stands. */
  readonly clientZone: string
  /** Where the load balancer has its nodes. */
  readonly serverZones: readonly [string, string]
  /** The tables of all subnets that have callers. */
  readonly tables: readonly Table[]
  readonly services: readonly Service[]
}

/** The size of a routable block and of the subnets in it. */
export const lengths = { block: 24, subnet: 26 } as const

/** AWS's own example begins with the second block of the range. */
const skipped = cidr('100.64.0.0/24')

/**
 * Can private NAT, a transit gateway and a load balancer join these VPCs, so that hosts of the first
 * reach services of the second? Null where nobody calls or answers, where they lie in different
 * Regions, or where no routable blocks are left. (OVL-2)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html
 */
export function planJoin(document: Document, client: Vpc, server: Vpc): JoinPlan | null {
  const design = designOf(document)
  if (client.region !== server.region || client.id === server.id) return null
  const callers = subnetsWithHosts(client, design)
  const tables = callers.map(({ id }) => design.routeTableOf(id))
  const known = tables.filter((it) => it?.vpcId === client.id) as readonly Table[]
  const services = servicesOf(server, design)
  const taken = [...takenBlocks(document, lengths.block), skipped]
  const clientBlock = routableFor(client, taken)
  const serverBlock = clientBlock && routableFor(server, [...taken, clientBlock])
  const [caller] = callers
  const answering = subnetsWithHosts(server, design)[0]
  if (!caller || !answering || known.length < tables.length || services.length === 0) return null
  if (!clientBlock || !serverBlock) return null
  const zone = answering.availabilityZone
  const other = subnetsOf(server, design).find((it) => it.availabilityZone !== zone)
  return {
    client,
    server,
    clientBlock,
    serverBlock,
    clientZone: caller.availabilityZone,
    serverZones: [zone, other?.availabilityZone ?? zoneBeside(zone)],
    tables: [...new Set(known)],
    services,
  }
}

/** The subnets of a VPC that have a workload with an IPv4 address, ordered by zone. */
function subnetsWithHosts(vpc: Vpc, design: Design): readonly Subnet[] {
  const used = new Set(design.all('workload').flatMap((it) => keysOf(it.interfaces)))
  return subnetsOf(vpc, design).filter(({ id, cidrBlock }) => cidrBlock !== null && used.has(id))
}

function routableFor(vpc: Vpc, taken: readonly Cidr4[]): Cidr4 | null {
  const block = nextFree(rfc6598, lengths.block, taken)
  return block && !associationProblem(blocksOf(vpc), block) ? block : null
}

/** What the VPC offers, by port: workloads whose own groups say what they listen on. */
function servicesOf(vpc: Vpc, design: Design): readonly Service[] {
  const inside = new Set(subnetsWithHosts(vpc, design).map(({ id }) => id))
  const byPort = new Map<number, Service>()
  for (const it of design.all('workload')) {
    if (it.forwarding !== 'none' || !keysOf(it.interfaces).every((id) => inside.has(id))) continue
    const groups = it.securityGroupIds
      .flatMap((id) => design.get(id) ?? [])
      .filter(({ vpcId }) => vpcId === vpc.id)
    const [first] = groups
    if (!first) continue
    const port = portOf(groups)
    const known = byPort.get(port) ?? { port, workloads: [], groups: [] }
    byPort.set(port, {
      port,
      workloads: [...known.workloads, it],
      groups: [...new Set([...known.groups, first.id])],
    })
  }
  return [...byPort.values()].sort((a, b) => a.port - b.port)
}

/** The first single port of tcp that these groups admit, else that of HTTP. */
function portOf(groups: readonly ResourceOf<'security-group'>[]): number {
  const rules = groups.flatMap(({ ingress }) => Object.values(ingress))
  const one = rules.find(
    ({ ipProtocol, fromPort, toPort }) => ipProtocol === 'tcp' && fromPort && fromPort === toPort,
  )
  return one?.fromPort ?? 80
}

const zoneBeside = (zone: string) => `${zone.slice(0, -1)}${zone.endsWith('a') ? 'b' : 'a'}`
