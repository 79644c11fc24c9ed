import fc from 'fast-check'
import {
  aclAllow,
  aclDeny,
  awsService,
  egressOnlyInternetGateway,
  eksCluster,
  eksPods,
  elasticIp,
  listener,
  loadBalancer,
  networkAcl,
  networkInterface,
  prefixList,
  targetGroup,
  tgwAttachment,
  tgwPeering,
  tgwRouteTable,
  transitGateway,
} from './build'

/** Numbers that choose among what the rest of a random document has; null leaves the part out. */
export interface MoreShape {
  readonly acl: readonly (readonly [number, boolean, boolean])[] | null
  readonly list: boolean
  readonly face: number | null
  readonly address: number | null
  readonly egressOnly: boolean
  readonly transit: { readonly attached: readonly number[]; readonly peered: boolean } | null
  readonly balancer: { readonly type: 'application' | 'network'; readonly port: number } | null
  readonly cluster: boolean
  readonly service: 's3' | 'dynamodb' | 'any' | null
}

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null, freq: 1 })

export const moreShapes: fc.Arbitrary<MoreShape> = fc.record({
  acl: option(fc.array(fc.tuple(fc.nat(3), fc.boolean(), fc.boolean()), { maxLength: 3 })),
  list: fc.boolean(),
  face: option(fc.nat(11)),
  address: option(fc.nat(4)),
  egressOnly: fc.boolean(),
  transit: option(
    fc.record({ attached: fc.array(fc.nat(3), { maxLength: 3 }), peered: fc.boolean() }),
  ),
  balancer: option(
    fc.record({
      type: fc.constantFrom('application', 'network'),
      port: fc.integer({ min: 1, max: 65_535 }),
    }),
  ),
  cluster: fc.boolean(),
  service: option(fc.constantFrom('s3', 'dynamodb', 'any')),
})

/** What stands already, by name; subnets with the number of their VPC. */
export interface Standing {
  readonly vpcs: readonly string[]
  readonly subnets: readonly (readonly [name: string, vpc: number])[]
  readonly workloads: readonly string[]
  readonly ownerId: string
  readonly region: string
}

/** The id of the one prefix list of a random document. */
export const listId = 'prefix-list:list'

const blocks = ['0.0.0.0/0', '10.0.0.0/8', '10.1.0.0/24', '::/0']

/** Resources of the kinds that stand around VPCs, as far as there is something to stand around. */
export function moreOf(shape: MoreShape, standing: Standing): readonly unknown[] {
  const { vpcs, subnets, workloads, ownerId, region } = standing
  const whose = { ownerId, region }
  const [vpc] = vpcs
  const inVpc = (number: number) => subnets.flatMap(([name, of]) => (of === number ? [name] : []))
  const made: unknown[] = []
  if (shape.service) made.push(awsService('service', { service: shape.service }))
  if (shape.list) made.push(prefixList('list', ['10.1.0.0/16', '10.3.0.0/24'], whose))
  if (shape.transit) made.push(...transitOf(shape.transit, vpcs, inVpc, whose))
  if (shape.address !== null) {
    const workload = workloads[shape.address % Math.max(1, workloads.length)]
    made.push(elasticIp('eip', workload ? `workload:${workload}` : null, whose))
  }
  if (vpc === undefined) return made
  const first = inVpc(0)
  if (shape.acl) {
    const entries = Object.fromEntries(
      shape.acl.map(([block, allows, tcp], index) => {
        const entry = allows ? aclAllow : aclDeny
        const cidr = blocks[block] ?? '0.0.0.0/0'
        return [100 * (index + 1), tcp ? entry(cidr, 'tcp', [0, 1023]) : entry(cidr)]
      }),
    )
    made.push(networkAcl('acl', vpc, entries, { 100: aclAllow('0.0.0.0/0') }, { isDefault: true }))
  }
  if (shape.egressOnly) made.push(egressOnlyInternetGateway('eigw', vpc))
  const [inFirst] = first
  if (inFirst === undefined) return made
  if (shape.face !== null) {
    const [subnet] = subnets[shape.face % subnets.length] ?? [inFirst]
    made.push(networkInterface('eni', subnet, { sourceDestCheck: shape.face % 2 === 0 }))
  }
  if (shape.balancer) {
    const { type, port } = shape.balancer
    const protocol = type === 'application' ? 'HTTP' : 'TCP'
    const targets = workloads.map((name) => `workload:${name}`)
    made.push(
      targetGroup('targets', vpc, targets, { protocol, port: 80 }),
      loadBalancer('balancer', vpc, first, {
        type,
        listeners: { [port]: listener(protocol, 'targets') },
      }),
    )
  }
  if (shape.cluster) {
    made.push(eksCluster('cluster', vpc, first))
    const [node] = workloads
    if (node !== undefined) made.push(eksPods('pods', 'cluster', node))
  }
  return made
}

function transitOf(
  { attached, peered }: NonNullable<MoreShape['transit']>,
  vpcs: readonly string[],
  inVpc: (number: number) => readonly string[],
  whose: { readonly ownerId: string; readonly region: string },
): readonly unknown[] {
  const numbers = [...new Set(attached)].filter((number) => number < vpcs.length)
  const names = numbers.map((number) => `t${number}`)
  return [
    transitGateway('tgw', whose),
    ...numbers.map((number) =>
      tgwAttachment(`t${number}`, 'tgw', vpcs[number] ?? '', inVpc(number).slice(0, 1)),
    ),
    tgwRouteTable('tgw-rt', 'tgw', {
      associations: names,
      propagations: names.slice(1),
      routes: { '10.0.0.0/8': names[0] ?? null, '10.9.0.0/16': null },
    }),
    ...(peered ? [transitGateway('far', whose), tgwPeering('tp', 'tgw', 'far')] : []),
  ]
}
