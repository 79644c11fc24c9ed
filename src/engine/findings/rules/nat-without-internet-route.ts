import type { ResourceOf } from '../../../kinds/resource'
import { namesGateway } from '../../../model/internet-access'
import { internetRouteRepair } from '../../repairs/internet-route'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/**
 * A public NAT gateway goes on to the internet by the table of the subnet it lies in. A private one
 * has no business there, and a regional one brings a table of its own. (NET-16, NET-19)
 */
export const natWithoutInternetRoute = defineRule<{
  gateway: ResourceOf<'nat-gateway'>
  subnet: ResourceOf<'subnet'>
  table: ResourceOf<'route-table'> | undefined
}>({
  id: 'L19',
  name: 'nat-without-internet-route',
  severity: 'error',
  rules: ['NET-9'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html',
  *check(network) {
    const { design } = network
    for (const gateway of design.all('nat-gateway')) {
      if (gateway.connectivityType === 'private' || !gateway.subnetId) continue
      const subnet = design.get(gateway.subnetId)
      if (!subnet || gateway.state === 'deleted' || gateway.state === 'deleting') continue
      const table = design.routeTableOf(subnet.id)
      if (table && namesGateway(table)) continue
      yield {
        resources: [gateway.id, subnet.id, ...(table ? [table.id] : [])],
        evidence: [{ type: 'missing', resourceId: table?.id ?? subnet.vpcId, field: 'routes' }],
        facts: { gateway, subnet, table },
        repairs: [internetRouteRepair(network, subnet)],
      }
    }
  },
  say: ({ gateway, subnet, table }) =>
    `${called(gateway)} lies in ${called(subnet)}, and ${table ? called(table) : 'its route table'} has no route to an internet gateway: nothing that uses it reaches the internet. Route 0.0.0.0/0 to the VPC's internet gateway there, or move the NAT gateway to a public subnet.`,
})
