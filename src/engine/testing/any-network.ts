import fc from 'fast-check'
import {
  all,
  documentOf,
  internetGateway,
  natGateway,
  peering,
  routeTable,
  securityGroup,
  subnet,
  tcp,
  vpc,
  workload,
} from '../../model/testing/build'
import { anyBalancers } from './any-balancers'
import { anyDevices, anyNatGateway } from './any-devices'
import { anyEndpoints } from './any-endpoints'
import { anyHybrid } from './any-hybrid'
import { anyInspection } from './any-inspection'
import type { Document } from '../../model/document'

/*
 * Small pools of names and blocks, so that random parts meet: VPCs overlap, routes name gateways of
 * other VPCs, subnets lie outside their VPC, addresses are given twice.
 */
const names = ['a', 'b', 'c'] as const
type Name = (typeof names)[number]
type Routes = Readonly<Record<string, string | null>>
const name = fc.constantFrom(...names)
const vpcBlock = fc.constantFrom('10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16', '52.10.0.0/16')
const subnetBlock = fc.constantFrom(
  '10.0.1.0/24',
  '10.0.2.0/24',
  '10.1.1.0/24',
  '10.2.1.0/28',
  '52.10.1.0/24',
)
const destination = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.0.0/16',
  '10.0.1.0/24',
  '10.1.0.0/16',
  '10.1.1.4/32',
  '10.2.0.0/16',
  '52.10.0.0/16',
  '::/0',
  '64:ff9b::/96',
  '2600:1f01::/56',
  'prefix-list:p',
  'prefix-list:q',
)
const target = fc.oneof(
  fc.constant(null),
  name.map((it) => `internet-gateway:${it}`),
  name.map((it) => `nat-gateway:${it}`),
  name.map((it) => `egress-only-internet-gateway:${it}`),
  name.map((it) => `workload:fw-${it}`),
  name.map((it) => `network-interface:${it}`),
  fc.constantFrom('ab', 'bc', 'ca').map((it) => `vpc-peering-connection:${it}`),
  name.map((it) => `vpn-gateway:${it}`),
  fc.constantFrom('vpc-endpoint:f', 'vpc-endpoint:x'),
)
const status = fc.constantFrom('active', 'active', 'active', 'active', 'pending-acceptance')
const privateIp = fc.constantFrom(null, null, '10.0.1.4', '10.1.1.4', '10.0.1.2')
const publicIp = fc.constantFrom(null, '198.51.100.7', '203.0.113.1')
const block = fc.constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.1.1.4/32',
  '198.51.100.0/24',
)
const peer = fc.oneof(
  block,
  name.map((it) => `security-group:${it}`),
)
const rule = fc.oneof(
  peer.map(all),
  peer.map((it) => tcp(443, it)),
)
const rules = fc.array(rule, { maxLength: 3 })

const plainRecord = { maxKeys: 5, noNullPrototype: true }

/** Usually what makes sense, so that packets get somewhere; now and then anything. */
const mostly = <Value>(sensible: Value, any: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: fc.constant(sensible), weight: 39 }, { arbitrary: any, weight: 1 })
const usually = <Part>(part: fc.Arbitrary<Part>) =>
  fc.option(part, { nil: null, freq: 39 }).map((it) => (it === null ? [] : [it]))
const forEachName = (make: (name: Name, octet: number) => fc.Arbitrary<object>) =>
  fc.tuple(...names.map((it, octet) => usually(make(it, octet)))).map((parts) => parts.flat())

const face = fc.record({
  privateIpAddress: mostly(null, privateIp),
  publicAddress: fc.constantFrom('none', 'elastic-ip', 'auto-assigned'),
  publicIp: mostly(null, publicIp),
  secondaryPrivateIpAddresses: mostly<readonly string[]>([], fc.constant(['10.0.1.77'])),
  ipv6Addresses: mostly<readonly string[]>([], fc.constant(['2600:1f00:0:1::10'])),
  assignIpv6Address: fc.boolean(),
  sourceDestCheck: mostly(true, fc.constant(false)),
})
/** One host per subnet, and one in two of them. */
const workloads = fc.tuple(
  ...(['a', 'b', 'c', 'd'] as const).map((it) => {
    const home = it === 'd' ? 'a' : it
    return fc
      .record({
        first: mostly(home, name),
        second: it === 'd' ? fc.option(name) : fc.constant(null),
        one: face,
        other: face,
        groups: mostly<readonly Name[]>([home], fc.uniqueArray(name, { maxLength: 2 })),
        state: mostly('running', fc.constant('stopped')),
      })
      .map(({ first, second, one, other, groups, state }) =>
        workload(it, [], {
          interfaces: {
            [`subnet:${first}`]: one,
            ...(second && { [`subnet:${second}`]: other }),
          },
          securityGroupIds: groups.map((group) => `security-group:${group}`),
          state,
        }),
      )
  }),
)

