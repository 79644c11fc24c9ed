import fc from 'fast-check'
import type { Document } from '../../model/document'
import {
  aclAllow,
  aclDeny,
  awsService,
  customerGateway,
  documentOf,
  egressOnlyInternetGateway,
  eksCluster,
  gatewayEndpoint,
  internetGateway,
  listener,
  loadBalancer,
  mainTable,
  natGateway,
  networkAcl,
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
  vpnConnection,
  vpnGateway,
  workload,
} from '../../model/testing/build'
import { workloadTypes } from '../../kinds/workload/schema'

const accounts = ['111111111111', '222222222222'] as const
const regions = ['eu-west-1', 'us-east-1'] as const

const vpcPlan = {
  account: fc.nat(1),
  region: fc.nat(1),
  ipv6: fc.boolean(),
  secondary: fc.boolean(),
  nat: fc.constantFrom<Vpc['nat']>('none', 'public', 'private', 'regional'),
  mode: fc.constantFrom('off', 'off', 'block-ingress', 'block-bidirectional'),
  isShared: fc.boolean(),
  workloads: fc.array(fc.constantFrom(...workloadTypes), { maxLength: 4 }),
  balancer: fc.constantFrom('none', 'application', 'network'),
  cluster: fc.boolean(),
  list: fc.boolean(),
  acl: fc.constant(false),
  vpn: fc.constant(false),
  endpoint: fc.constant(false),
}

const plan = fc.record({
  vpcs: fc.array(fc.record(vpcPlan), { minLength: 1, maxLength: 6 }),
  isPeered: fc.boolean(),
  isAttached: fc.boolean(),
})

/** What the emulated AWS can make: its IPv6 blocks, too, are those that AWS chooses. */
const deployableVpc = fc.record({
  ...vpcPlan,
  ipv6: fc.constant(false),
  nat: fc.constantFrom<Vpc['nat']>('none', 'public', 'private'),
  mode: fc.constant('off' as const),
  isShared: fc.constant(false),
  workloads: fc.constant([]),
  cluster: fc.constant(false),
  acl: fc.boolean(),
  vpn: fc.boolean(),
  endpoint: fc.boolean(),
})

const deployablePlan = fc.record({
  // most are small, so that many can be deployed
  vpcs: fc.oneof(
    { weight: 14, arbitrary: fc.array(deployableVpc, { minLength: 1, maxLength: 4, size: 'max' }) },
    { weight: 1, arbitrary: fc.array(deployableVpc, { minLength: 5, maxLength: 30, size: 'max' }) },
  ),
  isPeered: fc.boolean(),
  isAttached: fc.boolean(),
})

interface Vpc {
  readonly account: number
  readonly region: number
  readonly ipv6: boolean
  readonly secondary: boolean
  readonly nat: 'none' | 'public' | 'private' | 'regional'
  readonly mode: 'off' | 'block-ingress' | 'block-bidirectional'
  readonly isShared: boolean
  readonly workloads: readonly (typeof workloadTypes)[number][]
  readonly balancer: 'none' | 'application' | 'network'
  readonly cluster: boolean
  readonly list: boolean
  readonly acl: boolean
  readonly vpn: boolean
  readonly endpoint: boolean
}

interface Plan {
  readonly vpcs: readonly Vpc[]
  readonly isPeered: boolean
  readonly isAttached: boolean
}

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
      ...(it.acl ? { networkAclId: `network-acl:${name}` } : {}),
    }),
    ...(it.acl
      ? [
          networkAcl(
            name,
            name,
            { 50: aclDeny('203.0.113.0/24'), 100: aclAllow('0.0.0.0/0', 'tcp', [1, 65535]) },
            { 100: aclAllow('0.0.0.0/0') },
          ),
        ]
      : []),
    ...(it.endpoint
      ? [gatewayEndpoint(name, name, `${region}-s3`, [`${name}-in`, `${name}-out`])]
      : []),
    ...(it.vpn
      ? [
          vpnGateway(name, name),
          customerGateway(name, null, { ...home, ipAddress: `198.51.100.${number + 1}` }),
          vpnConnection(name, `vpn-gateway:${name}`, name, {
            staticRoutesOnly: true,
            routes: [`192.168.${number}.0/24`],
          }),
        ]
      : []),
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
export const anyValidDesign: fc.Arbitrary<Document> = plan.map(designOfPlan)

/** The same as far as the emulated AWS goes, of up to 30 VPCs and with more of what it can make. */
export const anyDeployableDesign: fc.Arbitrary<Document> = deployablePlan.map(designOfPlan)

function designOfPlan({ vpcs, isPeered, isAttached }: Plan): Document {
  const peered = isPeered ? vpcs.slice(1) : []
  const attached = vpcs.flatMap((it, index) => (it.account === 0 && it.region === 0 ? [index] : []))
  const names = attached.map((index) => `v${index}`)
  const document = documentOf(
    ...vpcs.map((it, index) => around(it, index, isAttached && attached.includes(index))),
    ...[...new Set(vpcs.flatMap((it) => (it.endpoint ? [it.region] : [])))].map((region) =>
      awsService(`${regions[region]}-s3`, { region: regions[region] }),
    ),
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
}
