import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { groupBy } from '../../../base/group-by'
import { listed } from '../../repairs/words'
import { defineRule } from '../define-rule'
import { natUsers, type NatUser } from '../nat-users'

/** Subnets of several zones that all depend on one zone for their way out. */
export const natInOneZone = defineRule<{
  vpc: ResourceOf<'vpc'>
  gateways: readonly string[]
  zone: string
  zones: readonly string[]
}>({
  id: 'L22',
  name: 'nat-in-one-zone',
  severity: 'warn',
  rules: ['NET-18'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
  *check(network) {
    const { design } = network
    const byVpc = groupBy([...natUsers(network)], ({ home }) => home.vpcId)
    for (const vpc of design.all('vpc')) {
      const users: readonly NatUser[] = byVpc.get(vpc.id) ?? []
      const [zone, ...others] = new Set(users.map(({ home }) => home.availabilityZone))
      const zones = [...new Set(users.map(({ subnet }) => subnet.availabilityZone))].toSorted()
      const gateways = [...new Set(users.map(({ gateway }) => gateway))]
      const [first] = gateways
      if (!zone || !first || others.length > 0 || zones.length < 2) continue
      yield {
        resources: [first.id, vpc.id],
        evidence: gateways.map(({ id }) => ({ type: 'field', resourceId: id, field: 'subnetId' })),
        facts: { vpc, gateways: gateways.map(called), zone, zones },
      }
    }
  },
  say: ({ vpc, gateways, zone, zones }) =>
    `Subnets of ${called(vpc)} in ${listed(zones)} go out by ${listed(gateways)}, which ${gateways.length === 1 ? 'lies' : 'lie'} in ${zone} only: if that zone fails, all of them are cut off. Place a NAT gateway in each zone, or use a regional one.`,
})
