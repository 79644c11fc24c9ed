import fc from 'fast-check'
import type { Id, Resource } from '../../kinds/resource'
import { resourceSchema } from '../../kinds/resource'
import { peeringStatuses } from '../../kinds/vpc-peering-connection/schema'
import { workloadTypes } from '../../kinds/workload/schema'
import { cidr6, cidrAt, type Cidr } from '../../net/cidr'
import { anywhere6 } from '../../net/ranges'
import { numberToIp } from '../../net/ip'
import type { Box, Document } from '../document'
import { listId, moreOf, moreShapes, type MoreShape } from './more-kinds'

const accounts = [
  { id: '111111111111', name: 'Platform' },
  { id: '222222222222', name: 'Payments' },
] as const
const regions = ['eu-west-1', 'ap-northeast-2'] as const

/** Names as people write them: any script, quotes, template marks, line breaks. */
const names = fc.oneof(
  fc.constantFrom(
    'app',
    'web ${x}',
    '결제 서비스',
    'a "b"',
    "it's",
    'über-vpc',
    '%{if}',
    'a\nb',
    '🚀',
  ),
  fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
)

const tags = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 10, unit: 'grapheme' }).filter((key) => key !== '__proto__'),
  fc.string({ maxLength: 10, unit: 'grapheme' }),
  { maxKeys: 2 },
)

