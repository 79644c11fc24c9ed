import { z } from '../../base/zod'
import { prefixLengthOf } from '../../net/cidr'
import { cidrField, common, idField, ipField, rowKeyField } from '../fields'

const rowKey = rowKeyField('the key of a row')

export const endpointStates = ['pending-associate', 'available', 'deleting', 'deleted'] as const

/**
 * A Client VPN endpoint: people's devices, and one interface in each associated subnet. (VPN-11)
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnEndpoint.html
 */
export const schema = z.strictObject({
  id: idField('client-vpn-endpoint'),
  kind: z.literal('client-vpn-endpoint'),
  ...common,
  vpcId: idField('vpc'),
  state: z.enum(endpointStates).default('available'),
  /** What clients get their addresses from. */
  clientCidrBlock: cidrField.refine(
    (block) => prefixLengthOf(block) >= 12 && prefixLengthOf(block) <= 22,
    { message: 'A client CIDR block is from /12 to /22', params: { mend: 'Choose another size.' } },
  ),
  /** The target networks, with the address of the endpoint there; null means that AWS chooses it. */
  associations: z
    .record(
      idField('subnet') as z.ZodType<`subnet:${string}`, string>,
      z.strictObject({ privateIpAddress: ipField.nullable().default(null) }),
    )
    .default({}),
  securityGroupIds: z.array(idField('security-group')).default([]),
  /** Which networks clients may reach; all of them are for everybody. */
  authorizationRules: z.record(rowKey, z.strictObject({ destinationCidr: cidrField })).default({}),
  /** Routes beside those to the VPC itself, which come with each association. */
  routes: z
    .record(
      rowKey,
      z.strictObject({ destinationCidr: cidrField, targetSubnetId: idField('subnet') }),
    )
    .default({}),
  splitTunnel: z.boolean().default(false),
})
