import fc from 'fast-check'
import type { Document } from '../../model/document'
import {
  documentOf,
  egressOnlyInternetGateway,
  eksCluster,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  peering,
  prefixList,
  routeTable,
  securityGroup,
  subnet,
  targetGroup,
  tcp,
  tgwAttachment,
  tgwRouteTable,
  transitGateway,
  vpc,
  workload,
} from '../../model/testing/build'
import { workloadTypes } from '../../kinds/workload/schema'

const accounts = ['111111111111', '222222222222'] as const
const regions = ['eu-west-1', 'us-east-1'] as const

const plan = fc.record({
  vpcs: fc.array(
    fc.record({
      account: fc.nat(1),
      region: fc.nat(1),
      ipv6: fc.boolean(),
      secondary: fc.boolean(),
      nat: fc.constantFrom('none', 'public', 'private', 'regional'),
      mode: fc.constantFrom('off', 'off', 'block-ingress', 'block-bidirectional'),
      isShared: fc.boolean(),
      workloads: fc.array(fc.constantFrom(...workloadTypes), { maxLength: 4 }),
      balancer: fc.constantFrom('none', 'application', 'network'),
      cluster: fc.boolean(),
      list: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  isPeered: fc.boolean(),
  isAttached: fc.boolean(),
})

type Vpc =
  typeof plan extends fc.Arbitrary<infer P>
    ? P extends { readonly vpcs: readonly (infer V)[] }
      ? V
      : never
    : never

/** One VPC with two private subnets, a public one, and what was chosen for it. */
function around(it: Vpc, number: number, toGateway: boolean): readonly unknown[] {
  const [name, region] = [`v${number}`, regions[it.region] ?? regions[0]]
  const [ownerId, other] = it.account === 0 ? accounts : accounts.toReversed()
  const home = { ownerId, region }
  const group = { securityGroupIds: [`security-group:${name}`] }
  const sixth = (part: number) =>
    it.ipv6 ? { ipv6CidrBlock: `2001:db8:${number + 1}:${part}::/64` } : {}
  const inner = [`${name}-a`, `${name}-b`]
  const natTarget =
    it.nat === 'public' || it.nat === 'regional' ? { '192.0.2.0/24': `nat-gateway:${name}` } : {}
  return [
    vpc(name, `10.${number}.0.0/16`, {
      ...home,
      internetGatewayBlockMode: it.mode,
      ipv6CidrBlocks: it.ipv6 ? [`2001:db8:${number + 1}::/56`] : [],
      secondaryCidrBlocks: it.secondary ? [`100.${64 + number}.0.0/16`] : [],
    }),
    mainTable(`${name}-main`, name),
    internetGateway(name, name),
    ...(it.ipv6 ? [egressOnlyInternetGateway(name, name)] : []),
    routeTable(`${name}-out`, name, { '0.0.0.0/0': `internet-gateway:${name}` }),
    routeTable(`${name}-in`, name, {
      ...natTarget,
      ...(toGateway ? { '10.128.0.0/9': 'transit-gateway:tgw' } : {}),
      ...(it.ipv6 ? { '::/0': `egress-only-internet-gateway:${name}` } : {}),
    }),
    subnet(`${name}-out`, name, `10.${number}.0.0/24`, {
      availabilityZone: `${region}a`,
      routeTableId: `route-table:${name}-out`,
    }),
    ...['a', 'b'].map((zone, index) =>
      subnet(
        `${name}-${zone}`,
        name,
        it.secondary ? `100.${64 + number}.${index}.0/24` : `10.${number}.${index + 1}.0/24`,
        {
          availabilityZone: `${region}${zone}`,
          routeTableId: `route-table:${name}-in`,
          sharedWith: it.isShared ? [other] : [],
          ...sixth(index + 1),
        },
      ),
    ),
    ...(it.list ? [prefixList(`${name}-l`, ['203.0.113.0/24'], home)] : []),
    securityGroup(name, name, [
      tcp(443, `10.${number}.0.0/16`),
      tcp(80, `security-group:${name}`),
      ...(it.list ? [tcp(22, `prefix-list:${name}-l`)] : []),
    ]),
    ...(it.nat === 'regional'
      ? [
          natGateway(name, '', {
            subnetId: null,
            vpcId: `vpc:${name}`,
            availabilityMode: 'regional',
          }),
        ]
      : it.nat === 'none'
        ? []
        : [natGateway(name, `${name}-out`, { connectivityType: it.nat })]),
    ...it.workloads.map((workloadType, index) =>
      workload(`${name}-w${index}`, workloadType === 'ec2-instance' ? `${name}-a` : inner, {
        ...group,
        workloadType,
        ownerId: it.isShared && index === 0 ? other : null,
      }),
    ),
    ...(it.balancer === 'none' ? [] : balancing(name, it, inner, group)),
    ...(it.cluster ? [eksCluster(`${name}-k`, name, inner, { ...group, externalSnat: true })] : []),
  ]
}

function balancing(name: string, it: Vpc, subnets: readonly string[], group: object) {
  const protocol = it.balancer === 'application' ? 'HTTP' : 'TCP'
  const targets = it.workloads.map((_, index) => `workload:${name}-w${index}`)
  return [
    targetGroup(`${name}-tg`, name, targets, { targetType: 'ip', protocol, port: 80 }),
    loadBalancer(`${name}-lb`, name, subnets, {
      ...group,
      type: it.balancer,
      listeners: { 80: listener(protocol, `${name}-tg`) },
    }),
  ]
}

/**
 * Designs that AWS would take: VPCs of several accounts and Regions whose blocks differ, each with
 * ways out, workloads and load balancers; peered in a row, or attached to one transit gateway.
 */
export const anyValidDesign: fc.Arbitrary<Document> = plan.map(({ vpcs, isPeered, isAttached }) => {
  const peered = isPeered ? vpcs.slice(1) : []
  const attached = vpcs.flatMap((it, index) => (it.account === 0 && it.region === 0 ? [index] : []))
  const names = attached.map((index) => `v${index}`)
  const document = documentOf(
    ...vpcs.map((it, index) => around(it, index, isAttached && attached.includes(index))),
    ...peered.map((_, index) => peering(`p${index}`, `v${index}`, `v${index + 1}`)),
    ...(isAttached && names.length > 0
      ? [
          transitGateway('tgw', {
            defaultRouteTableAssociation: false,
            defaultRouteTablePropagation: false,
          }),
          ...names.map((name) => tgwAttachment(name, 'tgw', name, [`${name}-a`, `${name}-b`])),
          tgwRouteTable('tgw-rt', 'tgw', { associations: names, propagations: names }),
        ]
      : []),
  )
  return { ...document, accounts: accounts.map((id) => ({ id, name: `Account ${id[0]}` })) }
})
