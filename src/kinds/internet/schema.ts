import { z } from '../../base/zod'
import { common, idField } from '../fields'

/** The internet: any host with a public address. A design draws it at most once. */
export const schema = z.strictObject({
  id: idField('internet'),
  kind: z.literal('internet'),
  ...common,
})
