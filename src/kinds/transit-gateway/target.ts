import type { AsTarget } from '../target'
import { untold } from '../untold'

/** AWS takes such a route only once the VPC is attached; what state that is in, the gateway says. */
export const target: AsTarget<'transit-gateway'> = {
  families: ['IPv4', 'IPv6'],
  insideVpc: false,
  onEdge: false,
  cause: (it, vpcId, { design }) =>
    it.undescribed !== undefined ||
    untold(it, 'attachments') !== null ||
    design
      .all('transit-gateway-vpc-attachment')
      .some((each) => each.transitGatewayId === it.id && each.vpcId === vpcId)
      ? null
      : 'foreign-target',
}