/** The IPv6 block of a VPC, or of its first subnet. */
const sixOf = (octet: number, length: 56 | 64) =>
  length === 64 ? `2600:1f0${octet}:0:1::/64` : `2600:1f0${octet}::/56`

const blocks = ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16'] as const
const vpcs = fc.tuple(
  ...names.map((it, octet) =>
    fc
      .record({
        cidr: mostly<string>(blocks[octet] ?? '', vpcBlock),
        region: mostly('eu-west-1', fc.constant('us-east-1')),
        ipv6CidrBlocks: mostly([sixOf(octet, 56)], fc.constantFrom([], [sixOf(0, 56)])),
        internetGatewayBlockMode: mostly(
          'off',
          fc.constantFrom('block-bidirectional', 'block-ingress'),
        ),
      })
      .map(({ cidr, ...more }) => vpc(it, cidr, more)),
  ),
)
const subnets = forEachName((it, octet) =>
  fc
    .record({
      vpcName: mostly<Name>(it, name),
      cidr: mostly(`10.${octet}.1.0/24`, subnetBlock),
      table: mostly<Name | null>(it, fc.option(name)),
      ipv6CidrBlock: mostly<string | null>(sixOf(octet, 64), fc.constantFrom(null, sixOf(0, 64))),
      acl: fc.option(name, { freq: 1 }),
      enableDns64: fc.boolean(),
      zone: mostly('eu-west-1a', fc.constant('eu-west-1b')),
      isSixOnly: fc.nat(19).map((dice) => dice === 0),
    })
    .map(({ vpcName, cidr, table, acl, zone, isSixOnly, ...more }) =>
      subnet(it, vpcName, isSixOnly && more.ipv6CidrBlock ? null : cidr, {
        routeTableId: table && `route-table:${table}`,
        networkAclId: acl && `network-acl:${acl}`,
        availabilityZone: zone,
        ...more,
      }),
    ),
)
/** Routes to the two peers and a default route, most of the time; and anything beside them. */
const tables = forEachName((it) => {
  const peers = { a: ['ab', 'ca'], b: ['ab', 'bc'], c: ['ca', 'bc'] }[it]
  const others = blocks.filter((_, octet) => names[octet] !== it)
  const sensible = Object.fromEntries(
    others.map((block, index) => [block, `vpc-peering-connection:${peers[index] ?? ''}`]),
  )
  const out = fc.constantFrom(
    `internet-gateway:${it}`,
    `nat-gateway:${it}`,
    `workload:fw-${it}`,
    'vpc-endpoint:f',
    'vpc-endpoint:x',
  )
  const six = fc.constantFrom(`internet-gateway:${it}`, `egress-only-internet-gateway:${it}`)
  return fc
    .record({
      vpcName: mostly<Name>(it, name),
      peers: mostly<Routes>(sensible, fc.constant({})),
      out: fc.option(out),
      six: fc.option(six),
      odd: mostly<Routes>({}, fc.dictionary(destination, target, plainRecord)),
      main: fc.boolean(),
      learns: fc.uniqueArray(
        name.map((each) => `vpn-gateway:${each}`),
        { maxLength: 2 },
      ),
    })
    .map(({ vpcName, peers, out, six, odd, main, learns }) =>
      routeTable(
        it,
        vpcName,
        { ...(out && { '0.0.0.0/0': out }), ...(six && { '::/0': six }), ...peers, ...odd },
        { main, propagatingVgwIds: learns },
      ),
    )
})
/** The parts of a design, many of them contradictory in some way. */
const parts: fc.Arbitrary<readonly object[]> = fc
  .tuple(
    vpcs,
    subnets,
    tables,
    forEachName((it) =>
      fc
        .record({
          vpcName: mostly<Name>(it, name),
          attachmentState: mostly('attached', fc.constant('detached')),
        })
        .map(({ vpcName, attachmentState }) => internetGateway(it, vpcName, { attachmentState })),
    ),
    // a public subnet for the NAT gateway beside each private one
    forEachName((it, octet) =>
      fc.constant(
        subnet(`${it}-nat`, it, `10.${octet}.9.0/24`, { routeTableId: `route-table:${it}-nat` }),
      ),
    ),
    forEachName((it) =>
      fc
        .record({ out: mostly(`internet-gateway:${it}`, fc.constant(`nat-gateway:${it}`)) })
        .map(({ out }) => routeTable(`${it}-nat`, it, { '0.0.0.0/0': out })),
    ),
    forEachName((it) =>
      fc
        .record({
          place: mostly<string>(`${it}-nat`, name),
          state: mostly('available', fc.constantFrom('failed', 'deleted')),
          form: anyNatGateway,
        })
        .map(({ place, state, form: { more, isRegional } }) =>
          natGateway(it, place, {
            state,
            ...more,
            ...(isRegional && {
              subnetId: null,
              vpcId: `vpc:${it}`,
              availabilityMode: 'regional',
            }),
          }),
        ),
    ),
    forEachName((it) =>
      fc
        .record({
          vpcName: mostly<Name>(it, name),
          ingress: rules,
          egress: mostly<readonly object[]>([all('0.0.0.0/0')], rules),
        })
        .map(({ vpcName, ingress, egress }) => securityGroup(it, vpcName, ingress, egress)),
    ),
    fc
      .tuple(status, status, status)
      .map(([one, two, three]) => [
        peering('ab', 'a', 'b', { status: one }),
        peering('bc', 'b', 'c', { status: two }),
        peering('ca', 'c', 'a', { status: three }),
      ]),
    workloads,
    anyDevices,
    anyBalancers,
    anyHybrid,
    anyEndpoints,
    anyInspection,
  )
  .map((lists) => [
    ...lists.flat(),
    { id: 'internet:i', kind: 'internet', name: 'Internet' },
    { id: 'public-address:p', kind: 'public-address', name: 'Office', cidrBlock: '192.0.2.8/29' },
  ])

