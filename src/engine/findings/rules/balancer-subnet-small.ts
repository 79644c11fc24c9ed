import { called } from '../../../kinds/called'
import type { ResourceOf } from '../../../kinds/resource'
import { keysOf } from '../../../kinds/without'
import { prefixLengthOf, type Cidr } from '../../../net/cidr'
import { defineRule } from '../define-rule'
import { freeAddresses } from '../free-addresses'

/** What AWS asks of each subnet of an Application Load Balancer, so that it can grow. (LB-1) */
const needed = { prefixLength: 27, free: 8 } as const

/** In a small or full subnet an Application Load Balancer has no room for the nodes it adds. */
export const balancerSubnetSmall = defineRule<{
  it: ResourceOf<'load-balancer'>
  subnet: ResourceOf<'subnet'>
  block: Cidr
  free: number
}>({
  id: 'L41',
  name: 'balancer-subnet-small',
  severity: 'warn',
  rules: ['LB-1'],
  source:
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html',
  *check(network) {
    for (const it of network.design.all('load-balancer')) {
      if (it.type !== 'application') continue
      for (const id of keysOf(it.subnets)) {
        const subnet = network.design.get(id)
        if (!subnet?.cidrBlock) continue
        const own = network.interfacesOf(it.id).filter(({ subnetId }) => subnetId === id)
        const free = freeAddresses(network, subnet) + own.length
        const fits = prefixLengthOf(subnet.cidrBlock) <= needed.prefixLength
        if (fits && free >= needed.free) continue
        yield {
          resources: [it.id, subnet.id],
          evidence: [{ type: 'field', resourceId: subnet.id, field: 'cidrBlock' }],
          facts: { it, subnet, block: subnet.cidrBlock, free },
        }
      }
    }
  },
  say: ({ it, subnet, block, free }) =>
    `${called(subnet)} (${block}) has ${free} free addresses for ${called(it)}, which needs a block of /${needed.prefixLength} or larger with at least ${needed.free} of them, to add nodes as traffic grows. Choose a larger subnet.`,
})
