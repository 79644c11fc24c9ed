import type { AsTarget } from '../target'

export const target: AsTarget<'internet-gateway'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: false,
  onEdge: false,
  cause: (it, vpcId, { internetGatewayOf }) => {
    if (it.vpcId !== vpcId) return 'foreign-target'
    return internetGatewayOf(vpcId)?.id === it.id ? null : 'detached'
  },
}