/** A network of three VPCs, possible or not. */
export const anyNetwork: fc.Arbitrary<Document> = parts.map((each) => documentOf(...each))

/** The same resources written down in another order. */
export function shuffled(document: Document, seed: readonly number[]): Document {
  const weighed = Object.values(document.resources).map((resource, index) => ({
    resource,
    weight: seed[index % seed.length] ?? 0,
  }))
  return documentOf(...weighed.sort((a, b) => a.weight - b.weight).map(({ resource }) => resource))
}

const hosts = ['a', 'b', 'c', 'd']
export const anyEnd = fc.constantFrom(
  ...hosts,
  ...hosts,
  ...hosts,
  ...hosts,
  ...hosts,
  ...hosts,
  'internet:i',
  'internet:i',
  'internet:i',
  'public-address:p',
  'nat-gateway:a',
  'load-balancer:a',
  'load-balancer:b',
  'subnet:a',
  'aws-service:s3',
  'aws-service:table',
  'vpc-endpoint:g',
  'vpc-endpoint:i',
  'vpc-endpoint:n',
  'vpc-endpoint-service:s',
  'service-network:n',
  'on-premises-network:dc',
  'client-vpn-endpoint:a',
  'on-premises-network:dc',
  '192.168.1.9',
  'network-interface:a',
  'fw-a',
  '2600:1f00:0:1::10',
  '2606:4700::1',
  '64:ff9b::808:808',
  'nothing',
  '10.0.1.4',
  '10.1.1.4',
  '10.9.9.9',
  '52.10.1.4',
  '198.51.100.7',
  '198.51.100.1',
  '8.8.8.8',
)
export const anyTraffic = fc.constantFrom(
  'tcp/443',
  'tcp/22',
  'udp/53',
  'icmp',
  '50',
  'tcp',
  'tcp/20-500',
)