/** How much of everything, and the numbers that choose among it. */
interface Shape {
  readonly vpcs: readonly {
    readonly name: string
    readonly account: number
    readonly region: number
    readonly block: number
    readonly secondary: readonly number[]
    readonly ipv6: boolean
    readonly subnets: readonly {
      readonly name: string
      readonly zone: number
      readonly table: number
      /** IPv4, dual stack, or IPv6 only; where its VPC has IPv6. */
      readonly stack: number
    }[]
    readonly tables: readonly {
      readonly name: string
      readonly routes: readonly [number, number][]
    }[]
    readonly gateway: 'none' | 'attached' | 'detached'
  }[]
  readonly peerings: readonly {
    readonly ends: readonly [number, number]
    readonly status: number
  }[]
  readonly groups: readonly {
    readonly vpc: number
    readonly rules: readonly [number, number, boolean, string][]
  }[]
  readonly workloads: readonly {
    readonly name: string
    readonly subnets: readonly number[]
    readonly groups: readonly number[]
    readonly type: number
    readonly publicAddress: 'none' | 'auto-assigned' | 'elastic-ip'
    readonly stopped: boolean
  }[]
  readonly nats: readonly number[]
  readonly more: MoreShape
  readonly tags: Record<string, string>
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  vpcs: fc.array(
    fc.record({
      name: names,
      account: fc.nat(1),
      region: fc.nat(1),
      // few values, so that overlap happens
      block: fc.nat(5),
      secondary: fc.array(fc.nat(3), { maxLength: 1 }),
      ipv6: fc.boolean(),
      subnets: fc.array(
        fc.record({ name: names, zone: fc.nat(2), table: fc.nat(4), stack: fc.nat(2) }),
        { maxLength: 3 },
      ),
      tables: fc.array(
        fc.record({
          name: names,
          routes: fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 4 }),
        }),
        { maxLength: 3 },
      ),
      gateway: fc.constantFrom('none', 'attached', 'detached'),
    }),
    { maxLength: 4 },
  ),
  peerings: fc.array(
    fc.record({ ends: fc.tuple(fc.nat(3), fc.nat(3)), status: fc.nat(peeringStatuses.length - 1) }),
    { maxLength: 4 },
  ),
  groups: fc.array(
    fc.record({
      vpc: fc.nat(3),
      rules: fc.array(fc.tuple(fc.nat(4), fc.nat(9), fc.boolean(), names), { maxLength: 4 }),
    }),
    { maxLength: 4 },
  ),
  workloads: fc.array(
    fc.record({
      name: names,
      subnets: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
      groups: fc.array(fc.nat(5), { maxLength: 2 }),
      type: fc.nat(workloadTypes.length - 1),
      publicAddress: fc.constantFrom('none', 'auto-assigned', 'elastic-ip'),
      stopped: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  nats: fc.array(fc.nat(11), { maxLength: 2 }),
  more: moreShapes,
  tags,
})

const destinations: readonly (Cidr | typeof listId)[] = [
  ...[0, 1, 2, 3, 4, 5].map((n) => cidrAt((10 * 256 + n) * 65_536, 16)),
  cidrAt(0, 0),
  cidrAt((10 * 256 + 1) * 65_536 + 256, 24),
  cidrAt((100 * 256 + 64) * 65_536, 16),
  cidrAt(10 * 2 ** 24, 8),
  anywhere6,
  cidr6('2001:db8:1::/56'),
  listId,
]

/** What a rule may name: IPv4 blocks. */
const peers = destinations.slice(0, 10)
const ruleTraffic = [
  { ipProtocol: '-1' },
  { ipProtocol: 'tcp', fromPort: 443, toPort: 443 },
  { ipProtocol: 'tcp', fromPort: 0, toPort: 65_535 },
  { ipProtocol: 'udp', fromPort: 53, toPort: 60 },
  { ipProtocol: 'icmp', fromPort: -1, toPort: -1 },
]

const ipv6Prefix = (block: number) => `2001:db8${block > 0 ? `:${block}` : ''}`

/** The /64 of this number in the IPv6 block of a VPC, in canonical form. */
const ipv6Subnet = (block: number, number: number) =>
  number === 0 ? `${ipv6Prefix(block)}::/64` : `2001:db8:${block}:${number}::/64`

function at<Value>(values: readonly Value[], index: number): Value | undefined {
  return values.length === 0 ? undefined : values[index % values.length]
}

/** The document of a shape. What makes no sense in it (a subnet of no VPC) is left out. */
export function documentOfShape(shape: Shape): Document {
  const made: unknown[] = []
  const boxes: Record<string, Box> = {}
  const subnetIds: string[] = []
  const vpcOfSubnet: number[] = []
  const workloadNames: string[] = []
  const vpcCount = shape.vpcs.length
  const peerings = shape.peerings.filter(
    ({ ends: [a, b] }) => a < vpcCount && b < vpcCount && a !== b,
  )
  shape.vpcs.forEach((vpc, index) => {
    const region = regions[vpc.region] ?? regions[0]
    made.push({
      id: `vpc:v${index}`,
      kind: 'vpc',
      name: vpc.name,
      tags: shape.tags,
      ownerId: accounts[vpc.account]?.id,
      region,
      cidrBlock: cidrAt((10 * 256 + vpc.block) * 65_536, 16),
      secondaryCidrBlocks: vpc.secondary.map((n) => cidrAt((100 * 256 + 64 + n) * 65_536, 16)),
      ipv6CidrBlocks: vpc.ipv6 ? [`${ipv6Prefix(vpc.block)}::/56`] : [],
    })
    boxes[`vpc:v${index}`] = { x: index * 700, y: 0, width: 608, height: 400 }
    vpc.tables.forEach((table, number) => {
      const targets = [
        null,
        ...(vpc.gateway === 'none' ? [] : [`internet-gateway:v${index}`]),
        ...shape.nats.flatMap((_, nat) =>
          shape.vpcs.some((it) => it.subnets.length > 0) ? [`nat-gateway:n${nat}`] : [],
        ),
        ...peerings.map((_, peering) => `vpc-peering-connection:p${peering}`),
      ]
      made.push({
        id: `route-table:v${index}t${number}`,
        kind: 'route-table',
        name: table.name,
        vpcId: `vpc:v${index}`,
        main: number === 0,
        routes: Object.fromEntries(
          table.routes
            // a route to a prefix list that is not there is no route
            .filter(([destination]) => destinations[destination] !== listId || shape.more.list)
            .map(([destination, target]) => [
              destinations[destination] ?? '0.0.0.0/0',
              { target: at(targets, target) ?? null },
            ]),
        ),
      })
    })
    vpc.subnets.forEach((subnet, number) => {
      const id = `subnet:v${index}s${number}`
      subnetIds.push(id)
      vpcOfSubnet.push(index)
      const tables = vpc.tables.map((_, table) => `route-table:v${index}t${table}`)
      made.push({
        id,
        kind: 'subnet',
        name: subnet.name,
        vpcId: `vpc:v${index}`,
        availabilityZone: `${region}${'abc'[subnet.zone] ?? 'a'}`,
        cidrBlock:
          vpc.ipv6 && subnet.stack === 2
            ? null
            : cidrAt((10 * 256 + vpc.block) * 65_536 + number * 256, 24),
        ipv6CidrBlock: vpc.ipv6 && subnet.stack > 0 ? ipv6Subnet(vpc.block, number) : null,
        routeTableId: at([null, ...tables], subnet.table) ?? null,
      })
      boxes[id] = { x: 24, y: 72 + number * 160, width: 264, height: 144 }
    })
    if (vpc.gateway !== 'none')
      made.push({
        id: `internet-gateway:v${index}`,
        kind: 'internet-gateway',
        name: `igw ${index}`,
        vpcId: `vpc:v${index}`,
        attachmentState: vpc.gateway,
      })
  })
  if (subnetIds.length > 0)
    shape.nats.forEach((subnet, index) => {
      made.push({
        id: `nat-gateway:n${index}`,
        kind: 'nat-gateway',
        name: `nat ${index}`,
        subnetId: at(subnetIds, subnet),
        publicIp: index === 0 ? '198.51.100.7' : null,
      })
      boxes[`nat-gateway:n${index}`] = { x: 16, y: 48 }
    })
  peerings.forEach(({ ends: [a, b], status }, index) => {
    made.push({
      id: `vpc-peering-connection:p${index}`,
      kind: 'vpc-peering-connection',
      name: `peering ${index}`,
      requesterVpcId: `vpc:v${a}`,
      accepterVpcId: `vpc:v${b}`,
      status: peeringStatuses[status],
    })
  })
  const groups = shape.groups.filter((group) => group.vpc < vpcCount)
  groups.forEach((group, index) => {
    const rules = (offset: number) =>
      Object.fromEntries(
        group.rules.slice(offset).map(([traffic, peer, reference, description], number) => [
          `rule-${number + 1}`,
          {
            ...(ruleTraffic[traffic] ?? ruleTraffic[0]),
            ...(reference
              ? { referencedGroupId: `security-group:g${peer % groups.length}` }
              : { cidrIpv4: peers[peer] ?? '0.0.0.0/0' }),
            description,
          },
        ]),
      )
    made.push({
      id: `security-group:g${index}`,
      kind: 'security-group',
      name: `group ${index}`,
      vpcId: `vpc:v${group.vpc}`,
      description: 'made for a test',
      ingress: rules(0),
      egress: rules(2),
    })
  })
  shape.workloads.forEach((workload, index) => {
    const first = workload.subnets[0] ?? 0
    const home = at(vpcOfSubnet, first)
    if (home === undefined) return
    const inside = workload.subnets
      .map((subnet) => subnet % subnetIds.length)
      .filter((subnet) => vpcOfSubnet[subnet] === home)
    const own = groups.flatMap((group, number) =>
      group.vpc === home ? [`security-group:g${number}`] : [],
    )
    workloadNames.push(`w${index}`)
    made.push({
      id: `workload:w${index}`,
      kind: 'workload',
      name: workload.name,
      workloadType: workloadTypes[workload.type],
      state: workload.stopped ? 'stopped' : 'running',
      interfaces: Object.fromEntries(
        inside.map((subnet, number) => [
          subnetIds[subnet] ?? '',
          {
            privateIpAddress:
              number === 0 && index === 0
                ? numberToIp(
                    (10 * 256 + (shape.vpcs[home]?.block ?? 0)) * 65_536 + (subnet % 3) * 256 + 10,
                  )
                : null,
            publicAddress: workload.publicAddress,
          },
        ]),
      ),
      securityGroupIds: [...new Set(workload.groups.flatMap((group) => at(own, group) ?? []))],
    })
    boxes[`workload:w${index}`] = { x: 40, y: 64 }
  })
  const [firstVpc] = shape.vpcs
  made.push(
    ...moreOf(shape.more, {
      vpcs: shape.vpcs.map((_, index) => `v${index}`),
      subnets: subnetIds.map((id, index) => [id.slice('subnet:'.length), vpcOfSubnet[index] ?? 0]),
      workloads: workloadNames,
      ownerId: accounts[firstVpc?.account ?? 0]?.id ?? accounts[0].id,
      region: regions[firstVpc?.region ?? 0] ?? regions[0],
    }),
  )
  made.push({ id: 'internet:internet', kind: 'internet', name: 'Internet' })
  boxes['internet:internet'] = { x: 0, y: -100 }
  const resources: Record<Id, Resource> = {}
  for (const it of made) {
    const resource = resourceSchema.parse(it)
    resources[resource.id] = resource
  }
  return {
    name: 'Random',
    description: 'made for a test',
    accounts: [...accounts],
    resources,
    layout: boxes,
  }
}

/**
 * Documents that the parser accepts, sensible or not: overlapping VPCs, routes to other VPCs'
 * gateways, peering connections in any status, names in any script.
 */
export const documents: fc.Arbitrary<Document> = shapes.map(documentOfShape)

/** A number that mixes the characters of a text with a seed. */
function mixed(text: string, seed: number): number {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0).reduce(
    (sum, code) => (sum * 31 + code + seed) % 65_521,
    seed,
  )
}

/** The same document with its resources and boxes written in another order. */
export function shuffled(document: Document, seed: number): Document {
  const inOrder = <Value>(record: Readonly<Record<Id, Value>>): Record<Id, Value> =>
    Object.fromEntries(
      Object.entries<Value>(record).sort(([a], [b]) => mixed(a, seed) - mixed(b, seed)),
    )
  return { ...document, resources: inOrder(document.resources), layout: inOrder(document.layout) }
}
