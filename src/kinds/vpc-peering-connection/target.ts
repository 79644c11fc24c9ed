import type { AsTarget } from '../target'

export const target: AsTarget<'vpc-peering-connection'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: false,
  onEdge: false,
  cause: (it, vpcId, { peeringStatusOf }) => {
    if (![it.requesterVpcId, it.accepterVpcId].includes(vpcId)) return 'foreign-target'
    return peeringStatusOf(it.id) === 'active' ? null : 'peering-not-active'
  },
}
