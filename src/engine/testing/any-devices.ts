import fc from 'fast-check'
import {
  aclAllow,
  aclDeny,
  egressOnlyInternetGateway,
  elasticIp,
  networkAcl,
  networkInterface,
  prefixList,
  routeTable,
  workload,
} from '../../model/testing/build'

/* What stands between hosts, for the random networks of any-network.ts. */

const names = ['a', 'b', 'c'] as const
const name = fc.constantFrom(...names)
const sometimes = <Part>(part: fc.Arbitrary<Part>, freq: number) =>
  fc.option(part, { nil: null, freq }).map((it) => (it === null ? [] : [it]))
const forEachName = (
  make: (name: (typeof names)[number], octet: number) => fc.Arbitrary<object[]>,
) => fc.tuple(...names.map((it, octet) => make(it, octet))).map((parts) => parts.flat())

const protocol = fc.constantFrom<readonly [string, (readonly [number, number])?]>(
  ['-1'],
  ['-1'],
  ['6', [443, 443]],
  ['6', [1024, 65535]],
  ['6', [32768, 61000]],
  ['17', [53, 53]],
  ['1'],
  ['50'],
)
const block = fc.constantFrom('0.0.0.0/0', '0.0.0.0/0', '::/0', '10.0.0.0/8', '10.1.1.4/32')
const entry = fc
  .tuple(fc.boolean(), block, protocol)
  .map(([isAllow, cidr, [number, ports]]) => (isAllow ? aclAllow : aclDeny)(cidr, number, ports))
const entries = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 99 }), entry), { maxLength: 3 })
  .chain((rules) =>
    fc
      .boolean()
      .map((isOpen) => [
        ...rules,
        ...(isOpen
          ? [[100, aclAllow('0.0.0.0/0')] as const, [101, aclAllow('::/0')] as const]
          : []),
      ]),
  )
  .map((rules) => Object.fromEntries(rules))

/** A network ACL of the name of each VPC; now and then it is the VPC's default one. */
const acls = forEachName((it) =>
  fc
    .tuple(name, entries, entries, fc.nat(9))
    .map(([vpcName, ingress, egress, dice]) => [
      networkAcl(it, dice === 0 ? vpcName : it, ingress, egress, { isDefault: dice === 1 }),
    ]),
)

const forwarding = fc.constantFrom('forward', 'forward', 'forward', 'masquerade', 'drop', 'none')
const isUnchecked = fc.nat(9).map((dice) => dice > 0)
const publicAddress = fc.constantFrom('elastic-ip', 'elastic-ip', 'none')

/** An appliance beside the NAT gateway of each VPC, and a further interface of it or of a host. */
const appliances = forEachName((it) =>
  fc
    .tuple(
      fc.record({ forwarding, unchecked: isUnchecked, stateful: fc.boolean(), publicAddress }),
      sometimes(
        fc.record({
          instance: fc.constantFrom(`fw-${it}`, `fw-${it}`, it, null),
          place: fc.constantFrom(it, `${it}-nat`, 'a'),
          unchecked: isUnchecked,
        }),
        1,
      ),
    )
    .map(([{ forwarding, unchecked, stateful, publicAddress }, extra]) => [
      workload(
        `fw-${it}`,
        `${it}-nat`,
        {
          workloadType: 'appliance',
          forwarding,
          stateful,
          securityGroupIds: [`security-group:${it}`],
        },
        { sourceDestCheck: !unchecked, publicAddress },
      ),
      ...extra.map(({ instance, place, unchecked }) =>
        networkInterface(it, place, {
          instanceId: instance && `workload:${instance}`,
          groupIds: [`security-group:${it}`],
          sourceDestCheck: !unchecked,
        }),
      ),
    ]),
)

/** A table for what comes in by the internet gateway of some VPCs. */
const edges = forEachName((it, octet) =>
  sometimes(
    fc
      .tuple(
        fc.constantFrom(`10.${octet}.1.0/24`, `10.${octet}.0.0/16`, '10.9.0.0/16'),
        fc.constantFrom(`workload:fw-${it}`, `workload:fw-${it}`, `network-interface:${it}`, null),
        fc.nat(9),
      )
      .map(([cidr, target, dice]) =>
        routeTable(
          `${it}-edge`,
          it,
          { [cidr]: target },
          {
            gatewayId: `internet-gateway:${it}`,
            main: dice === 0,
          },
        ),
      ),
    1,
  ),
)

const egressOnly = forEachName((it) => sometimes(fc.constant(egressOnlyInternetGateway(it, it)), 2))

const listed = fc.uniqueArray(
  fc.constantFrom('10.1.0.0/16', '10.2.0.0/16', '10.0.0.0/8', '10.1.1.4/32'),
  {
    maxLength: 2,
  },
)
const lists = fc.tuple(listed, listed).map(([p, q]) => [prefixList('p', p), prefixList('q', q)])

const addresses = sometimes(
  fc
    .tuple(
      fc.constantFrom('workload:a', 'workload:fw-b', 'network-interface:a', null),
      fc.boolean(),
    )
    .map(([of, isKnown]) => elasticIp('e', of, { publicIp: isKnown ? '198.51.100.7' : null })),
  1,
)

/** Everything that may stand between the hosts of a random network. */
export const anyDevices: fc.Arbitrary<readonly object[]> = fc
  .tuple(acls, appliances, edges, egressOnly, lists, addresses)
  .map((parts) => parts.flat())

/** What a NAT gateway is beside an ordinary one: private, of several addresses or regional. */
export const anyNatGateway: fc.Arbitrary<{ readonly more: object; readonly isRegional: boolean }> =
  fc.constantFrom(
    { more: {}, isRegional: false },
    { more: {}, isRegional: false },
    { more: {}, isRegional: false },
    { more: { connectivityType: 'private' }, isRegional: false },
    { more: { secondaryAddresses: [{ publicIp: '198.51.100.9' }, {}] }, isRegional: false },
    { more: {}, isRegional: true },
    { more: { availabilityZones: ['eu-west-1b'] }, isRegional: true },
  )
