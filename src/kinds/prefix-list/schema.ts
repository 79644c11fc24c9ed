import { z } from '../../base/zod'
import { families } from '../../net/ip'
import { accountIdField, anyCidrField, common, idField, regionField } from '../fields'

/**
 * A customer-managed prefix list.
 * @source https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html
 */
export const schema = z.strictObject({
  id: idField('prefix-list'),
  kind: z.literal('prefix-list'),
  ...common,
  ownerId: accountIdField,
  region: regionField,
  addressFamily: z.enum(families).default('IPv4'),
  /** What a route or a rule that names the list counts as. (RT-10, SG-12) */
  maxEntries: z.int().min(1).max(1000).default(10),
  entries: z
    .record(anyCidrField, z.strictObject({ description: z.string().max(255).default('') }))
    .default({}),
})
