import { z } from '../../base/zod'
import { cidrField, common, idField } from '../fields'

/**
 * A network of your own outside AWS: a data centre, an office. No resource of AWS; hosts in it are
 * met by address.
 */
export const schema = z.strictObject({
  id: idField('on-premises-network'),
  kind: z.literal('on-premises-network'),
  ...common,
  /** What it holds, and announces to AWS where BGP is spoken. */
  prefixes: z.array(cidrField).default([]),
  /** What it routes to AWS; null means whatever AWS announces, and what nobody else is known to hold. */
  routesToAws: z.array(cidrField).nullable().default(null),
})
