import type { Id, Resource, ResourceOf } from '../../kinds/resource'
import { isCidr, isCidr4 } from '../../net/cidr'
import { over } from '../../kinds/vpc-peering-connection'
import type { Network } from '../network'

/** How many there are of something that AWS allows only so many of. */
export interface Usage {
  /** Where they are counted: a VPC, a table, or one of the things counted in an account's Region. */
  readonly at: Resource
  /** What they are, in the plural. */
  readonly what: string
  /** In what: a VPC by name, or an account and a Region. */
  readonly within: string
  readonly count: number
  readonly quota: number
  readonly rule: 'VPC-23' | 'PEER-19' | 'TGW-21' | 'EP-15'
}

type Vpc = ResourceOf<'vpc'>

const perRegion = {
  vpc: ['VPCs', 5],
  'internet-gateway': ['internet gateways', 5],
  'egress-only-internet-gateway': ['egress-only internet gateways', 5],
  'security-group': ['security groups', 2500],
} as const

/**
 * What is counted against the quotas of VPCs: those that every account has unless it asks for more.
 * (VPC-23, PEER-19, CL-18)
 * @source https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export function* usagesOfVpcs(network: Network): Generator<Usage> {
  const { design } = network
  yield* inRegions(network)
  const tables = countsByVpc(design.all('route-table'))
  const acls = countsByVpc(design.all('network-acl'))
  const endpoints = countsByVpc(
    design
      .all('vpc-endpoint')
      .filter((it) => !isOverEndpoint(it) && it.vpcEndpointType !== 'Gateway'),
  )
  for (const vpc of design.all('vpc')) {
    const of = (what: string, count: number, quota: number): Usage => ({
      at: vpc,
      within: vpc.name,
      rule: 'VPC-23',
      what,
      count,
      quota,
    })
    yield of('subnets', network.subnetsOf(vpc.id).length, 200)
    yield of('IPv4 CIDR blocks', 1 + vpc.secondaryCidrBlocks.length, 5)
    yield of('IPv6 CIDR blocks', vpc.ipv6CidrBlocks.length, 5)
    yield of('route tables', tables.get(vpc.id) ?? 0, 200)
    yield of('network ACLs', acls.get(vpc.id) ?? 0, 200)
    yield {
      ...of('interface and Gateway Load Balancer endpoints', endpoints.get(vpc.id) ?? 0, 50),
      rule: 'EP-15',
    }
    const peerings = network.peeringsOf(vpc.id)
    const active = peerings.filter((it) => network.peeringStatusOf(it.id) === 'active').length
    const pending = peerings.filter(
      (it) =>
        it.requesterVpcId === vpc.id &&
        !over.includes(network.peeringStatusOf(it.id)) &&
        network.peeringStatusOf(it.id) !== 'active',
    ).length
    yield { ...of('active VPC peering connections', active, 50), rule: 'PEER-19' }
    yield { ...of('outstanding VPC peering requests', pending, 25), rule: 'PEER-19' }
  }
  yield* ofLists(network)
}

function countsByVpc(
  items: readonly { readonly vpcId: Id<'vpc'> }[],
): ReadonlyMap<Id<'vpc'>, number> {
  const counts = new Map<Id<'vpc'>, number>()
  for (const { vpcId } of items) counts.set(vpcId, (counts.get(vpcId) ?? 0) + 1)
  return counts
}

const isOverEndpoint = ({ state }: ResourceOf<'vpc-endpoint'>) =>
  ['deleted', 'rejected', 'failed', 'expired'].includes(state)

/** By account and Region. */
function* inRegions({ design }: Network): Generator<Usage> {
  const counts = new Map<string, Usage>()
  const add = (
    at: Resource,
    vpc: Vpc | undefined,
    what: string,
    quota: number,
    place = '',
    rule: Usage['rule'] = 'VPC-23',
  ) => {
    if (!vpc) return
    const key = `${vpc.ownerId} ${vpc.region} ${place} ${what}`
    const within = `account ${vpc.ownerId}, ${place || vpc.region}`
    const count = (counts.get(key)?.count ?? 0) + 1
    counts.set(key, { at: counts.get(key)?.at ?? at, what, within, count, quota, rule })
  }
  for (const vpc of design.all('vpc')) add(vpc, vpc, ...perRegion.vpc)
  const kinds = ['internet-gateway', 'egress-only-internet-gateway', 'security-group'] as const
  for (const kind of kinds)
    for (const it of design.all(kind)) {
      const [what, quota] = perRegion[kind]
      add(it, design.get(it.vpcId), what, quota)
    }
  for (const it of design.all('vpc-endpoint'))
    if (it.vpcEndpointType === 'Gateway' && !isOverEndpoint(it))
      add(it, design.get(it.vpcId), 'gateway endpoints', 20, '', 'EP-15')
  for (const nat of design.all('nat-gateway')) {
    const home = nat.subnetId ? design.get(nat.subnetId) : undefined
    const vpc = home && design.get(home.vpcId)
    if (home && !['deleted', 'failed'].includes(nat.state))
      add(nat, vpc, 'NAT gateways', 5, home.availabilityZone)
    const known =
      nat.publicIp && design.all('elastic-ip').some((it) => it.publicIp === nat.publicIp)
    if (nat.connectivityType === 'public' && home && !known)
      add(nat, vpc, 'Elastic IP addresses', 5)
  }
  for (const it of design.all('elastic-ip'))
    add(
      it,
      design.all('vpc').find((vpc) => vpc.ownerId === it.ownerId && vpc.region === it.region),
      'Elastic IP addresses',
      5,
    )
  for (const it of design.all('workload'))
    for (const [id, face] of Object.entries(it.interfaces)) {
      const subnet = design.get(id as Id<'subnet'>)
      if (face.publicAddress === 'elastic-ip')
        add(it, subnet && design.get(subnet.vpcId), 'Elastic IP addresses', 5)
    }
  yield* counts.values()
}

