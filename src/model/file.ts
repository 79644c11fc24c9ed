import { z } from '../base/zod'
import { accountIdField } from '../kinds/fields'
import { exportSettingsSchema } from './export-settings'
import { newestVersion } from './versions'

const coordinate = z.number().min(-1e6).max(1e6)
const extent = z.number().min(1).max(1e6)

export const accountSchema = z.strictObject({ id: accountIdField, name: z.string().max(255) })

export const boxSchema = z.strictObject({
  x: coordinate,
  y: coordinate,
  width: extent.optional(),
  height: extent.optional(),
  locked: z.boolean().optional(),
  collapsed: z.boolean().optional(),
})

export const groupSchema = z.strictObject({
  name: z.string().max(255),
  members: z.array(z.string()).max(10_000),
})

/** The frame of a saved file. Each resource is read by the schema of its own kind, each box by itself. */
export const fileSchema = z.strictObject({
  format: z.literal('causeway'),
  version: z.literal(newestVersion),
  name: z.string().max(255),
  description: z.string().max(10_000).default(''),
  accounts: z.array(accountSchema).min(1),
  resources: z.record(z.string(), z.unknown()),
  layout: z.record(z.string(), z.unknown()).default({}),
  groups: z.record(z.string(), groupSchema).default({}),
  exporting: exportSettingsSchema.optional(),
})
