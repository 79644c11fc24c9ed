import { z } from '../../base/zod'
import { cidrField, common, idField, zoneField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html */
export const schema = z.strictObject({
  id: idField('subnet'),
  kind: z.literal('subnet'),
  ...common,
  vpcId: idField('vpc'),
  availabilityZone: zoneField,
  cidrBlock: cidrField,
  /** The explicitly associated route table; null means the main route table of the VPC. */
  routeTableId: idField('route-table').nullable().default(null),
  /** Instances launched here get a public IPv4 address unless they say otherwise. */
  mapPublicIpOnLaunch: z.boolean().default(false),
})
