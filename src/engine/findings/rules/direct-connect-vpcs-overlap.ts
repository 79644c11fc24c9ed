import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { firstOverlap, isCidr4, type Cidr } from '../../../net/cidr'
import { defineRule } from '../define-rule'

/** VPCs that share a Direct Connect gateway must not overlap. */
export const directConnectVpcsOverlap = defineRule<{
  gateway: ResourceOf<'direct-connect-gateway'>
  one: ResourceOf<'vpc'>
  other: ResourceOf<'vpc'>
  collision: readonly [Cidr, Cidr]
}>({
  id: 'L07',
  name: 'direct-connect-vpcs-overlap',
  severity: 'error',
  rules: ['VPC-11'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html',
  *check({ design, blocksOf }) {
    for (const gateway of design.all('direct-connect-gateway')) {
      const vpcs = design
        .all('direct-connect-gateway-association')
        .filter((it) => it.directConnectGatewayId === gateway.id && it.state !== 'disassociated')
        .flatMap((it) => {
          const to = design.get(it.gatewayId)
          return to?.kind === 'vpn-gateway' ? (design.get(to.vpcId) ?? []) : []
        })
      for (const [index, one] of vpcs.entries())
        for (const other of vpcs.slice(index + 1)) {
          const collision = firstOverlap(
            blocksOf(one.id).filter(isCidr4),
            blocksOf(other.id).filter(isCidr4),
          )
          if (!collision || one.id === other.id) continue
          yield {
            resources: [gateway.id, one.id, other.id],
            evidence: [
              { type: 'field', resourceId: one.id, field: 'cidrBlock' },
              { type: 'field', resourceId: other.id, field: 'cidrBlock' },
            ],
            facts: { gateway, one, other, collision },
          }
        }
    }
  },
  say: ({ gateway, one, other, collision }) =>
    `${called(one)} (${collision[0]}) and ${called(other)} (${collision[1]}) overlap, and both are on ${called(gateway)}: AWS refuses the second. Give one of them another block.`,
})
