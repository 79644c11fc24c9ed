import { z } from '../../base/zod'
import { accountIdField, cidrField, common, idField, regionField } from '../fields'

/** @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html */
export const schema = z.strictObject({
  id: idField('vpc'),
  kind: z.literal('vpc'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  /** The primary IPv4 block. */
  cidrBlock: cidrField,
  secondaryCidrBlocks: z.array(cidrField).default([]),
  enableDnsSupport: z.boolean().default(true),
  enableDnsHostnames: z.boolean().default(false),
})
