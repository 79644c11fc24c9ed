import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { keysOf } from '../../../kinds/without'
import { internetRouteRepair } from '../../repairs/internet-route'
import { defineRule } from '../define-rule'

/** A node with a public address in a private subnet hears the internet and cannot answer it. */
export const balancerFacesNobody = defineRule<{
  it: ResourceOf<'load-balancer'>
  subnet: ResourceOf<'subnet'>
  table: ResourceOf<'route-table'> | undefined
}>({
  id: 'L42',
  name: 'balancer-faces-nobody',
  severity: 'error',
  rules: ['LB-3'],
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
  *check(network) {
    const { design } = network
    for (const it of design.all('load-balancer')) {
      if (it.scheme !== 'internet-facing') continue
      for (const id of keysOf(it.subnets)) {
        const subnet = design.get(id)
        if (!subnet || design.isPublicSubnet(id)) continue
        const table = design.routeTableOf(id)
        yield {
          resources: [it.id, subnet.id, ...(table ? [table.id] : [])],
          evidence: [
            { type: 'field', resourceId: it.id, field: 'subnets' },
            { type: 'missing', resourceId: table?.id ?? subnet.vpcId, field: 'routes' },
          ],
          facts: { it, subnet, table },
          repairs: [internetRouteRepair(network, subnet)],
        }
      }
    }
  },
  say: ({ it, subnet, table }) =>
    `${called(it)} is internet-facing, but ${called(subnet)} is private: ${table ? called(table) : 'its route table'} has no route to an internet gateway, so the answers of its node there are lost. Choose a public subnet, route 0.0.0.0/0 to the internet gateway, or make it internal.`,
})
