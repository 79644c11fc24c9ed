import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayVpcAttachment.html */
export const attachmentStates = [
  'initiating',
  'initiatingRequest',
  'pendingAcceptance',
  'pending',
  'available',
  'modifying',
  'rollingBack',
  'rejecting',
  'rejected',
  'deleting',
  'deleted',
  'failing',
  'failed',
] as const

/** A VPC's link to a transit gateway: one subnet in each zone that it serves. (TGW-2) */
export const schema = z.strictObject({
  id: idField('transit-gateway-vpc-attachment'),
  kind: z.literal('transit-gateway-vpc-attachment'),
  ...common,
  transitGatewayId: idField('transit-gateway'),
  vpcId: idField('vpc'),
  subnetIds: z.array(idField('subnet')).default([]),
  state: z.enum(attachmentStates).default('available'),
  applianceModeSupport: z.boolean().default(false),
  dnsSupport: z.boolean().default(true),
  ipv6Support: z.boolean().default(false),
  securityGroupReferencingSupport: z.boolean().default(true),
})
