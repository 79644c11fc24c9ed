import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { directWays, isOpen } from '../../../kinds/virtual-interface/direct'
import { propagatedBy } from '../../../kinds/vpn-connection/learned'
import { contains, type Cidr } from '../../../net/cidr'
import { defineRule } from '../define-rule'

/** What is learned inside a VPC's own block never counts: the local route does. */
export const learnedInsideVpc = defineRule<{
  gateway: ResourceOf<'vpn-gateway'>
  table: ResourceOf<'route-table'>
  prefix: Cidr
  block: Cidr
}>({
  id: 'L37',
  name: 'learned-inside-vpc',
  severity: 'warn',
  rules: ['RT-8'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html',
  *check({ design, blocksOf }) {
    for (const table of design.all('route-table'))
      for (const id of table.propagatingVgwIds) {
        const gateway = design.get(id)
        if (gateway?.vpcId !== table.vpcId) continue
        const learned = [...directWays(id, design).filter(isOpen), ...propagatedBy(id, design)]
        for (const prefix of new Set(learned.map((it) => it.prefix))) {
          const block = blocksOf(table.vpcId).find((each) => contains(each, prefix))
          if (!block) continue
          yield {
            resources: [gateway.id, table.id],
            evidence: [{ type: 'field', resourceId: table.id, field: 'propagatingVgwIds' }],
            facts: { gateway, table, prefix, block },
          }
        }
      }
  },
  say: ({ gateway, table, prefix, block }) =>
    `${called(gateway)} brings ${prefix} into ${called(table)}, which lies inside the VPC's own ${block}: AWS ignores it, and the local route delivers there. Announce blocks that are none of the VPC's.`,
})
