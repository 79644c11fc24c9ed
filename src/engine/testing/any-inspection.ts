import fc from 'fast-check'
import {
  endpointService,
  inspectionEndpoint,
  listener,
  loadBalancer,
  networkFirewall,
  targetGroup,
} from '../../model/testing/build'

const name = fc.constantFrom('a', 'b', 'c')
const match = fc.record({
  protocol: fc.constantFrom('-1', '-1', 'tcp', 'udp', 'icmp'),
  source: fc.constantFrom(null, null, '10.0.0.0/8', '10.1.1.4/32', '::/0'),
  destination: fc.constantFrom(null, null, '10.0.0.0/16'),
})
const ports = fc.constantFrom(
  {},
  {},
  { fromPort: 443, toPort: 443 },
  { sourceFromPort: 1024, sourceToPort: 40000 },
)
const rulesOf = (...actions: readonly string[]) =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...actions), match, ports)
      .map(([action, matched, ranges]) => ({ action, ...matched, ...ranges })),
    { maxLength: 2 },
  )
const numbered = (rules: readonly object[]) =>
  Object.fromEntries(rules.map((rule, index) => [index + 1, rule]))

const firewall = fc
  .record({
    vpcName: name,
    statelessRules: rulesOf('aws:pass', 'aws:drop', 'aws:forward_to_sfe', 'OTHER_RULE_GROUP'),
    statefulRules: rulesOf('PASS', 'DROP', 'REJECT', 'ALERT', 'OTHER_RULE_GROUP'),
    statelessDefaultAction: fc.constantFrom(
      'aws:forward_to_sfe',
      'aws:forward_to_sfe',
      'aws:pass',
      'aws:drop',
    ),
    ruleOrder: fc.constantFrom('DEFAULT_ACTION_ORDER', 'STRICT_ORDER'),
    statefulDefaultAction: fc.constantFrom(null, null, 'aws:drop_strict'),
    status: fc.constantFrom('READY', 'READY', 'READY', 'DELETING'),
  })
  .map(({ vpcName, statelessRules, statefulRules, ...more }) =>
    networkFirewall('f', vpcName, [], {
      statelessRules: numbered(statelessRules),
      statefulRules: numbered(statefulRules),
      ...more,
    }),
  )

const appliances = fc.uniqueArray(fc.constantFrom('workload:fw-a', 'workload:fw-b', '10.1.9.77'), {
  maxLength: 3,
})

/** A firewall, a Gateway Load Balancer before the appliances, and endpoints for both. */
export const anyInspection: fc.Arbitrary<readonly object[]> = fc
  .record({
    firewall,
    home: name,
    places: fc.uniqueArray(fc.constantFrom('a', 'b', 'a-nat', 'b-nat'), { minLength: 1 }),
    targets: appliances,
    crossZone: fc.boolean(),
    service: fc.constantFrom('network-firewall:f', 'vpc-endpoint-service:g', 'network-firewall:f'),
    state: fc.constantFrom('available', 'available', 'available', 'pendingAcceptance'),
    ends: fc.tuple(name, name),
  })
  .map(({ firewall, home, places, targets, crossZone, service, state, ends: [one, other] }) => [
    firewall,
    targetGroup('gwlb', home, targets, {
      protocol: 'GENEVE',
      port: 6081,
      targetType: targets.includes('10.1.9.77') ? 'ip' : 'instance',
    }),
    loadBalancer('gwlb', home, places, {
      type: 'gateway',
      crossZone,
      securityGroupIds: null,
      listeners: { 6081: listener('GENEVE', 'gwlb') },
    }),
    endpointService('g', home, 'gwlb', { type: 'GatewayLoadBalancer' }),
    inspectionEndpoint('f', one, service, `${one}-nat`, { state }),
    inspectionEndpoint('x', other, 'vpc-endpoint-service:g', other),
  ])
