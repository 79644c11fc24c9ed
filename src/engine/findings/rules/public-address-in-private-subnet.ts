import type { Id, ResourceOf } from '../../../kinds/resource'
import { namesGateway } from '../../../model/internet-access'
import { internetRouteRepair } from '../../repairs/internet-route'
import { noPublicAddressRepair } from '../../repairs/public-address'
import { called } from '../../../kinds/called'
import { defineRule } from '../define-rule'

/** A public address is of no use where no route leads to an internet gateway. */
export const publicAddressInPrivateSubnet = defineRule<{
  workload: ResourceOf<'workload'>
  subnet: ResourceOf<'subnet'>
  elastic: boolean
}>({
  id: 'L26',
  name: 'public-address-in-private-subnet',
  severity: 'warn',
  rules: ['NET-3', 'NET-8'],
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html',
  *check(network) {
    const { design } = network
    for (const workload of design.all('workload')) {
      for (const [subnetId, face] of Object.entries(workload.interfaces)) {
        const subnet = design.get(subnetId as Id<'subnet'>)
        if (!subnet || face.publicAddress === 'none') continue
        const table = design.routeTableOf(subnet.id)
        if (table && namesGateway(table)) continue
        yield {
          resources: [workload.id, subnet.id],
          evidence: [
            {
              type: 'field',
              resourceId: workload.id,
              field: `interfaces.${subnet.id}.publicAddress`,
            },
            { type: 'missing', resourceId: table?.id ?? subnet.vpcId, field: 'routes' },
          ],
          facts: { workload, subnet, elastic: face.publicAddress === 'elastic-ip' },
          repairs: [
            internetRouteRepair(network, subnet),
            noPublicAddressRepair(network, workload, subnet),
          ],
        }
      }
    }
  },
  say: ({ workload, subnet, elastic }) =>
    `${called(workload)} has ${elastic ? 'an Elastic IP address' : 'an auto-assigned public address'} in ${called(subnet)}, but no route of that subnet leads to an internet gateway: packets from the internet arrive and their answers do not. Route 0.0.0.0/0 to an internet gateway, or take the public address away.`,
})
