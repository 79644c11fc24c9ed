import type { AsTarget } from '../target'

/** For IPv6 alone. (RT-13, NET-21) */
export const target: AsTarget<'egress-only-internet-gateway'> = {
  families: ['IPv6'],
  insideVpc: false,
  onEdge: false,
  cause: (it, vpcId) => (it.vpcId === vpcId ? null : 'foreign-target'),
}
