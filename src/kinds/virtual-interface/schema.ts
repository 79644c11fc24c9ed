import { z } from '../../base/zod'
import { common, idField, oneOfIds } from '../fields'

/** @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html */
export const virtualInterfaceStates = [
  'confirming',
  'verifying',
  'pending',
  'available',
  'down',
  'deleting',
  'deleted',
  'rejected',
] as const

/**
 * A virtual interface of a Direct Connect connection, between a network outside AWS and a Direct
 * Connect gateway, or, if private, a virtual private gateway itself. A private one leads to virtual
 * private gateways, a transit one to transit gateways.
 * @source https://docs.aws.amazon.com/directconnect/latest/APIReference/API_VirtualInterface.html
 */
export const schema = z.strictObject({
  id: idField('virtual-interface'),
  kind: z.literal('virtual-interface'),
  ...common,
  virtualInterfaceType: z.enum(['private', 'transit']).default('private'),
  gatewayId: oneOfIds(
    ['direct-connect-gateway', 'vpn-gateway'],
    'the AWS end of a virtual interface',
  ),
  onPremisesNetworkId: idField('on-premises-network'),
  virtualInterfaceState: z.enum(virtualInterfaceStates).default('available'),
  bgpStatus: z.enum(['up', 'down']).default('up'),
})
