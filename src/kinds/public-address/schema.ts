import { z } from '../../base/zod'
import { cidrField, common, idField } from '../fields'

/** A known place on the internet: a partner, an office, an API. */
export const schema = z.strictObject({
  id: idField('public-address'),
  kind: z.literal('public-address'),
  ...common,
  cidrBlock: cidrField,
})
