import { z } from '../../base/zod'
import { common, idField } from '../fields'

export const associationStatuses = [
  'CREATE_IN_PROGRESS',
  'ACTIVE',
  'UPDATE_IN_PROGRESS',
  'DELETE_IN_PROGRESS',
  'CREATE_FAILED',
  'DELETE_FAILED',
  'UPDATE_FAILED',
] as const

/** @source https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_GetServiceNetworkVpcAssociation.html */
export const schema = z.strictObject({
  id: idField('service-network-vpc-association'),
  kind: z.literal('service-network-vpc-association'),
  ...common,
  vpcId: idField('vpc'),
  serviceNetworkId: idField('service-network'),
  status: z.enum(associationStatuses).default('ACTIVE'),
  /** Which clients of the VPC may use it; without any, all of them. */
  securityGroupIds: z.array(idField('security-group')).default([]),
})
