import type { ResourceOf } from '../../../kinds/resource'
import { destinationsTo } from '../../../model/internet-access'
import { openPublicSubnets, subnetsMeantPublic } from '../../repairs/open-public-subnets'
import { removeResourceRepair } from '../../repairs/remove-resource'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** An internet gateway that no route names serves nobody. */
export const internetGatewayUnused = defineRule<{
  gateway: ResourceOf<'internet-gateway'>
  vpc: ResourceOf<'vpc'>
}>({
  id: 'L24',
  name: 'internet-gateway-unused',
  severity: 'warn',
  rules: ['NET-3'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *check(network) {
    const { design } = network
    for (const gateway of design.all('internet-gateway')) {
      const vpc = design.get(gateway.vpcId)
      if (!vpc || gateway.attachmentState !== 'attached') continue
      const tables = design.all('route-table').filter((it) => it.vpcId === vpc.id)
      if (tables.some((it) => destinationsTo(it, gateway.id).length > 0)) continue
      yield {
        resources: [gateway.id, vpc.id],
        evidence: [{ type: 'resource', resourceId: gateway.id }],
        facts: { gateway, vpc },
        repairs:
          subnetsMeantPublic(design, vpc.id).length > 0
            ? openPublicSubnets(network, gateway, vpc.id)
            : [removeResourceRepair(network, gateway)],
      }
    }
  },
  say: ({ gateway, vpc }) =>
    `${called(gateway)} is attached to ${called(vpc)}, but no route table there leads to it: no subnet is public. Route 0.0.0.0/0 to it in the tables of the subnets meant to be public, or remove it.`,
})
