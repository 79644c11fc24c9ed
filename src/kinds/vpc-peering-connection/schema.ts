import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** @source https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html */
export const peeringStatuses = [
  'initiating-request',
  'pending-acceptance',
  'provisioning',
  'active',
  'rejected',
  'expired',
  'failed',
  'deleting',
  'deleted',
] as const

const peeringOptions = z
  .strictObject({
    /** Resolve this side's public host names to private addresses when the peer asks. */
    allowDnsResolutionFromRemoteVpc: z.boolean().default(false),
  })
  .default({ allowDnsResolutionFromRemoteVpc: false })

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcPeeringConnection.html */
export const schema = z.strictObject({
  id: idField('vpc-peering-connection'),
  kind: z.literal('vpc-peering-connection'),
  ...common,
  requesterVpcId: idField('vpc'),
  accepterVpcId: idField('vpc'),
  status: z.enum(peeringStatuses).default('pending-acceptance'),
  requesterPeeringOptions: peeringOptions,
  accepterPeeringOptions: peeringOptions,
})
