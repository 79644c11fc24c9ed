import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { prefixLengthOf } from '../../../net/cidr'
import { isOfFamily4 } from '../../../net/ip'
import { defineRule } from '../define-rule'

/** How many addresses of an IPv4 subnet AWS keeps for itself. (VPC-18) */
const kept = 5

/** A subnet that has hardly an address left. */
export const subnetNearlyFull = defineRule<{
  subnet: ResourceOf<'subnet'>
  free: number
  usable: number
}>({
  id: 'L54',
  name: 'subnet-nearly-full',
  severity: 'warn',
  rules: ['VPC-18'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html',
  *check({ design, interfaces }) {
    const used = new Map<ResourceOf<'subnet'>['id'], number>()
    for (const { subnetId, addresses } of interfaces) {
      const count = addresses.filter(({ ip }) => isOfFamily4(ip)).length
      used.set(subnetId, (used.get(subnetId) ?? 0) + count)
    }
    for (const subnet of design.all('subnet')) {
      if (!subnet.cidrBlock) continue
      const usable = 2 ** (32 - prefixLengthOf(subnet.cidrBlock)) - kept
      const free = Math.max(0, usable - (used.get(subnet.id) ?? 0))
      if (usable <= 0 || free >= usable / 10) continue
      yield {
        resources: [subnet.id],
        evidence: [{ type: 'field', resourceId: subnet.id, field: 'cidrBlock' }],
        facts: { subnet, free, usable },
      }
    }
  },
  say: ({ subnet, free, usable }) =>
    `${called(subnet)} (${subnet.cidrBlock}) has ${free} of ${usable} addresses left. A subnet cannot grow: place new hosts in another one.`,
})
