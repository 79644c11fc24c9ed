import type { Finding } from '../../engine/answer'

/** The rules whose faults AWS refuses while the code is applied; the others only misbehave later. */
const refusedByAws: ReadonlySet<string> = new Set([
  'attachment-subnet-shared',
  'balancer-in-one-zone',
  'balancer-subnet-small',
  'block-covers-route',
  'cidr-combination-refused',
  'cidr-out-of-range',
  'cluster-subnets',
  'foreign-route-to-peering',
  'group-reference-across-regions',
  'middlebox-misplaced',
  'peered-vpcs-overlap',
  'quota-reached',
  'route-inside-vpc-refused',
  'route-to-detached-gateway',
  'subnet-misplaced',
])

/** The findings for which a deployment of the code would fail. */
export const blocking = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(({ name, severity }) => severity === 'error' && refusedByAws.has(name))