function at(it: Resource, what: string, count: number, quota: number): Usage {
  return { at: it, within: it.name, rule: 'VPC-23', what, count, quota }
}

/** The rows of tables, groups and network ACLs, and the groups of interfaces. */
function* ofLists({ design }: Network): Generator<Usage> {
  for (const table of design.all('route-table'))
    for (const family of ['IPv4', 'IPv6'] as const) {
      const count = Object.keys(table.routes).reduce((sum, key) => {
        if (isCidr(key)) return sum + (isCidr4(key) === (family === 'IPv4') ? 1 : 0)
        const list = design.get(key as Id<'prefix-list'>)
        // a prefix list counts with the most it may hold (RT-10)
        return sum + (list?.addressFamily === family ? list.maxEntries : 0)
      }, 0)
      yield at(table, `static ${family} routes`, count, 500)
    }
  for (const group of design.all('security-group'))
    for (const direction of ['ingress', 'egress'] as const)
      for (const family of ['IPv4', 'IPv6'] as const) {
        const count = Object.values(group[direction]).reduce((sum, rule) => {
          const list = rule.prefixListId && design.get(rule.prefixListId)
          if (list) return sum + (list.addressFamily === family ? list.maxEntries : 0)
          const other = family === 'IPv4' ? rule.cidrIpv6 : rule.cidrIpv4
          // a rule that names a group counts in both families
          return sum + (other ? 0 : 1)
        }, 0)
        const way = direction === 'ingress' ? 'inbound' : 'outbound'
        yield at(group, `${way} ${family} rules`, count, 60)
      }
  for (const acl of design.all('network-acl'))
    for (const direction of ['ingress', 'egress'] as const)
      for (const family of ['IPv4', 'IPv6'] as const) {
        const entries = Object.values(acl[direction]).filter(
          (it) => isCidr4(it.cidrBlock) === (family === 'IPv4'),
        )
        const way = direction === 'ingress' ? 'inbound' : 'outbound'
        // the final rule, *, counts as one of each family (CL-18)
        yield at(acl, `${way} ${family} rules`, entries.length + 1, 20)
      }
  for (const it of design.all('workload'))
    yield at(it, 'security groups of an interface', it.securityGroupIds.length, 5)
  for (const it of design.all('network-interface'))
    yield at(it, 'security groups of an interface', it.groupIds.length, 5)
}
