import fc from 'fast-check'
import { loadBalancer, targetGroup } from '../../model/testing/build'

/* Load balancers and what they send to, for the random networks of any-network.ts. */

const names = ['a', 'b'] as const
const name = fc.constantFrom('a', 'b', 'c')
const target = fc.oneof(
  name.map((it) => `workload:${it}`),
  name.map((it) => `network-interface:${it}`),
  fc.constantFrom('load-balancer:a', 'load-balancer:gone', '10.0.1.4', '10.1.1.4', '8.8.8.8'),
)
const health = fc.constantFrom('healthy', 'healthy', 'unhealthy', 'draining', 'unused')
const flag = fc.constantFrom(null, true, false)
const protocol = fc.constantFrom('TCP', 'TCP', 'HTTPS', 'TLS', 'TCP_UDP')

const group = (it: string) =>
  fc
    .record({
      targets: fc.array(fc.tuple(target, health), { maxLength: 3 }),
      targetType: fc.constantFrom('instance', 'instance', 'ip', 'alb'),
      protocol,
      ipAddressType: fc.constantFrom('ipv4', 'ipv4', 'ipv6'),
      preserveClientIp: flag,
      crossZone: flag,
      vpcName: fc.constantFrom(it, it, it, 'c'),
    })
    .map(({ targets, vpcName, ...more }) =>
      targetGroup(
        it,
        vpcName,
        targets.map(([to, state]) => ({
          ...(to.includes(':') ? { targetId: to } : { ipAddress: to }),
          health: state,
        })),
        { port: 443, ...more },
      ),
    )

const action = (it: string) =>
  fc
    .tuple(
      fc.constantFrom('forward', 'forward', 'forward', 'redirect'),
      fc.constantFrom(it, it, 'a', 'gone'),
      fc.nat(2),
    )
    .map(([type, to, weight]) =>
      type === 'forward'
        ? { type, targetGroups: { [`target-group:${to}`]: { weight } } }
        : { type },
    )

const balancer = (it: string) =>
  fc
    .record({
      type: fc.constantFrom('application', 'network'),
      scheme: fc.constantFrom('internal', 'internet-facing'),
      ipAddressType: fc.constantFrom('ipv4', 'dualstack'),
      state: fc.constantFrom('active', 'active', 'active', 'provisioning'),
      subnets: fc.constantFrom([it], [it, `${it}-nat`], [`${it}-nat`], ['c'], []),
      securityGroupIds: fc.constantFrom(null, [], [`security-group:${it}`]),
      crossZone: fc.boolean(),
      listeners: fc
        .tuple(protocol, action(it))
        .map(([its, defaultAction]) => ({ 443: { protocol: its, defaultAction } })),
    })
    .map(({ subnets, ...more }) => loadBalancer(it, it, subnets, more))

/** A load balancer in the first two VPCs, and its target group, each now and then wrong. */
export const anyBalancers = fc
  .tuple(...names.map((it) => fc.tuple(balancer(it), group(it))))
  .map((parts) => parts.flat())
