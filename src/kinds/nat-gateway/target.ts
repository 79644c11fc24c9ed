import type { AsTarget } from '../target'

/**
 * A NAT gateway that is pending or failed keeps its route active and drops by itself. IPv6 is for
 * NAT64 only, which the route's destination says. (CL-1, RT-13)
 */
export const target: AsTarget<'nat-gateway'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: true,
  onEdge: false,
  cause: (it, vpcId, { design }) => {
    if (it.state === 'deleted') return 'target-gone'
    const home = it.subnetId ? design.get(it.subnetId)?.vpcId : it.vpcId
    return home === vpcId ? null : 'foreign-target'
  },
}
