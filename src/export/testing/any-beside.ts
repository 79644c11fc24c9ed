import fc from 'fast-check'
import { statefulActions, statelessActions, finer } from '../../kinds/network-firewall/schema'
import type { Document } from '../../model/document'
import {
  clientVpn,
  directConnectAssociation,
  directConnectGateway,
  documentOf,
  inspectionEndpoint,
  latticeAssociation,
  networkFirewall,
  onPremises,
  securityGroup,
  serviceNetwork,
  subnet,
  tens,
  transitGateway,
  virtualInterface,
  vpc,
  vpnGateway,
  workload,
} from '../../model/testing/build'

const blocks = ['10.0.0.0/8', '10.1.0.0/16', '192.168.0.0/16', '0.0.0.0/0'] as const
const block = fc.constantFrom(...blocks)
const someBlocks = fc.uniqueArray(block, { maxLength: 3 })
const zones = ['a', 'b', 'c'] as const
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 })

/** A range of ports; TCP and UDP have them alone. */
const ports = orNull(
  fc.tuple(fc.nat(65_535), fc.nat(65_535)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
)

const matching = fc
  .record({
    source: orNull(block),
    destination: orNull(block),
    protocol: fc.constantFrom('-1', 'tcp', 'udp', 'icmp'),
    from: ports,
    to: ports,
  })
  .map(({ from, to, ...more }) => {
    const hasPorts = more.protocol === 'tcp' || more.protocol === 'udp'
    return {
      ...more,
      ...(hasPorts && from && { sourceFromPort: from[0], sourceToPort: from[1] }),
      ...(hasPorts && to && { fromPort: to[0], toPort: to[1] }),
    }
  })

const rules = (actions: readonly string[], more: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc
    .array(fc.tuple(matching, fc.record({ action: fc.constantFrom(...actions), ...more })), {
      maxLength: 4,
    })
    .map((list) => tens(list.map(([match, rule]) => ({ ...match, ...rule }))))

const firewall = fc.record({
  statelessRules: rules([...statelessActions, finer], {}),
  statelessDefaultAction: fc.constantFrom(...statelessActions),
  statefulRules: rules([...statefulActions, finer], {
    direction: fc.constantFrom('FORWARD', 'ANY'),
  }),
  ruleOrder: fc.constantFrom('DEFAULT_ACTION_ORDER', 'STRICT_ORDER'),
  statefulDefaultAction: fc.constantFrom(null, 'aws:drop_strict', 'aws:drop_established'),
})

const people = fc.record({
  associated: fc.uniqueArray(fc.constantFrom(...zones), { minLength: 1, maxLength: 3 }),
  isGuarded: fc.boolean(),
  authorized: someBlocks,
  routed: someBlocks,
  splitTunnel: fc.boolean(),
})

const direct = fc.record({
  amazonSideAsn: fc.integer({ min: 64_512, max: 65_534 }),
  joins: fc.constantFrom('vpn-gateway:v', 'transit-gateway:hub'),
  allowed: fc.uniqueArray(block, { minLength: 1, maxLength: 3 }),
  isLinked: fc.boolean(),
})

const service = fc.record({
  serviceName: fc.constantFrom('orders', 'stock', 'mail'),
  protocol: fc.constantFrom('HTTP', 'HTTPS'),
  port: fc.integer({ min: 1, max: 65_535 }),
  hasTarget: fc.boolean(),
  targetPort: fc.integer({ min: 1, max: 65_535 }),
})

const lattice = fc.record({
  authType: fc.constantFrom('NONE', 'AWS_IAM'),
  services: fc.uniqueArray(service, {
    maxLength: 3,
    selector: ({ serviceName, port }) => `${serviceName} ${port}`,
  }),
  isJoined: fc.boolean(),
  isGuarded: fc.boolean(),
})

const rows = <T>(word: string, list: readonly T[]) =>
  Object.fromEntries(list.map((each, index) => [`${word}-${index + 1}`, each]))

/**
 * One VPC with what stands beside the everyday network: Network Firewall, Client VPN, Direct Connect and
 * VPC Lattice, each or none of them.
 */
export const anyDesignBeside: fc.Arbitrary<Document> = fc
  .record({
    firewall: orNull(firewall),
    people: orNull(people),
    direct: orNull(direct),
    lattice: orNull(lattice),
  })
  .map((it) =>
    documentOf(
      vpc('v', '10.1.0.0/16'),
      zones.map((zone, index) =>
        subnet(zone, 'v', `10.1.${index}.0/24`, { availabilityZone: `eu-west-1${zone}` }),
      ),
      securityGroup('g', 'v'),
      it.firewall
        ? [
            networkFirewall('wall', 'v', [], it.firewall),
            inspectionEndpoint('wall-a', 'v', 'wall', 'a'),
          ]
        : [],
      it.people
        ? clientVpn('people', 'v', it.people.associated, {
            securityGroupIds: it.people.isGuarded ? ['security-group:g'] : [],
            splitTunnel: it.people.splitTunnel,
            authorizationRules: rows(
              'rule',
              it.people.authorized.map((destinationCidr) => ({ destinationCidr })),
            ),
            routes: rows(
              'route',
              it.people.routed
                // the route to the VPC itself comes with the association
                .filter((destinationCidr) => destinationCidr !== '10.1.0.0/16')
                .map((destinationCidr) => ({
                  destinationCidr,
                  targetSubnetId: `subnet:${it.people?.associated[0] ?? 'a'}`,
                })),
            ),
          })
        : [],
      it.direct
        ? [
            onPremises('office', ['192.168.0.0/16']),
            it.direct.joins.startsWith('vpn') ? vpnGateway('v', 'v') : transitGateway('hub'),
            directConnectGateway('dx', { amazonSideAsn: it.direct.amazonSideAsn }),
            directConnectAssociation('joined', 'dx', it.direct.joins, {
              allowedPrefixes: it.direct.allowed,
            }),
            ...(it.direct.isLinked
              ? [
                  virtualInterface('line', 'office', 'dx', {
                    virtualInterfaceType: it.direct.joins.startsWith('vpn') ? 'private' : 'transit',
                  }),
                ]
              : []),
          ]
        : [],
      it.lattice
        ? [
            workload('tasks', 'a', { workloadType: 'generic' }),
            serviceNetwork(
              'mesh',
              {},
              {
                authType: it.lattice.authType,
                services: rows(
                  'service',
                  it.lattice.services.map(({ hasTarget, ...each }) => ({
                    ...each,
                    targetId: hasTarget ? 'workload:tasks' : null,
                  })),
                ),
              },
            ),
            ...(it.lattice.isJoined
              ? [
                  latticeAssociation('v to mesh', 'v', 'mesh', {
                    securityGroupIds: it.lattice.isGuarded ? ['security-group:g'] : [],
                  }),
                ]
              : []),
          ]
        : [],
    ),
  )
