import type { AsTarget } from '../target'

export const target: AsTarget<'network-interface'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: true,
  onEdge: true,
  cause: (it, vpcId, { design }) => {
    if (design.get(it.subnetId)?.vpcId !== vpcId) return 'foreign-target'
    return it.instanceId ? null : 'detached'
  },
}
