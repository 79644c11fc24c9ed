import { z } from '../../base/zod'
import { cidrField, common, idField, ipField, oneOfIds, rowKeyField } from '../fields'

/** The most Connect peers of one attachment. (TGW-20) */
export const mostPeers = 4

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayConnect.html */
export const connectStates = ['pending', 'available', 'deleting', 'deleted'] as const

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayConnectPeerConfiguration.html */
const peerField = z.strictObject({
  /** The outer address of the GRE tunnel at the appliance; null where it is not known yet. */
  peerAddress: ipField.nullable().default(null),
  /** A /29 of 169.254.0.0/16, in which both ends speak BGP. */
  insideCidrBlock: cidrField,
  peerAsn: z.int().min(1).max(4294967295).default(65000),
  bgpStatus: z.enum(['up', 'down']).default('up'),
})

/**
 * A Connect attachment: GRE tunnels with BGP between a transit gateway and an appliance, carried by
 * another attachment. (TGW-20)
 * @source https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html
 */
export const schema = z.strictObject({
  id: idField('transit-gateway-connect'),
  kind: z.literal('transit-gateway-connect'),
  ...common,
  transitGatewayId: idField('transit-gateway'),
  /** What stands at the other end of the tunnels. */
  applianceId: oneOfIds(['workload', 'on-premises-network'], 'the far end of a Connect attachment'),
  /** The attachment that carries the tunnels. */
  transportAttachmentId: oneOfIds(
    ['transit-gateway-vpc-attachment', 'direct-connect-gateway-association'],
    'the transport of a Connect attachment',
  ),
  state: z.enum(connectStates).default('available'),
  peers: z
    .record(rowKeyField('the key of a Connect peer'), peerField)
    .refine((peers) => Object.keys(peers).length <= mostPeers, {
      message: `A Connect attachment has at most ${mostPeers} Connect peers`,
      params: { mend: 'Remove some, or make a second Connect attachment.' },
    })
    .default({}),
  /** What the appliance announces by BGP over any of the tunnels. */
  prefixes: z.array(cidrField).default([]),
})
