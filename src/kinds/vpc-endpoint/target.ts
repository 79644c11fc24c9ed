import type { AsTarget } from '../target'

/**
 * Only a Gateway Load Balancer endpoint is a route's target by hand; the routes to a gateway
 * endpoint are AWS's own. (RT-13, EP-1, EP-12)
 */
export const target: AsTarget<'vpc-endpoint'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: true,
  onEdge: true,
  cause: (it, vpcId) => {
    if (it.state === 'deleted') return 'target-gone'
    if (it.vpcEndpointType !== 'GatewayLoadBalancer') return 'no-route-target'
    return it.vpcId === vpcId ? null : 'foreign-target'
  },
}
