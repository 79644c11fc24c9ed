import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'
import { natUsers, type NatUser } from '../nat-users'

/** Traffic to a NAT gateway in another zone is charged as such. */
export const natInAnotherZone = defineRule<NatUser>({
  id: 'L23',
  name: 'nat-in-another-zone',
  severity: 'info',
  rules: ['NET-18'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html',
  *check(network) {
    for (const user of natUsers(network)) {
      const { subnet, table, gateway, home } = user
      if (subnet.availabilityZone === home.availabilityZone) continue
      yield {
        resources: [subnet.id, gateway.id, table.id],
        evidence: [
          { type: 'field', resourceId: subnet.id, field: 'availabilityZone' },
          { type: 'field', resourceId: home.id, field: 'availabilityZone' },
        ],
        facts: user,
      }
    }
  },
  say: ({ subnet, gateway, home }) =>
    `${called(subnet)} (${subnet.availabilityZone}) goes out by ${called(gateway)} in ${home.availabilityZone}: data between zones is charged, and the subnet depends on both zones. Route it to a NAT gateway of its own zone.`,
})
