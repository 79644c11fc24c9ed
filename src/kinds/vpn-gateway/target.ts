import type { AsTarget } from '../target'

/** Its VPN connections carry IPv4 alone; a route for IPv6 is for Direct Connect. (RT-13, VPN-8) */
export const target: AsTarget<'vpn-gateway'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: false,
  onEdge: false,
  cause: (it, vpcId) => {
    if (it.vpcId !== vpcId) return 'foreign-target'
    return it.attachmentState === 'attached' ? null : 'detached'
  },
}
